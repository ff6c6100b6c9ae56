package kr.madang.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in a team (소속 이력).
 *
 * @param until null while it lasts
 */
public record Membership(
        String team, Instant since, @Nullable Instant until, String changedBy) {}
