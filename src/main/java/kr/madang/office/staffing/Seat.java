package kr.madang.office.staffing;

import java.util.UUID;
import kr.madang.office.Span;
import org.jspecify.annotations.Nullable;

/**
 * A post (정원) as it stands on a day, with whoever holds it.
 *
 * @param team name of its team; empty for the section chief
 * @param span the days this shape of the post holds
 * @param holder the person on it that day; null while vacant
 */
public record Seat(
        UUID post,
        String code,
        @Nullable UUID teamId,
        String team,
        String title,
        Rank rank,
        Span span,
        @Nullable Head holder) {}
