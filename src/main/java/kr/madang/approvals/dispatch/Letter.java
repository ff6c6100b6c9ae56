package kr.madang.approvals.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The paper as it goes out (시행문): head, recipients, text, sender and number.
 *
 * @param office name of the agency (행정기관명)
 * @param to everybody it goes to in this sending, in order
 * @param copy whose copy this is, a place in {@code to}
 * @param number production register number
 * @param second second number; empty when it has none
 * @param signed one line for each who signed, e.g. {@code 결재 홍길동 과장}
 */
public record Letter(
        String office,
        List<String> to,
        int copy,
        boolean separate,
        String title,
        String text,
        String sender,
        SealMark mark,
        String number,
        String second,
        LocalDate day,
        String disclosure,
        List<String> signed) {
    public static final String SEE_LIST = "수신자 참조";

    public Letter {
        to = List.copyOf(to);
        signed = List.copyOf(signed);
        if (copy < 0 || copy >= to.size()) throw new IllegalArgumentException("copy " + copy);
    }

    public Letter copyFor(int other) {
        return new Letter(
                office, to, other, separate, title, text, sender, mark, number, second, day, disclosure, signed);
    }

    /** After 수신: the one recipient, or that the list stands below. */
    public String addressee() {
        return separate || to.size() == 1 ? to.get(copy) : SEE_LIST;
    }

    /** Whom this copy names below the sender; empty where it must name nobody else. */
    public List<String> listed() {
        return separate || to.size() == 1 ? List.of() : to;
    }

    public String text() {
        var lines = new ArrayList<String>();
        lines.add(office);
        lines.add("");
        lines.add("수신  " + addressee());
        lines.add("제목  " + title);
        lines.add("");
        lines.add(text);
        lines.add("");
        lines.add(sender + "  " + mark.printed());
        if (!listed().isEmpty()) {
            lines.add("");
            lines.add("수신자  " + String.join(", ", listed()));
        }
        lines.add("");
        lines.addAll(signed);
        lines.add(foot());
        return String.join("\n", lines) + "\n";
    }

    /** {@code 시행 홍보미디어과-12 (2026. 11. 22.)  공개}. */
    public String foot() {
        var date = "%d. %d. %d.".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return "시행 " + number + " (" + date + ")" + (second.isEmpty() ? "" : "  " + second) + "  " + disclosure;
    }

    /** A whole page that stands alone, for mail and packages. */
    public String html() {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title></head><body>\n<p>")
                .append(escaped(office))
                .append("</p>\n<p>수신  ")
                .append(escaped(addressee()))
                .append("</p>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        text.lines().forEach(line -> page.append("<p>").append(indented(line)).append("</p>\n"));
        page.append("<p>")
                .append(escaped(sender))
                .append(" ")
                .append(mark.printed())
                .append("</p>\n");
        if (!listed().isEmpty())
            page.append("<p>수신자  ").append(escaped(String.join(", ", listed()))).append("</p>\n");
        signed.forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
        return page.append("<p>")
                .append(escaped(foot()))
                .append("</p>\n</body></html>\n")
                .toString();
    }

    private static String indented(String line) {
        int blanks = line.length() - line.stripLeading().length();
        return "&nbsp;".repeat(blanks) + escaped(line.strip());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
