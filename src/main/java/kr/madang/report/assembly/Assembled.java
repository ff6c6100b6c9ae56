package kr.madang.report.assembly;

import java.util.List;
import kr.madang.kernel.document.PrintedDocument;

/**
 * A report made from a template.
 *
 * @param figures every figure it rests on, in reading order, once each
 * @param doubts totals and rates of tables that do not come out of the cells they rest on
 */
public record Assembled(PrintedDocument document, List<FigureLine> figures, List<Doubt> doubts) {

    /** A printed number its own table contradicts; the spreadsheet then keeps the printed one and no formula. */
    public record Doubt(int line, String printed, String reckoned) {}

    public long available() {
        return figures.stream().filter(f -> f.value() != null).count();
    }
}
