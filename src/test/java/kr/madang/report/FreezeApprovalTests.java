package kr.madang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Passage;
import kr.madang.notices.posts.Hours;
import kr.madang.notices.posts.Subscriptions;
import kr.madang.notices.posts.Wish;
import kr.madang.report.template.ShippedTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A report is frozen by people who sign, and exactly as they saw it. */
@OfficeTest
class FreezeApprovalTests {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 31);
    private static final Report.Cover COVER = new Report.Cover("결재 보고", "홍보미디어과", "제245회", "2023. 6.", false);

    @Autowired
    Templates templates;

    @Autowired
    Reports reports;

    @Autowired
    Freezing freezing;

    @Autowired
    FreezeApproval approval;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionOperations transaction;

    private Actor leader;
    private Actor chief;
    private Report.Id id;

    @BeforeEach
    void aReportInReview() {
        var team = "t" + System.nanoTime();
        leader = person(team, "기획팀장", Level.WORK);
        chief = person(team, "홍보미디어과장", Level.APPROVE);
        if (templates.find("approval-2023").isEmpty())
            templates.create(
                    People.CHIEF,
                    "approval-2023",
                    ShippedTemplate.all().getLast().text(),
                    "");
        id = new Report.Id(UUID.randomUUID());
        reports.open(People.CHIEF, id, "approval-2023", 2023, DAY, COVER);
        reports.move(People.CHIEF, id, Report.State.INPUT, "");
        reports.move(People.CHIEF, id, Report.State.REVIEW, "");
    }

    private Actor person(String team, String title, Level level) {
        var login = "fa" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details(title, team, title, "", ""));
        var grants = Map.of("report", level, "approvals", level);
        return new Actor(account.id().value(), login, title, team, grants);
    }

    private String submitted(Paper.Id paper) {
        var hash = papers.open(leader, paper).hash();
        approvals.submit(leader, paper, hash, "");
        return hash;
    }

    private void reaches(Report.State state) throws InterruptedException {
        for (int i = 0; i < 400 && reports.get(id).state() != state; i++) Thread.sleep(25);
        assertThat(reports.get(id).state()).isEqualTo(state);
    }

    /** Who reads the desk of proposals hears of it, and nobody hears of one that was rolled back. */
    @Test
    void aReportAskedToBeFrozenIsNews() {
        var reader = person("r" + System.nanoTime(), "주무관", Level.WORK);
        grants.change(Actor.SYSTEM, new Account.Id(reader.id()), Map.of("report", Optional.of(Level.WORK)), "시험");
        subscriptions.change(reader, new Wish(Set.of("report.proposed"), true, false, Hours.USUAL));
        transaction.executeWithoutResult(status -> {
            approval.ask(leader, id);
            status.setRollbackOnly();
        });
        approval.ask(leader, id);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !subscriptions.recent(reader, null, 5).rows().isEmpty());
        var heard = subscriptions.recent(reader, null, 5).rows();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().title()).startsWith("결재 보고");
        assertThat(heard.getFirst().link()).isEqualTo("/desk/report/reports/" + id);
    }

    @Test
    void whatPeopleApproveIsFrozenAndNothingElse() throws Exception {
        var paper = new Paper.Id(approval.ask(leader, id));
        var asked = approval.proposal(id).content();
        assertThat(papers.open(leader, paper).current().text()).contains(asked.hash());
        var page = reports.pages(id).getFirst();
        refused("report.sealed", () -> reports.write(People.CHIEF, id, page.position(), page.latest(), "다른 글"));
        refused("report.sealed", run(() -> reports.describe(People.CHIEF, id, 2023, DAY, COVER)));
        refused("report.sealed", run(() -> reports.comment(chief, id, UUID.randomUUID(), null, "의견")));
        refused("report.state", run(() -> reports.move(People.CHIEF, id, Report.State.INPUT, "까닭")));
        var hash = submitted(paper);
        approvals.sign(chief, paper, hash, "");
        reaches(Report.State.FROZEN);
        var frozen = freezing.get(id);
        assertThat(frozen.hash()).isEqualTo(asked.hash());
        assertThat(frozen.document()).isEqualTo(asked.document());
        assertThat(frozen.by()).isEqualTo("홍보미디어과장");
        assertThat(freezing.holds(frozen)).isTrue();
        assertThat(reports.steps(id).getLast().reason())
                .isEqualTo(papers.open(leader, paper).number());
        assertThat(approval.find(id)).isEmpty();
        assertThat(freezing.issue(chief, id)).isPositive();
    }

    @Test
    void sentBackItLiesOpenAndIsAskedAgainInThePlaceOfTheOldPaper() throws Exception {
        var first = new Paper.Id(approval.ask(leader, id));
        submitted(first);
        approvals.sendBack(chief, first, "쪽 순서를 바꾸십시오");
        reaches(Report.State.REVIEW);
        assertThat(reports.steps(id).getLast().reason()).isEqualTo("쪽 순서를 바꾸십시오");
        var page = reports.pages(id).getFirst();
        reports.write(People.CHIEF, id, page.position(), page.latest(), page.body() + "\n덧붙인 글");
        var content =
                kr.madang.approvals.desk.Content.of(papers.open(leader, first).current());
        var route = kr.madang.approvals.desk.Route.of(
                papers.open(leader, first).paper().line());
        refused("approvals.gate.dropped", () -> approvals.redraft(leader, first, content, route));
        var second = new Paper.Id(approval.ask(leader, id));
        assertThat(papers.open(leader, second).paper().predecessor()).contains(first);
        approvals.sign(chief, second, submitted(second), "");
        reaches(Report.State.FROZEN);
        assertThat(freezing.get(id).document()).contains("덧붙인 글");
    }

    @Test
    void takenBackThePaperDecidesNothing() {
        var paper = new Paper.Id(approval.ask(leader, id));
        refused("report.reason", run(() -> approval.takeBack(leader, id, " ")));
        approval.takeBack(leader, id, "수치를 다시 봄");
        assertThat(reports.get(id).state()).isEqualTo(Report.State.REVIEW);
        assertThat(approval.passage(id).orElseThrow().state()).isEqualTo(Passage.State.DROPPED);
        var hash = papers.open(leader, paper).hash();
        refused("approvals.gate.dropped", run(() -> approvals.submit(leader, paper, hash, "")));
        refused("report.approval.none", run(() -> approval.takeBack(leader, id, "또")));
        var next = new Paper.Id(approval.ask(leader, id));
        submitted(next);
        refused("approvals.gate.underway", run(() -> approval.takeBack(leader, id, "늦음")));
        assertThat(reports.get(id).state()).isEqualTo(Report.State.APPROVAL);
        approvals.withdraw(leader, next, "회수");
        approval.takeBack(leader, id, "거둠");
        assertThat(reports.get(id).state()).isEqualTo(Report.State.REVIEW);
    }

    @Test
    void twoWhoAskAtOnceMakeOnePaper() throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            Callable<UUID> ask = () -> approval.ask(leader, id);
            int made = 0;
            for (var one : people.invokeAll(List.of(ask, ask)))
                try {
                    one.get();
                    made++;
                } catch (java.util.concurrent.ExecutionException late) {
                    assertThat(late.getCause()).isInstanceOfAny(Refused.class, DataAccessException.class);
                }
            assertThat(made).isEqualTo(1);
        }
        assertThat(db.sql("select count(*) from approvals.paper where subject_ref = ?")
                        .param("report:" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aProposalChangedBehindTheProgramIsNotFrozen() throws Exception {
        var paper = new Paper.Id(approval.ask(leader, id));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> db.sql("update report.proposal set document = 'x' where report = ?")
                        .param(id.value())
                        .update());
        transaction.executeWithoutResult(status -> {
            db.sql("set local session_replication_role = replica").update();
            db.sql("update report.proposal set document = document || ' ' where report = ?")
                    .param(id.value())
                    .update();
        });
        approvals.sign(chief, paper, submitted(paper), "");
        Thread.sleep(500);
        assertThat(reports.get(id).state()).isEqualTo(Report.State.APPROVAL);
        assertThat(freezing.find(id)).isEmpty();
    }

    @Test
    void onlyWhoWorksInTheRoomAsks() {
        refused("report.forbidden", () -> approval.ask(People.AUDITOR, id));
        refused("report.forbidden", run(() -> approval.takeBack(People.AUDITOR, id, "까닭")));
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
}
