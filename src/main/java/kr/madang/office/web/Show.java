package kr.madang.office.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kr.madang.kernel.Korean;
import kr.madang.kernel.web.Page;
import kr.madang.office.Span;

/** How this room's values are written on its pages. */
final class Show {
    private Show() {}

    static String won(long won) {
        return Korean.number(won);
    }

    /** In 천원, rounded half-up as budget papers are. */
    static String thousands(long won) {
        return Korean.number(BigDecimal.valueOf(won, 3), 0);
    }

    static String rate(BigDecimal percent) {
        return percent.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    static String amount(BigDecimal value) {
        return Korean.number(value, Math.max(0, value.stripTrailingZeros().scale()));
    }

    /** Zero as a dash, as staffing tables print it. */
    static String heads(int count) {
        return count == 0 ? "-" : Korean.number(count);
    }

    static String span(Page page, Span span) {
        return span.from() + " ~ " + (span.to() == null ? page.t("office.open_end") : span.to());
    }
}
