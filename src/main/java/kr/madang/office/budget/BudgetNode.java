package kr.madang.office.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of the budget tree (예산과목): policy, unit, detailed project or line item.
 *
 * @param team the team in charge; null above unit level
 * @param task the task of the work report (주요업무) a detailed project serves; null when none names it
 * @param fast whether the money is subject to early execution (신속집행 대상)
 */
public record BudgetNode(
        UUID id,
        int fiscalYear,
        @Nullable UUID parent,
        Level level,
        String code,
        String name,
        int position,
        @Nullable UUID team,
        @Nullable String task,
        boolean fast) {
    public enum Level {
        POLICY("정책사업"),
        UNIT("단위사업"),
        PROJECT("세부사업"),
        LINE("통계목");

        private final String title;

        Level(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
