package kr.madang.approvals.records;

import java.time.LocalDate;
import java.time.LocalDateTime;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * When a public notice (고시·공고) takes effect: on the day it names itself, else once five days have passed. The day of the notice is
 * not counted, so the fifth day is five days after it and the effect begins when that day ends.
 *
 * @param stated the day the notice names, or null
 */
public record NoticeEffect(LocalDate noticed, @Nullable LocalDate stated) {
    private static final int DAYS = 5;

    public NoticeEffect {
        if (stated != null && stated.isBefore(noticed)) throw Refused.invalid("approvals.notice.early");
    }

    /** 5일째 되는 날: the last of the days that must pass; where the notice names its day, that day. */
    public LocalDate lastDay() {
        return stated == null ? noticed.plusDays(DAYS) : stated;
    }

    /** The moment from which it holds, in the office's time. */
    public LocalDateTime from() {
        return stated == null ? noticed.plusDays(DAYS + 1).atStartOfDay() : stated.atStartOfDay();
    }

    public boolean holds(LocalDateTime moment) {
        return !moment.isBefore(from());
    }
}
