package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.content;
import static kr.madang.approvals.desk.Desk.filing;
import static kr.madang.approvals.desk.Desk.person;
import static kr.madang.approvals.desk.Desk.refused;
import static kr.madang.approvals.desk.Desk.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The life of papers on a real database. */
@OfficeTest
class ApprovalsTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Inbox inbox;

    @Autowired
    AbsenceCalendar calendar;

    @Autowired
    PaperStore store;

    @Autowired
    Keeper keeper;

    @Autowired
    Routes routes;

    @Autowired
    Units units;

    @Autowired
    OfficeRoster roster;

    @Autowired
    Access access;

    @Autowired
    Trail trail;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient db;

    private Desk desk;
    private Actor clerk;
    private Actor leader;
    private Actor chief;

    @BeforeEach
    void people() {
        desk = new Desk(accounts, approvals, papers);
        clerk = desk.clerk();
        leader = desk.leader();
        chief = desk.chief();
    }

    @Test
    void aPaperGoesItsWayAndGetsItsNumber() {
        var id = desk.submitted(clerk, filing(), route(leader, chief));
        assertThat(inbox.counts(leader)).containsEntry(Duty.REVIEW, 1L).containsEntry(Duty.APPROVE, 0L);
        assertThat(inbox.due(chief, null, null, 10).rows()).isEmpty();
        approvals.sign(leader, id, desk.hash(leader, id), "좋습니다");
        assertThat(inbox.counts(leader)).containsEntry(Duty.REVIEW, 0L);
        var waiting = inbox.due(chief, Duty.APPROVE, null, 10).rows();
        assertThat(waiting).extracting(InboxItem::paper).containsExactly(id);
        assertThat(papers.open(chief, id).moves()).contains(Move.SIGN, Move.RETURN, Move.HOLD, Move.REVISE);
        approvals.sign(chief, id, desk.hash(chief, id), "");
        var view = papers.open(clerk, id);
        assertThat(view.paper().status()).isEqualTo(Status.APPROVED);
        assertThat(view.number()).matches("[가-힣]+-[0-9]+");
        assertThat(view.paper().boxes()).hasSize(2);
        assertThat(view.moves()).containsExactly(Move.REDRAFT);
        assertThat(papers.find(clerk, new PaperQuery("", view.number(), "", "", null, null, null, null), null, 5)
                        .rows())
                .extracting(PaperItem::paper)
                .containsExactly(id);
        refused("approvals.paper.approved", () -> approvals.revise(clerk, id, view.hash(), content("다시"), ""));
    }

    @Test
    void aReturnedPaperIsDraftedAnewAndTheTwoKnowEachOther() {
        var id = desk.submitted(clerk, filing(), route(leader, chief));
        refused("approvals.words.missing", () -> approvals.sendBack(leader, id, " "));
        approvals.sendBack(leader, id, "근거를 적어 주십시오");
        assertThat(inbox.drafts(clerk, null, 10).rows())
                .extracting(PaperItem::paper)
                .containsExactly(id);
        var fresh = approvals.redraft(clerk, id, content("근거를 적은 협조 요청"), route(leader, chief));
        assertThat(papers.open(clerk, id).paper().successor()).contains(fresh);
        assertThat(papers.open(clerk, fresh).paper().predecessor()).contains(id);
        assertThat(inbox.drafts(clerk, null, 10).rows())
                .extracting(PaperItem::paper)
                .containsExactly(fresh);
        refused("approvals.paper.replaced", () -> approvals.redraft(clerk, id, content("또"), route(leader, chief)));
    }

    @Test
    void nobodySignsOrOverwritesWhatHeDidNotSee() {
        var id = approvals.draft(clerk, content("하나"), filing(), route(leader, chief));
        var first = desk.hash(clerk, id);
        var second = approvals.revise(clerk, id, first, content("둘"), "");
        refused("approvals.content.stale", () -> approvals.revise(clerk, id, first, content("셋"), ""));
        refused("approvals.content.stale", () -> approvals.submit(clerk, id, first, ""));
        approvals.submit(clerk, id, second, "");
        refused("approvals.content.stale", () -> approvals.sign(leader, id, first, ""));
        assertThat(papers.open(clerk, id).versions()).hasSize(2);
        assertThat(papers.open(clerk, id).current().title()).isEqualTo("둘");
    }

    @Test
    void summaryAndKeywordsAreAskedForWhenAPaperIsSentOn() {
        var bare = new Content("제목", "본문  끝.", "", List.of(), List.of());
        var id = approvals.draft(clerk, bare, filing(), route(leader, chief));
        refused("approvals.summary.missing", () -> approvals.submit(clerk, id, desk.hash(clerk, id), ""));
        refused("approvals.content.title", () -> new Content(" ", "", "", List.of(), List.of()));
    }

    @Test
    void oneSeatIsSignedOnceHoweverManySignAtOnce() throws Exception {
        var id = desk.submitted(clerk, filing(), route(leader, chief));
        approvals.sign(leader, id, desk.hash(leader, id), "");
        var hash = desk.hash(chief, id);
        var answers = atOnce(8, () -> approvals.sign(chief, id, hash, ""));
        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> !a.isEmpty())
                .hasSize(7)
                .allMatch(
                        a -> a.equals("CONFLICT approvals.paper.approved") || a.equals("CONFLICT approvals.act.late"));
        assertThat(numbers(id)).isEqualTo(1);
    }

    @Test
    void signingWhileItIsTakenBackGivesOneOfTheTwo() throws Exception {
        for (int round = 0; round < 10; round++) {
            var id = desk.submitted(clerk, filing(), route(leader, chief));
            var hash = desk.hash(clerk, id);
            var answers = new ArrayList<String>();
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                var signing = pool.submit(said(() -> approvals.sign(leader, id, hash, "")));
                var taking = pool.submit(said(() -> approvals.withdraw(clerk, id, "고칠 것이 있음")));
                answers.add(signing.get());
                answers.add(taking.get());
            }
            assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
            assertThat(answers).filteredOn(a -> a.startsWith("CONFLICT")).hasSize(1);
            var paper = papers.open(clerk, id).paper();
            assertThat(paper.events()).hasSize(3);
        }
    }

    @Test
    void twoWhoConcurAtOnceBothDo() throws Exception {
        var one = desk.leader();
        var other = desk.leader();
        var wish = Route.of(
                List.of(Stage.review(person(leader)), Stage.concur(person(one), person(other))), person(chief));
        var id = desk.submitted(clerk, filing(), wish);
        var hash = desk.hash(leader, id);
        approvals.sign(leader, id, hash, "");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(said(() -> approvals.sign(one, id, hash, "")));
            var second = pool.submit(said(() -> approvals.dissent(other, id, hash, "예산이 없습니다")));
            assertThat(List.of(first.get(), second.get())).containsOnly("");
        }
        assertThat(inbox.counts(chief)).containsEntry(Duty.APPROVE, 1L);
    }

    @Test
    void aDeputySignsForTheAbsentAndTheAbsentIsToldAfterwards() {
        var today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        var deputy = desk.leader();
        calendar.plan(chief, new Absence(person(chief), Period.day(today), Absence.Cause.TRIP, person(deputy)));
        var id = desk.submitted(clerk, filing(), route(leader, chief));
        var hash = desk.hash(leader, id);
        approvals.sign(leader, id, hash, "");
        assertThat(inbox.due(deputy, null, null, 5).rows())
                .extracting(InboxItem::seat)
                .containsExactly(person(chief));
        assertThat(papers.open(deputy, id).moves()).contains(Move.SIGN_FOR).doesNotContain(Move.SIGN);
        refused("approvals.seat.none", () -> approvals.sign(deputy, id, hash, ""));
        approvals.signFor(deputy, id, person(chief), hash, "");
        assertThat(inbox.counts(chief)).containsEntry(Duty.REPORT, 1L);
        approvals.confirmReport(chief, id, "확인");
        assertThat(inbox.counts(chief)).containsEntry(Duty.REPORT, 0L);
        refused(
                "approvals.deputy.circular",
                () -> calendar.plan(
                        deputy, new Absence(person(deputy), Period.day(today), Absence.Cause.LEAVE, person(chief))));
        refused(
                "approvals.absence.other",
                () -> calendar.plan(
                        clerk, new Absence(person(leader), Period.day(today), Absence.Cause.LEAVE, person(clerk))));
    }

    @Test
    void whoeverHasLeftSignsNothingMore() {
        var id = desk.submitted(clerk, filing(), route(leader, chief));
        accounts.close(Actor.SYSTEM, new Account.Id(leader.id()), "퇴직");
        refused("approvals.person.left", () -> approvals.sign(leader, id, desk.hash(clerk, id), ""));
        assertThatThrownBy(() -> approvals.draft(
                        desk.actor("press", "주무관", Level.VIEW), content("하나"), filing(), route(leader, chief)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("approvals.may.work");
    }

    @Test
    void theNumberIsOfTheYearInWhichThePaperWasSigned() {
        var before = approvedAt(Instant.parse("2041-12-31T14:59:59.999999Z"), filing());
        var after = approvedAt(Instant.parse("2041-12-31T15:00:00Z"), filing());
        assertThat(year(before)).isEqualTo(2041);
        assertThat(year(after)).isEqualTo(2042);
        assertThat(papers.open(clerk, after).number()).endsWith("-1");
        assertThat(papers.open(clerk, before).number()).endsWith("-1");
        var leap = approvedAt(Instant.parse("2044-02-28T15:00:00Z"), filing());
        assertThat(year(leap)).isEqualTo(2044);
    }

    @Test
    void noticesCarryASecondNumberByYearAndRulesCountOn() {
        var noticed = desk.approved(clerk, leader, chief, Desk.notice(SecondNumber.Kind.ANNOUNCEMENT));
        assertThat(papers.open(clerk, noticed).second()).matches("공고 제[0-9]{4}-[0-9]+호");
        refused("approvals.filing.second", () -> Desk.notice(null));
    }

    @Test
    void whatIsWrittenOnceStaysEvenForTheDatabaseUser() {
        var id = desk.approved(clerk, leader, chief, filing());
        for (var sql : List.of(
                "update approvals.event set words = 'x' where paper = :id",
                "delete from approvals.link where paper = :id",
                "update approvals.content_version set body = 'x' where paper = :id",
                "delete from approvals.register_entry where paper = :id",
                "update approvals.paper set status = 'RUNNING' where id = :id",
                "update approvals.register_counter set last = last + 2 where :id::uuid is not null",
                "delete from approvals.paper where id = :id"))
            assertThatThrownBy(() -> db.sql(sql).param("id", id).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
    }

    private Paper.Id approvedAt(Instant moment, Filing filing) {
        var clock = Clock.fixed(moment, ZoneId.of("UTC"));
        var acts = new Acts(store, keeper, routes, units, roster, clock);
        var then = new Approvals(store, acts, keeper, routes, units, roster, access, trail);
        return transaction.execute(status -> {
            var id = then.draft(clerk, content("연말"), filing, route(leader, chief));
            var hash = desk.hash(clerk, id);
            then.submit(clerk, id, hash, "");
            then.sign(leader, id, hash, "");
            then.sign(chief, id, hash, "");
            return id;
        });
    }

    private int year(Paper.Id id) {
        return db.sql("select year from approvals.register_entry where paper = :id and register = 'PRODUCTION'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private long numbers(Paper.Id id) {
        return db.sql("select count(*) from approvals.register_entry where paper = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static List<String> atOnce(int many, Runnable act) throws Exception {
        var answers = new ArrayList<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<String>>();
            for (int i = 0; i < many; i++) running.add(pool.submit(said(act)));
            for (var answer : running) answers.add(answer.get());
        }
        return answers;
    }

    private static Callable<String> said(Runnable act) {
        return () -> {
            try {
                act.run();
                return "";
            } catch (Refused refused) {
                return refused.reason() + " " + refused.code();
            }
        };
    }
}
