package kr.madang.approvals.desk;

import java.time.LocalDate;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which papers someone looks for (문서 찾기); empty parts do not narrow.
 *
 * @param text part of title, summary or a keyword
 * @param number a register number as it is printed, e.g. {@code 홍보미디어과-1234}
 * @param team code of the drafting team
 * @param unit code of the unit (처리과)
 * @param from first day of drafting in Seoul
 * @param to last day, included
 */
public record PaperQuery(
        String text,
        String number,
        String team,
        String unit,
        @Nullable DocumentKind kind,
        @Nullable Status status,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public static final PaperQuery ALL = new PaperQuery("", "", "", "", null, null, null, null);

    public PaperQuery {
        text = text.replace("\0", "").strip();
        number = number.replace("\0", "").strip();
        if (text.length() > 100) text = text.substring(0, 100);
        if (from != null && to != null && to.isBefore(from)) throw Refused.invalid("kernel.period.reversed", from, to);
    }

    public static PaperQuery text(String text) {
        return new PaperQuery(text, "", "", "", null, null, null, null);
    }
}
