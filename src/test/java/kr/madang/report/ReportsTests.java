package kr.madang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.report.template.ShippedTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OfficeTest
class ReportsTests {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 31);
    private static final Report.Cover COVER = new Report.Cover("2023년 주요업무 보고", "홍보미디어과", "제245회", "2023. 6.", true);

    @Autowired
    Templates templates;

    @Autowired
    Reports reports;

    @Autowired
    Freezing freezing;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionOperations transaction;

    private Report.Id id;

    @BeforeEach
    void aReportTheTeamsWrite() {
        if (templates.find("test-2023").isEmpty())
            templates.create(
                    People.CHIEF, "test-2023", ShippedTemplate.all().getLast().text(), "");
        id = new Report.Id(UUID.randomUUID());
        reports.open(People.CHIEF, id, "test-2023", 2023, DAY, COVER);
        reports.move(People.CHIEF, id, Report.State.INPUT, "");
    }

    private Report.Page page(String words) {
        return reports.pages(id).stream()
                .filter(p -> p.heading().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private void frozen() {
        reports.move(People.CHIEF, id, Report.State.REVIEW, "");
        freezing.freeze(People.CHIEF, id);
    }

    private static void refused(String code, Callable<?> act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act::call)
                .extracting(Refused::code)
                .isEqualTo(code);
    }

    private static Callable<?> run(Runnable act) {
        return Executors.callable(act);
    }

    @Test
    void theFormSentTwiceOpensOneReport() {
        var again = reports.open(People.CHIEF, id, "test-2023", 2023, DAY, COVER);
        assertThat(again.id()).isEqualTo(id);
        assertThat(reports.pages(id)).hasSizeGreaterThan(10).allMatch(p -> p.latest() == 1);
    }

    @Test
    void eachTeamWritesItsOwnPagesOnly() {
        var page = page("홍보기능 강화");
        assertThat(page.teams()).containsExactly("press", "planning");
        assertThat(reports.write(People.PRESS, id, page.position(), 1, page.body() + "\n○ 덧붙임"))
                .isEqualTo(new Report.Saving.Saved(2));
        assertThat(reports.write(People.PLANNING, id, page.position(), 2, page.body() + "\n○ 또"))
                .isEqualTo(new Report.Saving.Saved(3));
        refused("report.page.foreign", () -> reports.write(People.TELECOM, id, page.position(), 3, "□ 남의 쪽"));
        refused("report.page.foreign", () -> reports.write(People.AUDITOR, id, page.position(), 3, "□ 남의 쪽"));
        assertThat(reports.versions(id, page.position()))
                .extracting(Report.PageVersion::by)
                .containsExactly("planning", "press", "chief");
    }

    @Test
    void twoEditorsNeverOverwriteEachOther() throws Exception {
        var page = page("홍보기능 강화");
        try (var pool = Executors.newFixedThreadPool(8)) {
            var acts = new ArrayList<Callable<Report.Saving>>();
            for (int i = 0; i < 8; i++) {
                int writer = i;
                acts.add(() -> reports.write(
                        writer % 2 == 0 ? People.PRESS : People.PLANNING, id, page.position(), 1, "□ 글 " + writer));
            }
            var outcomes = new ArrayList<Report.Saving>();
            for (var act : pool.invokeAll(acts)) outcomes.add(act.get());
            assertThat(outcomes)
                    .filteredOn(Report.Saving.Saved.class::isInstance)
                    .hasSize(1);
            var newest = reports.page(id, page.position());
            assertThat(newest.latest()).isEqualTo(2);
            assertThat(outcomes)
                    .filteredOn(Report.Saving.Overtaken.class::isInstance)
                    .hasSize(7)
                    .allSatisfy(o -> {
                        var overtaken = (Report.Saving.Overtaken) o;
                        assertThat(overtaken.theirs().body()).isEqualTo(newest.body());
                        assertThat(overtaken.base().body()).isEqualTo(page.body());
                    });
        }
    }

    @Test
    void teamsWriteOnlyWhileTheyAreAsked() {
        var page = page("홍보기능 강화");
        reports.move(People.CHIEF, id, Report.State.REVIEW, "");
        refused("report.page.closed", () -> reports.write(People.PRESS, id, page.position(), 1, "□ 늦은 글"));
        refused("report.reason", run(() -> reports.move(People.CHIEF, id, Report.State.INPUT, " ")));
        reports.move(People.CHIEF, id, Report.State.INPUT, "수치를 다시 볼 것");
        assertThat(reports.write(People.PRESS, id, page.position(), 1, "□ 고친 글"))
                .isEqualTo(new Report.Saving.Saved(2));
    }

    @Test
    void onlyWhoApprovesMovesFreezesAndIssues() {
        refused("report.forbidden", run(() -> reports.move(People.PRESS, id, Report.State.REVIEW, "")));
        refused("report.forbidden", () -> freezing.freeze(People.PRESS, id));
        refused("report.forbidden", () -> freezing.issue(People.AUDITOR, id));
        refused("report.forbidden", () -> reports.open(People.PRESS, id, "test-2023", 2023, DAY, COVER));
        refused("report.state", () -> freezing.freeze(People.CHIEF, id));
        refused("report.state", () -> freezing.issue(People.CHIEF, id));
    }

    @Test
    void aPageThatCannotBeReadKeepsTheReportFromReview() {
        var page = page("홍보기능 강화");
        reports.write(People.PRESS, id, page.position(), 1, "○ {press.releases @어제}건");
        refused("report.page.unreadable", run(() -> reports.move(People.CHIEF, id, Report.State.REVIEW, "")));
    }

    @Test
    void daysAndYearsMustMakeSense() {
        var other = new Report.Id(UUID.randomUUID());
        refused("report.year", () -> reports.open(People.CHIEF, other, "test-2023", 23, DAY, COVER));
        refused("report.day", () -> reports.open(People.CHIEF, other, "test-2023", 2013, DAY, COVER));
        refused("report.template.unknown", () -> reports.open(People.CHIEF, other, "none", 2023, DAY, COVER));
    }

    @Test
    void aFrozenReportIsNeverChanged() {
        var page = page("홍보기능 강화");
        frozen();
        refused("report.sealed", () -> reports.write(People.CHIEF, id, page.position(), 1, "□ 늦은 글"));
        refused("report.sealed", run(() -> reports.describe(People.CHIEF, id, 2023, DAY, COVER)));
        refused("report.sealed", run(() -> reports.comment(People.CHIEF, id, UUID.randomUUID(), null, "늦은 의견")));
        for (var sql : new String[] {
            "update report.frozen set document = '{}'",
            "delete from report.frozen",
            "truncate report.frozen cascade",
            "update report.frozen_figure set value = 1",
            "delete from report.frozen_figure",
            "update report.page_version set body = ''",
            "update report.report set as_of = '2024-01-01' where id = :id",
            "update report.report set state = 'INPUT' where id = :id",
            "delete from report.report where id = :id",
            "insert into report.frozen_figure select :id, 9999, 'a', 'a', 'flow', '건', as_of, as_of, 1, 0, '' from report.frozen"
        })
            assertThatExceptionOfType(DataAccessException.class)
                    .as(sql)
                    .isThrownBy(() -> db.sql(sql).param("id", id.value()).update());
        assertThat(freezing.holds(freezing.get(id))).isTrue();
    }

    @Test
    void tamperingAtTheDatabaseItselfIsDetected() {
        frozen();
        transaction.executeWithoutResult(status -> {
            db.sql("alter table report.frozen_figure disable trigger frozen_figure_kept")
                    .update();
            db.sql("update report.frozen_figure set value = 99 where report = :id and position = 3")
                    .param("id", id.value())
                    .update();
            assertThat(freezing.holds(freezing.get(id))).isFalse();
            refused("report.broken", () -> freezing.issue(People.CHIEF, id));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            db.sql("alter table report.frozen disable trigger frozen_kept").update();
            db.sql("update report.frozen set document = replace(document, '언론팀', '홍보팀') where report = :id")
                    .param("id", id.value())
                    .update();
            assertThat(freezing.holds(freezing.get(id))).isFalse();
            status.setRollbackOnly();
        });
        assertThat(freezing.holds(freezing.get(id))).isTrue();
    }

    @Test
    void issuedReportsAreNumberedWithoutAGap() {
        frozen();
        int first = freezing.issue(People.CHIEF, id);
        transaction.executeWithoutResult(status -> {
            aReportTheTeamsWrite();
            frozen();
            assertThat(freezing.issue(People.CHIEF, id)).isEqualTo(first + 1);
            status.setRollbackOnly();
        });
        aReportTheTeamsWrite();
        frozen();
        assertThat(freezing.issue(People.CHIEF, id)).isEqualTo(first + 1);
        refused("report.state", () -> freezing.issue(People.CHIEF, id));
    }

    @Test
    void aDocumentIsReadBackAsItWas() {
        frozen();
        var kept = freezing.get(id);
        assertThat(freezing.document(kept))
                .isEqualTo(reports.assemble(reports.get(id)).document());
        assertThat(DocumentText.write(freezing.document(kept))).isEqualTo(kept.document());
        assertThat(freezing.differences(kept)).isEmpty();
    }
}
