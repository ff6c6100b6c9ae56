package kr.madang.approvals.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.desk.AbsenceCalendar;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Deputies;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.dispatch.office.Postman;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.trail.Trail;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An office where papers wait: people, papers and a clock that stands where a test puts it. */
final class Waiting {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate LAST_MONDAY = LocalDate.of(2022, 12, 5);
    private static final AtomicInteger MONDAYS = new AtomicInteger();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final UnitTask TASK = new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5);

    final BeanFactory beans;
    final JdbcClient db;
    final Approvals approvals;
    final Papers papers;
    final Accounts accounts;
    final String team = "urge" + NUMBER.incrementAndGet();
    /** Earlier than that of every office before, so that nothing that waits there is late here. */
    final LocalDate monday = LAST_MONDAY.minusWeeks(3L * MONDAYS.getAndIncrement());

    final Actor clerk;
    final Actor leader;
    final Actor chief;

    Waiting(BeanFactory beans) {
        this.beans = beans;
        this.db = beans.getBean(JdbcClient.class);
        this.approvals = beans.getBean(Approvals.class);
        this.papers = beans.getBean(Papers.class);
        this.accounts = beans.getBean(Accounts.class);
        this.clerk = person("주무관", team);
        this.leader = person("언론팀장", team);
        this.chief = person("홍보미디어과장", "section");
    }

    Actor person(String title, String of) {
        int n = NUMBER.incrementAndGet();
        var login = "urge" + n + "x" + System.nanoTime() % 1_000_000;
        var details = new Accounts.Details("기다림 " + n, of, title, "", login + "@example.com");
        var account = accounts.open(Actor.SYSTEM, login, details);
        return new Actor(account.id().value(), login, account.name(), of, Map.of("approvals", Level.WORK));
    }

    static Person seat(Actor actor) {
        return Person.of(actor.id());
    }

    static String email(Actor actor) {
        return actor.login() + "@example.com";
    }

    Paper.Id waiting(String title) {
        return waiting(title, open());
    }

    /** Waits for the leader. */
    Paper.Id waiting(String title, Filing filing) {
        var route = Route.of(List.of(Stage.review(seat(leader))), seat(chief));
        var text = new Content(title, "1. 알림\n2. 협조 요청  끝.", "알리고 협조를 구함", List.of("알림", "협조"), List.of());
        var id = approvals.draft(clerk, text, filing, route);
        approvals.submit(clerk, id, hash(id), "");
        return id;
    }

    String hash(Paper.Id id) {
        return papers.open(clerk, id).hash();
    }

    /** As if it had waited there since then. */
    void since(Paper.Id paper, Instant at) {
        db.sql("update approvals.seat set since = :at where paper = :paper and due")
                .param("at", at)
                .param("paper", paper)
                .update();
    }

    void away(Actor absent, Actor deputy, LocalDate day) {
        beans.getBean(AbsenceCalendar.class)
                .plan(absent, new Absence(seat(absent), Period.day(day), Absence.Cause.LEAVE, seat(deputy)));
    }

    void leaves(Actor actor) {
        accounts.close(Actor.SYSTEM, new Account.Id(actor.id()), "퇴직");
    }

    /** A node of the office whose clock stands there. */
    Node node(Instant at, Postman postman) {
        return new Node(Clock.fixed(at, SEOUL), postman);
    }

    /** That many days after the Monday. */
    Instant at(int days, String time) {
        return monday.plusDays(days).atTime(LocalTime.parse(time)).atZone(SEOUL).toInstant();
    }

    /** Waits for the leader since a week before the Monday. */
    Paper.Id late(String title, Filing filing) {
        var id = waiting(title, filing);
        since(id, at(-7, "10:00"));
        return id;
    }

    Paper.Id late(String title) {
        return late(title, open());
    }

    static Filing open() {
        return Filing.general(TASK);
    }

    static Filing closed() {
        return open().with(Disclosure.closed(List.of(5)));
    }

    List<Reminder> reminders(Paper.Id paper) {
        return beans.getBean(Reminders.class).of(paper);
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    final class Node {
        final ReminderStore store = beans.getBean(ReminderStore.class);
        final LetterStore letters = beans.getBean(LetterStore.class);
        final ReminderPost post;
        final Round round;
        final Reminders reminders;
        final ReminderJob job;
        private final TransactionTemplate transaction =
                new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));

        Node(Clock clock, Postman postman) {
            var deputies = beans.getBean(Deputies.class);
            var workdays = beans.getBean(Workdays.class);
            var trail = beans.getBean(Trail.class);
            post = new ReminderPost(letters, postman, accounts, trail, clock);
            round = new Round(store, letters, post, accounts, deputies, workdays, trail, clock);
            reminders = new Reminders(store, new Hearing(accounts, deputies), workdays, trail, clock);
            job = new ReminderJob(round, post, workdays, clock);
        }

        Round.Outcome go() {
            return java.util.Objects.requireNonNull(transaction.execute(s -> round.go()));
        }

        void remind(Actor by, Paper.Id paper, Actor whom, String words) {
            transaction.executeWithoutResult(s -> reminders.remind(by, paper, seat(whom), words));
        }
    }
}
