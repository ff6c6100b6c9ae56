package kr.madang.kernel.budget;

import java.util.List;
import java.util.UUID;

/** The plug of whoever keeps the budget (예산 과목 목록). */
public interface BudgetLines {
    /** @param name with what stands above it, e.g. {@code 구정홍보 > 신문 광고 > 사무관리비} */
    record Line(UUID id, String name) {}

    /** Lines of a fiscal year in the order of the budget; empty when there is no budget of that year. */
    List<Line> lines(int year);
}
