package kr.madang.kernel.trail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries someone looks for (감사기록 찾기); empty parts do not narrow.
 *
 * @param login whose acts, exactly
 * @param room in which room, exactly
 * @param act beginning of the act, e.g. {@code post.}
 * @param subject beginning of what it was done to, e.g. {@code post:0190…}
 * @param from first day in Seoul
 * @param to last day, included
 */
public record TrailFilter(
        String login,
        String room,
        String act,
        String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public static final TrailFilter ALL = new TrailFilter("", "", "", "", null, null);

    public TrailFilter {
        if (from != null && to != null && to.isBefore(from))
            throw kr.madang.kernel.Refused.invalid("kernel.period.reversed", from, to);
    }
}
