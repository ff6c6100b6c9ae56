package kr.madang.approvals.shelf;

import static kr.madang.approvals.shelf.FilingsTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Shelf;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A year is brought to its end: once, by several at once, at midnight, while papers still come in. */
@OfficeTest
class YearEndTests {
    private static final String CODE = "Y0000001";

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Units units;

    @Autowired
    Files files;

    @Autowired
    Filings filings;

    @Autowired
    YearEnd years;

    @Autowired
    CloseStore store;

    @Autowired
    TidyStore tidy;

    @Autowired
    Access access;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    private Approving office;
    private int year;

    @BeforeEach
    void office() {
        office = new Approving(accounts, approvals, papers, units);
        year = LocalDate.now(Filings.SEOUL).getYear();
    }

    private static Filing filing() {
        return Filing.general(Approving.task(CODE));
    }

    /** The year's end as seen at this moment of the office's clock. */
    private YearEnd at(LocalDateTime moment) {
        return at(moment.atZone(Filings.SEOUL).toInstant());
    }

    private YearEnd at(Instant moment) {
        return new YearEnd(store, tidy, access, trail, Clock.fixed(moment, Filings.SEOUL));
    }

    private YearEnd.Closed close(YearEnd when) {
        return Objects.requireNonNull(transaction.execute(status -> when.close(Actor.SYSTEM, office.unit, year)));
    }

    @Test
    void closingAgainClosesNothingMore() {
        var paper = office.approved("문서", filing());
        var december = at(LocalDateTime.of(year, 12, 30, 18, 0));
        assertThat(close(december)).isEqualTo(new YearEnd.Closed(1, 1, LocalDate.of(year, 12, 30)));
        assertThat(close(december).files()).isZero();
        var file = filings.of(paper).orElseThrow();
        assertThat(file.keptUntil()).contains(LocalDate.of(year + 5, 12, 31));
        var standing = december.standing(office.unit, year);
        assertThat(standing.open()).isZero();
        assertThat(standing.closed()).isEqualTo(1);
    }

    @Test
    void whatIsApprovedAfterTheCloseLiesInTheNextVolumeAndIsClosedByTheNextClose() {
        office.approved("앞", filing());
        var december = at(LocalDateTime.of(year, 12, 20, 9, 0));
        close(december);
        var late = office.approved("뒤", filing());
        assertThat(filings.of(late).orElseThrow().code().volume()).isEqualTo(2);
        assertThat(december.standing(office.unit, year).open()).isEqualTo(1);
        assertThat(close(december)).isEqualTo(new YearEnd.Closed(1, 1, LocalDate.of(year, 12, 20)));
    }

    @Test
    void theYearEndsAtMidnightInSeoul() {
        var paper = office.approved("밤", filing());
        // 14:59:59Z on 31 December is one second before New Year here
        refused("approvals.close.early", () -> close(at(LocalDateTime.of(year, 11, 30, 23, 59, 59))));
        refused("approvals.close.early", () -> close(at(LocalDateTime.of(year - 1, 12, 31, 23, 59, 59))));
        var last = at(Instant.parse(year + "-12-31T14:59:59Z"));
        assertThat(close(last).on()).isEqualTo(LocalDate.of(year, 12, 31));
        assertThat(filings.of(paper).orElseThrow().keptUntil()).contains(LocalDate.of(year + 5, 12, 31));
    }

    @Test
    void aCloseAfterNewYearStillCountsForItsYear() {
        var paper = office.approved("늦은 종결", filing());
        assertThat(close(at(Instant.parse(year + "-12-31T15:00:00Z"))).on()).isEqualTo(LocalDate.of(year, 12, 31));
        assertThat(filings.of(paper).orElseThrow().keptUntil()).contains(LocalDate.of(year + 5, 12, 31));
    }

    @Test
    void papersOfTheLastSecondAndOfTheFirstLieInTheFilesOfTheirYears() {
        var before = office.submitted("묵은해", filing());
        var after = office.submitted("새해", filing());
        file(before, Instant.parse("2027-12-31T14:59:59.999999Z"));
        file(after, Instant.parse("2027-12-31T15:00:00Z"));
        assertThat(filings.of(before).orElseThrow().code().year()).isEqualTo(2027);
        assertThat(filings.of(after).orElseThrow().code().year()).isEqualTo(2028);
    }

