package kr.madang.kernel.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph-level part of a report, in reading order. */
public sealed interface Block {

    /**
     * A heading (제목).
     *
     * @param level 1 = chapter (Ⅰ. 일반현황), 2 = numbered task (1 조직), 3 = boxed lead or sub-heading
     * @param number the printed number, e.g. {@code Ⅰ} or {@code 1}; empty when none
     * @param aside what stands at the right edge, e.g. the team in charge (언론팀); empty when none
     */
    record Heading(int level, String number, String text, String aside) implements Block {

        /** The number and the words as printed in one line: {@code Ⅰ. 일반현황}, {@code 1 조직}. */
        public String label() {
            String mark = PlainText.oneLine(number);
            if (mark.isEmpty()) {
                return PlainText.oneLine(text);
            }
            boolean dotted = level == 1 && !mark.endsWith(".");
            return (mark + (dotted ? ". " : " ") + PlainText.oneLine(text)).strip();
        }
    }

    /** The boxed sentence that says what a task is for (사업 목적). */
    record Lead(List<Inline> content) implements Block {}

    /** One line of the outline: □ ○ - · ※ or plain. */
    record Line(Marker marker, List<Inline> content) implements Block {}

    /**
     * A table (표).
     *
     * @param caption read by screen readers and kept in HWPX/XLSX; never empty
     * @param unit the remark above the table, e.g. {@code (단위: 천원)}; empty when none
     * @param widths relative column widths, one per column
     * @param headerRows how many of the first rows are repeated on every page
     */
    record Table(String caption, String unit, List<Integer> widths, int headerRows, List<Row> rows) implements Block {}

    /** A drawing such as the organization chart, as SVG text, with the words a screen reader speaks. */
    record Picture(String svg, String description) implements Block {}

    record PageBreak() implements Block {}

    record Row(List<Cell> cells) {}

    /**
     * A cell; cells covered by another cell's span are left out, as in HTML.
     *
     * @param formula an XLSX formula without {@code =}, with {@code {r,c}} standing for the cell in the zero-based grid row and column of the same table, e.g. {@code SUM({1,1}:{6,1})}; null when the cell holds a plain value
     */
    record Cell(
            List<Inline> content,
            int colSpan,
            int rowSpan,
            Align align,
            boolean header,
            @Nullable String formula) {

        static final Cell EMPTY = new Cell(List.of(), 1, 1, Align.CENTER, false, null);
    }

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** The marks of a Korean official outline, from the outside in. */
    enum Marker {
        SQUARE("□"),
        CIRCLE("○"),
        DASH("-"),
        DOT("·"),
        NOTE("※"),
        PLAIN("");

        private final String sign;

        Marker(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}
