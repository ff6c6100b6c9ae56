package kr.madang.notices.sends;

import java.time.Duration;
import kr.madang.kernel.Refused;

/**
 * What the office decided once for all sends (발송 기본 조건).
 *
 * @param office as residents know it
 * @param rejection free number against advertising; empty when there is none
 * @param stale how late a send may be before somebody must say again that it shall go
 * @param holders how many hand over at once on each line
 */
public record OfficeTerms(String office, String rejection, Duration stale, int holders) {
    private static final int NAME = 40;
    private static final int MOST_HOLDERS = 16;

    public OfficeTerms {
        if (office.isBlank() || office.length() > NAME) throw Refused.invalid("notices.terms.office");
        if (stale.compareTo(Duration.ofMinutes(1)) < 0 || stale.compareTo(Duration.ofDays(1)) > 0)
            throw Refused.invalid("notices.terms.stale");
        if (holders < 1 || holders > MOST_HOLDERS) throw Refused.invalid("notices.terms.holders", MOST_HOLDERS);
    }
}
