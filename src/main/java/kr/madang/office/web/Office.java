package kr.madang.office.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kr.madang.kernel.web.Link;
import kr.madang.kernel.web.Page;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.FiscalYear;
import org.springframework.stereotype.Component;

/** What all pages of the room share: the usual day, and the way back. */
@Component
class Office {
    private final Clock clock;
    private final Budget budget;

    Office(Clock clock, Budget budget) {
        this.clock = clock;
        this.budget = budget;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    AsOf day(String typed) {
        return AsOf.of(typed, today());
    }

    /** The day asked for, or today; when this year has no budget yet, the last day of the latest year that has one. */
    AsOf budgetDay(String typed) {
        var today = today();
        var years = budget.years();
        var usual = years.stream().anyMatch(y -> y.year() == today.getYear())
                ? today
                : years.stream()
                        .filter(y -> y.year() < today.getYear())
                        .max(Comparator.comparingInt(FiscalYear::year))
                        .map(y -> LocalDate.of(y.year(), 12, 31))
                        .orElse(today);
        return AsOf.of(typed, usual);
    }

    /** The day asked for when it lies in the year, otherwise the last day of that year. */
    AsOf budgetDay(String typed, int year) {
        var asked = budgetDay(typed);
        return asked.year() == year ? asked : new AsOf(LocalDate.of(year, 12, 31), asked.typed(), asked.unreadable());
    }

    static List<Link> crumbs(Page page, Link... more) {
        var crumbs = new java.util.ArrayList<>(
                List.of(new Link("/desk", page.t("kernel.desk")), new Link("/desk/office", page.t("office.room"))));
        crumbs.addAll(List.of(more));
        return crumbs;
    }
}