    private void file(Paper.Id paper, Instant at) {
        filings.file(List.of(new Shelf.Placing(Actor.SYSTEM, paper, filing().unitTask(), office.unit, at)));
    }

    @Test
    void aFileKeepsAsLongAsItsLongestPaper() {
        office.approved("짧음", filing());
        var longest = new UnitTask(CODE, "과제", Retention.SEMI_PERMANENT);
        var paper = office.approved("김", Filing.general(longest));
        assertThat(filings.of(paper).orElseThrow().retention()).isEqualTo(Retention.YEARS_5);
        close(at(LocalDateTime.of(year, 12, 31, 12, 0)));
        assertThat(filings.of(paper).orElseThrow().retention()).isEqualTo(Retention.SEMI_PERMANENT);
        assertThat(years.counts(office.unit, year)).containsEntry(Untidy.SHORT, 0L);
    }

    @Test
    void severalWhoCloseAtOnceCloseEachFileOnce() throws Exception {
        for (int i = 0; i < 8; i++) office.approved("문서 " + i, Filing.general(Approving.task("Y000001" + i)));
        var december = at(LocalDateTime.of(year, 12, 31, 10, 0));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var closing = new ArrayList<Callable<YearEnd.Closed>>();
            for (int i = 0; i < 4; i++) closing.add(() -> close(december));
            int files = 0;
            for (var done : pool.invokeAll(closing)) files += done.get().files();
            assertThat(files).isEqualTo(8);
        }
    }

    @Test
    void theCloseWaitsForPapersOnTheirWayIntoAFile() throws Exception {
        office.approved("먼저", filing());
        var coming = office.submitted("오는 중", Filing.general(new UnitTask(CODE, "과제", Retention.PERMANENT)));
        var december = at(LocalDateTime.of(year, 12, 31, 10, 0));
        var inside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var approving = pool.submit(() -> transaction.executeWithoutResult(status -> {
                office.sign(coming);
                inside.countDown();
                await(go);
            }));
            await(inside);
            var closing = pool.submit(() -> close(december));
            // the close can only end after the approval has
            Thread.sleep(300);
            assertThat(closing.isDone()).isFalse();
            go.countDown();
            approving.get();
            assertThat(closing.get().papers()).isEqualTo(2);
        }
        assertThat(filings.of(coming).orElseThrow().retention()).isEqualTo(Retention.PERMANENT);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsNotInOrderIsNamed() {
        var approved = office.approved("멀쩡한 문서", filing());
        var running = office.submitted("가는 중", filing());
        var hidden = office.submitted("숨은 제목", Approving.closed(CODE));
        var found =
                years.untidy(office.clerk, office.unit, year, null, null, 50).rows();
        assertThat(found)
                .extracting(u -> u.check() + " " + u.paper())
                .containsExactlyInAnyOrder("UNFINISHED " + running, "UNFINISHED " + hidden, "TASKLESS " + approved);
        var stranger = office.actor("other", "주무관", Level.WORK);
        assertThat(years.untidy(stranger, office.unit, year, Untidy.UNFINISHED, null, 50)
                        .rows())
                .hasSize(2)
                .allMatch(UntidyPaper::masked)
                .noneMatch(u -> u.toString().contains("숨은"));
        assertThat(years.counts(office.unit, year))
                .containsEntry(Untidy.UNFINISHED, 2L)
                .containsEntry(Untidy.UNFILED, 0L);
    }

    @Test
    void theReportOfProductionAddsUp() {
        office.approved("하나", filing());
        office.approved("둘", Approving.closed(CODE));
        office.approved("셋", Filing.general(Approving.task("Y0000002")));
        var rows = new ArrayList<Produced>();
        years.eachProduced(office.unit, year, rows::add);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).satisfies(p -> {
            assertThat(p.file().papers()).isEqualTo(2);
            assertThat(p.open()).isEqualTo(1);
            assertThat(p.closed()).isEqualTo(1);
        });
        assertThat(years.produced(office.unit, year))
                .containsExactly(new Produced.Sum(Retention.YEARS_5, 2, 3, 2, 0, 1));
    }
}
