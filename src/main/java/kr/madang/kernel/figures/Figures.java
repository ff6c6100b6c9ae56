package kr.madang.kernel.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.Period;

/**
 * The plug through which a room yields figures. Values come out by counting rows, never from stored totals; {@code rows} lists
 * exactly the rows behind {@code value}.
 */
public interface Figures {
    List<Figure> definitions();

    /**
     * The value in the figure's unit, unrounded (rates: already rounded by {@link kr.madang.kernel.Korean#rate}).
     *
     * @return empty when the room holds no records from which the value could come, e.g. a fiscal year without a budget
     */
    Optional<BigDecimal> value(FigureKey key, Period period);

    /** The rows behind the value, oldest first, from {@code offset}, at most {@code limit}. */
    FigureRows rows(FigureKey key, Period period, long offset, int limit);

    /** The values a dimension may take in the period, for the catalogue and the template editor; empty when free. */
    default List<String> values(String figure, String dimension, Period period) {
        return List.of();
    }
}
