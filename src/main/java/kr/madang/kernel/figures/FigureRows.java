package kr.madang.kernel.figures;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind a figure.
 *
 * @param columns Korean column heads
 * @param total how many rows there are in all
 */
public record FigureRows(List<String> columns, List<Row> rows, long total) {

    /**
     * One record behind the figure.
     *
     * @param link where the record can be opened, e.g. {@code /desk/office/budget/lines/…}; null when nowhere
     * @param cells one per column: text, {@code Long}, {@code BigDecimal}, {@code LocalDate} or null
     * @param share what this row adds to the figure, in its unit; the shares of all rows sum to the value (of a rate: to the part)
     * @param base what this row adds to the whole of a rate; zero for every other kind
     */
    public record Row(@Nullable String link, List<@Nullable Object> cells, BigDecimal share, BigDecimal base) {
        public Row(@Nullable String link, List<@Nullable Object> cells, BigDecimal share) {
            this(link, cells, share, BigDecimal.ZERO);
        }
    }
}
