package kr.madang.notices.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.calls.Calls;
import kr.madang.notices.calls.Rung;
import kr.madang.notices.calls.Tree;
import kr.madang.notices.calls.Trees;
import kr.madang.notices.officers.Officers;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.sends.Sends;
import kr.madang.notices.sends.Town;
import kr.madang.notices.wording.SenderNumber;
import kr.madang.notices.wording.disaster.Grade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers, a chief, a town of telephones, and ears for what other rooms are told; for tests of alerts. */
@OfficeTest
@Import({Town.class, AlertCase.Ears.class})
abstract class AlertCase {
    static final String SENDER = "07000001200";

    /** What other rooms hear. */
    static final class Heard {
        final List<Object> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(AlertRaised event) {
            events.add(event);
        }

        @EventListener
        void on(AlertChanged event) {
            events.add(event);
        }

        @EventListener
        void on(AlertEnded event) {
            events.add(event);
        }

        boolean anythingOf(Alert alert) {
            return events.stream().anyMatch(e -> e.toString().contains(alert.identifier()));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Ears {
        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    @Autowired
    Alerts alerts;

    @Autowired
    AlertApproval approval;

    @Autowired
    Raising raising;

    @Autowired
    AlertWays ways;

    @Autowired
    AlertCap cap;

    @Autowired
    AlertBanner banner;

    @Autowired
    Officers officers;

    @Autowired
    Trees trees;

    @Autowired
    Calls calls;

    @Autowired
    Sends sends;

    @Autowired
    SendTerms terms;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    @Autowired
    Town.Center center;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    Actor officer;
    Actor chief;

    @BeforeEach
    void people() {
        var team = "t" + System.nanoTime();
        officer = person(team, "기획팀장", Level.WORK);
        chief = person(team, "홍보미디어과장", Level.APPROVE);
        center.slow(Duration.ZERO);
        if (terms.senders().isEmpty())
            terms.register(Actor.SYSTEM, new SenderNumber(SENDER), "대표", "증명원", LocalDate.of(2022, 1, 3));
    }

    /** What is out in one test must not stand on the pages of another. */
    @AfterEach
    void quiet() {
        db.sql("update notices.alert set stage = 'CLOSED', ended_at = now(), ending = 'EXPIRED' where stage = 'OUT'")
                .update();
    }

    Actor person(String team, String title, Level level) {
        var login = "na" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details(title, team, title, "", ""));
        return new Actor(account.id().value(), login, title, team, Map.of("notices", level, "approvals", level));
    }

    /** Somebody who can be reached by telephone. */
    UUID staff(String phone) {
        var account = person("s" + System.nanoTime(), "주무관", Level.VIEW).id();
        officers.change(Actor.SYSTEM, account, phone, "");
        return account;
    }

    UUID tree(UUID... people) {
        var keys = List.of(people).stream().map(UUID::toString).toList();
        var rung = new Rung("첫 단계", keys, 1, Duration.ofMinutes(10), Duration.ofMinutes(3), 3);
        return trees.create(Actor.SYSTEM, new Tree("연락망 " + System.nanoTime(), List.of(rung)))
                .id();
    }

    static AlertContent content(String text, Set<Way> ways, UUID tree, Whom whom) {
        return new AlertContent(
                "호우경보",
                Grade.URGENT,
                "호우",
                AlertContent.Terms.of(Grade.URGENT, "호우"),
                text,
                "",
                6,
                ways.contains(Way.SMS) ? SENDER : "",
                ways,
                tree,
                whom);
    }

    static AlertContent real(String text, Way... ways) {
        return content(text, ways.length == 0 ? Set.of() : EnumSet.copyOf(List.of(ways)), null, everybody());
    }

    static Whom everybody() {
        return new Whom.Residents(Set.of());
    }

    static String text() {
        return "[영등포구] 오늘 15시 당산1동에 호우경보가 발령되었습니다. 지하차도에서 벗어나세요. " + System.nanoTime();
    }

    Paper.Id asked(Alert alert) {
        var now = alerts.get(alert.id());
        return new Paper.Id(approval.ask(officer, now.id(), now.version()));
    }

    void approved(Paper.Id paper) {
        var hash = papers.open(officer, paper).hash();
        approvals.submit(officer, paper, hash, "");
        approvals.sign(chief, paper, hash, "");
    }

    /** Asked for, approved, and out. */
    Alert out(AlertContent content) {
        return out(alerts.draft(officer, content));
    }

    Alert out(Alert draft) {
        approved(asked(draft));
        reaches(draft, Alert.Stage.OUT);
        return alerts.get(draft.id());
    }

    void reaches(Alert alert, Alert.Stage stage) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts.get(alert.id()).stage()).isEqualTo(stage));
    }

    long heard(String text) {
        return center.phones.stream().filter(r -> r.text().equals(text)).count();
    }

    int sendsInAll() {
        return db.sql("select count(*) from notices.send").query(Integer.class).single();
    }

    static void refused(String code, Callable<?> act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::call).satisfies(r -> assertThat(r.code())
                .isEqualTo(code));
    }

    static Callable<Void> run(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }

    List<WayOut> ways(Alert alert) {
        return ways.of(alert.id());
    }

    @SafeVarargs
    static void atOnce(Callable<Void>... acts) throws Exception {
        try (var pool = Executors.newFixedThreadPool(acts.length)) {
            for (var done : pool.invokeAll(java.util.List.of(acts))) done.get();
        }
    }
}
