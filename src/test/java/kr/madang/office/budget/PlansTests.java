package kr.madang.office.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.office.Books;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Source;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans, targets and the end of a year. */
@OfficeTest
class PlansTests {
    private static final Actor BY = Actor.SYSTEM;
    private static final List<Long> NOTHING = Collections.nCopies(12, 0L);

    @Autowired
    Plans plans;

    @Autowired
    Grants grants;

    @Autowired
    Ledger ledger;

    @Autowired
    Budget budget;

    @Autowired
    JdbcClient db;

    Books books;
    UUID project;

    @BeforeEach
    void open() {
        books = new Books(db);
        project = budget.node(books.line).orElseThrow().parent();
    }

    private static List<Long> june(long won) {
        var months = new ArrayList<>(NOTHING);
        months.set(5, won);
        return months;
    }

    private TreeMap<LocalDate, BigDecimal> targets(Object... daysAndPercents) {
        var targets = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 0; i < daysAndPercents.length; i += 2)
            targets.put((LocalDate) daysAndPercents[i], new BigDecimal((String) daysAndPercents[i + 1]));
        return targets;
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void aPlanIsChangedOnlyByWhoHasSeenIt() {
        plans.planMonths(BY, project, NOTHING, june(100));
        refused("office.plan.changed", () -> plans.planMonths(BY, project, NOTHING, june(200)));
        assertThat(plans.months(project)).isEqualTo(june(100));
        plans.planMonths(BY, project, june(100), june(0));
        assertThat(plans.months(project)).isEqualTo(NOTHING);
        refused("office.plan.changed", () -> plans.planMonths(BY, project, List.of(), june(1)));
        refused("office.plan.amount", () -> plans.planMonths(BY, project, NOTHING, june(-1)));
        refused("office.plan.amount", () -> plans.planMonths(BY, project, NOTHING, june(Long.MAX_VALUE)));
        refused("office.project.none", () -> plans.planMonths(BY, books.line, NOTHING, june(1)));
    }

    @Test
    void ofManyEditorsAtOnceOneWrites() throws Exception {
        var acts = new ArrayList<Callable<Boolean>>();
        for (long i = 1; i <= 12; i++) {
            long won = i;
            acts.add(() -> {
                try {
                    plans.planMonths(BY, project, NOTHING, june(won));
                    return true;
                } catch (Refused e) {
                    assertThat(e.code()).isEqualTo("office.plan.changed");
                    return false;
                }
            });
        }
        int written = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var done : pool.invokeAll(acts)) if (done.get()) written++;
        }
        assertThat(written).isEqualTo(1);
    }

    @Test
    void targetsLieInTheYearAndNeverFall() {
        var none = targets();
        var june = books.day(6, 30);
        var december = books.day(12, 31);
        plans.aim(BY, books.year, none, targets(june, "55", december, "95.5"));
        refused("office.plan.changed", () -> plans.aim(BY, books.year, none, targets(june, "60")));
        // the database keeps one decimal; 55 and 55.0 are the same
        plans.aim(BY, books.year, targets(june, "55.00", december, "95.5"), targets(june, "60"));
        assertThat(budget.targets(books.year)).isEqualTo(targets(june, "60.0"));
        var seen = targets(june, "60");
        refused("office.target.falling", () -> plans.aim(BY, books.year, seen, targets(june, "60", december, "59.9")));
        refused("office.target.percent", () -> plans.aim(BY, books.year, seen, targets(june, "100.1")));
        refused("office.target.percent", () -> plans.aim(BY, books.year, seen, targets(june, "0")));
        refused("office.target.percent", () -> plans.aim(BY, books.year, seen, targets(june, "33.33")));
        refused("office.year.outside", () -> plans.aim(BY, books.year, seen, targets(june.plusYears(1), "60")));
        refused("office.year.none", () -> plans.aim(BY, 1989, seen, targets()));
    }

    @Test
    void theEndOfAYearNamesWhatIsOpenAndWhatLapses() {
        var paid = obligate(300_000);
        ledger.pay(BY, paid, draft(300_000));
        var half = obligate(200_000);
        ledger.pay(BY, half, draft(50_000));
        var wrong = obligate(100_000);
        ledger.counter(BY, wrong, books.day(5, 2), "착오");
        grants.grant(BY, books.line, Grant.CARRIED_OUT, Source.DISTRICT, 150_000, books.day(12, 1), "명시이월");
        assertThat(grants.available(books.line, books.day(12, 31)))
                .isEqualTo(Map.of(Source.NATIONAL, 0L, Source.CITY, 0L, Source.DISTRICT, 350_000L));

        var end = budget.yearEnd(books.year).orElseThrow();
        assertThat(end.open()).singleElement().satisfies(o -> {
            assertThat(o.id()).isEqualTo(half);
            assertThat(o.left()).isEqualTo(150_000);
        });
        assertThat(end.openCount()).isEqualTo(1);
        assertThat(end.unpaid()).isEqualTo(150_000);
        assertThat(end.lapsing()).isEqualTo(500_000);
        assertThat(end.closedAt()).isNull();

        grants.close(BY, books.year);
        var closed = budget.yearEnd(books.year).orElseThrow();
        assertThat(closed.closedAt()).isNotNull();
        assertThat(closed.closedBy()).isEqualTo(BY.login());
        refused("office.year.closed", () -> grants.close(BY, books.year));
        refused("office.year.none", () -> grants.close(BY, 1989));
        refused("office.year.closed", () -> plans.planMonths(BY, project, NOTHING, june(1)));
        refused("office.year.closed", () -> plans.aim(BY, books.year, targets(), targets(books.day(6, 30), "1")));
    }

    private UUID obligate(long won) {
        return ledger.obligate(BY, books.line, Source.DISTRICT, draft(won)).id();
    }

    private Ledger.Draft draft(long won) {
        return new Ledger.Draft(won, books.day(5, 1), "", "시연상사 01", "시험");
    }
}
