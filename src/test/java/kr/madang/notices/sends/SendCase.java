package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.SenderNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers, a chief and a town of telephones, for tests of sends. */
@OfficeTest
@Import(Town.class)
abstract class SendCase {
    static final String SENDER = "07000001200";
    static final String OWN = "010-0000-9999";

    @Autowired
    Sends sends;

    @Autowired
    SendApproval approval;

    @Autowired
    Trials trials;

    @Autowired
    Operating operating;

    @Autowired
    SendTerms terms;

    @Autowired
    Templates templates;

    @Autowired
    Facts facts;

    @Autowired
    Audits audits;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    @Autowired
    Town.Center center;

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
        terms.rest(Actor.SYSTEM, Kind.PUBLIC, Calendar.Rule.NEVER);
        if (terms.senders().isEmpty())
            terms.register(Actor.SYSTEM, new SenderNumber(SENDER), "대표", "증명원", LocalDate.of(2022, 1, 3));
    }

    Actor person(String team, String title, Level level) {
        var login = "ns" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details(title, team, title, "", ""));
        return new Actor(account.id().value(), login, title, team, Map.of("notices", level, "approvals", level));
    }

    static Content content(String text, @Nullable Instant due) {
        return content(Kind.PUBLIC, text, "300", due, "시험하는 시간");
    }

    static Content content(Kind kind, String text, String audience, @Nullable Instant due, String override) {
        return new Content(
                "알림 " + System.nanoTime(),
                kind,
                "공익 안내",
                Channel.SMS,
                "",
                text,
                SENDER,
                audience,
                "모두",
                "사무관리비",
                override,
                due,
                null);
    }

    /** Written, tried and asked for. @return the paper */
    Paper.Id asked(Send send) {
        trials.send(officer, send.serial(), OWN);
        return new Paper.Id(
                approval.ask(officer, send.serial(), sends.get(send.serial()).version()));
    }

    void approved(Paper.Id paper) {
        var hash = papers.open(officer, paper).hash();
        approvals.submit(officer, paper, hash, "");
        approvals.sign(chief, paper, hash, "");
    }

    void reaches(Send send, Send.State state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sends.get(send.serial()).state()).isEqualTo(state));
    }

    long heard(String text) {
        return center.phones.stream().filter(r -> r.text().equals(text)).count();
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
}
