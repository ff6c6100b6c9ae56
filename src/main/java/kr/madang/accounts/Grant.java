package kr.madang.accounts;

import java.time.Instant;
import java.util.UUID;
import kr.madang.kernel.access.Level;
import org.jspecify.annotations.Nullable;

/**
 * An access right (접근권한): one level in one room, from when to when, given and ended by whom and why.
 *
 * @param room code of the room; {@code *} for all
 * @param until null while it holds
 */
public record Grant(
        UUID id,
        Account.Id account,
        String room,
        Level level,
        Instant since,
        String grantedBy,
        String why,
        @Nullable Instant until,
        @Nullable String endedBy,
        @Nullable String endedWhy) {
    public boolean holds() {
        return until == null;
    }
}
