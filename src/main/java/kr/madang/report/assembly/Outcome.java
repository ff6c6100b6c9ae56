package kr.madang.report.assembly;

import java.math.BigDecimal;
import kr.madang.kernel.document.Inline;

/** What a bound number came to: a value with its unit, or a gap. */
sealed interface Outcome {
    /**
     * @param decimals places printed unless the template says otherwise
     * @param reference what a reader clicks; empty when there is nothing behind it
     */
    record Known(BigDecimal exact, int decimals, String unit, String reference) implements Outcome {}

    record Missing(Inline.Gap gap) implements Outcome {}

    static Outcome missing(String key, String reason) {
        return new Missing(new Inline.Gap(key, reason));
    }
}
