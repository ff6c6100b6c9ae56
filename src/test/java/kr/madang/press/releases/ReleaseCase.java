package kr.madang.press.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Contact;
import kr.madang.press.outlets.Mailings;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.outlets.Reporter;
import kr.madang.press.outlets.ReporterDraft;
import kr.madang.press.outlets.Reporters;
import kr.madang.press.releases.distribution.Distribution;
import kr.madang.press.releases.writing.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A press desk, its chief and a few reporters, for tests of releases. */
@OfficeTest
public abstract class ReleaseCase {
    @Autowired
    protected Releases releases;

    @Autowired
    protected ReleaseApproval approval;

    @Autowired
    protected Releasing releasing;

    @Autowired
    protected Distribution distribution;

    @Autowired
    protected Outlets outlets;

    @Autowired
    protected Reporters reporters;

    @Autowired
    protected Mailings mailings;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    @Autowired
    protected JdbcClient db;

    @Autowired
    protected Clock clock;

    protected Actor officer;
    protected Actor chief;
    protected UUID mailing;

    @BeforeEach
    void people() {
        var team = "p" + System.nanoTime();
        officer = person(team, "언론팀장", Level.WORK);
        chief = person(team, "홍보미디어과장", Level.APPROVE);
        mailing = mailings.save(
                        officer,
                        null,
                        "명단 " + System.nanoTime(),
                        java.util.Set.of(),
                        java.util.Set.of(),
                        java.util.Set.of())
                .id();
    }

    protected Actor person(String team, String title, Level level) {
        var login = "pr" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details(title, team, title, "", ""));
        return new Actor(account.id().value(), login, title, team, Map.of("press", level, "approvals", level));
    }

    /** Somebody who agreed, on the list of this test. */
    protected Reporter reporter() {
        long now = System.nanoTime();
        var outlet = outlets.add(officer, "신문 " + now, Tier.REGIONAL_ONLINE, List.of("n" + now + ".example"));
        var contact = new Contact("r" + now + "@paper.example", "");
        var reporter = reporters.add(officer, new ReporterDraft("기자", outlet.id(), "", List.of(), "", contact));
        reporters.consent(officer, reporter.id(), "1.0", Reporter.Source.MAIL, LocalDate.of(2023, 1, 2));
        mailings.hand(officer, mailing, reporter.id(), true);
        return reporter;
    }

    protected Content content(String text, @Nullable Instant embargo) {
        return content("보도자료 " + System.nanoTime(), text, embargo, "");
    }

    protected Content content(String title, String text, @Nullable Instant embargo, String change) {
        return new Content(title, "", text, "", "문화체육과", "김하늘 02-0000-1234", embargo, mailing, change);
    }

    /** Written, given to the desk and asked for. */
    protected Paper.Id asked(int serial) {
        releases.submit(officer, serial);
        var edit = releases.get(serial).newest().edit();
        return new Paper.Id(approval.ask(officer, serial, edit));
    }

    protected void signed(Paper.Id paper) {
        var hash = papers.open(officer, paper).hash();
        approvals.submit(officer, paper, hash, "");
        approvals.sign(chief, paper, hash, "");
    }

    /** All the way to the state of being approved. */
    protected void approved(int serial) {
        signed(asked(serial));
        reaches(serial, Version.State.APPROVED);
    }

    protected void reaches(int serial, Version.State state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> releases.get(serial).newest().state() == state
                        || state == Version.State.APPROVED
                                && releases.get(serial).newest().state() == Version.State.RELEASED);
    }

    /** Let out now. */
    protected Release out(String text) {
        int serial = releases.draft(officer, content(text, null)).serial();
        approved(serial);
        releasing.due();
        reaches(serial, Version.State.RELEASED);
        return releases.get(serial);
    }

    /** What the house does every few seconds. */
    protected int releasing() {
        return releasing.due();
    }

    protected static void refused(String code, Callable<?> act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::call).satisfies(r -> assertThat(r.code())
                .isEqualTo(code));
    }

    protected static Callable<Void> run(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }
}
