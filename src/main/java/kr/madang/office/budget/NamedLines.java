package kr.madang.office.budget;

import java.util.List;
import kr.madang.kernel.budget.BudgetLines;
import org.springframework.stereotype.Component;

/** Lines of the budget for rooms that spend (예산 과목 목록). */
@Component
class NamedLines implements BudgetLines {
    private final EntryStore entries;

    NamedLines(EntryStore entries) {
        this.entries = entries;
    }

    @Override
    public List<Line> lines(int year) {
        return entries.namedLines(year).stream()
                .map(l -> new Line(l.id(), l.way()))
                .toList();
    }
}
