package kr.madang.office.budget;

import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a fiscal year's budget is asked for; null leaves a side open.
 *
 * @param unit name of a unit project (단위사업)
 * @param project name of a detailed project (세부사업)
 * @param task task of the work report (주요업무)
 * @param source where the money comes from (재원)
 */
public record Slice(
        int fiscalYear,
        @Nullable String policy,
        @Nullable String unit,
        @Nullable String project,
        @Nullable String task,
        @Nullable Source source) {
    public static Slice whole(int fiscalYear) {
        return new Slice(fiscalYear, null, null, null, null, null);
    }
}
