package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.carriers.push.PushService;
import kr.madang.notices.ledger.MessageList;
import kr.madang.notices.ledger.State;
import kr.madang.notices.lines.LineDesk;
import kr.madang.notices.lines.LineKind;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Wish;
import kr.madang.notices.recipients.door.Asking;
import kr.madang.notices.recipients.door.Browsers;
import kr.madang.notices.wording.PushLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A send to browsers, from the draft over the approval to a push service that opens what came. */
@OfficeTest
class BrowserSendTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Set<AgeBand> OLD = Set.of(AgeBand.SEVENTIES);
    private static final Audience WHOM = new Audience(Set.of("신길6동"), OLD, Set.of());

    @Autowired
    Sends sends;

    @Autowired
    SendApproval approval;

    @Autowired
    Trials trials;

    @Autowired
    Facts facts;

    @Autowired
    MessageList messages;

    @Autowired
    Receivers receivers;

    @Autowired
    SendTerms terms;

    @Autowired
    LineDesk lines;

    @Autowired
    Browsers browsers;

    @Autowired
    Residents residents;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    private final PushService service = PushService.running();
    private Actor officer = Actor.SYSTEM;
    private Actor chief = Actor.SYSTEM;
    private int line;

    @BeforeEach
    void open() {
        var team = "b" + System.nanoTime();
        officer = person(team, "기획팀장", Level.WORK);
        chief = person(team, "홍보미디어과장", Level.APPROVE);
        terms.rest(Actor.SYSTEM, Kind.PUBLIC, Calendar.Rule.NEVER);
        var contract = new LineDesk.Draft("브라우저", 0, Map.of("subject", "mailto:push@office.example", "kept", "24"));
        var there = lines.all(Actor.SYSTEM).stream()
                .filter(one -> one.kind() == LineKind.PUSH)
                .findFirst();
        line = there.isPresent() ? there.get().number() : lines.add(Actor.SYSTEM, LineKind.PUSH, contract);
        lines.change(Actor.SYSTEM, line, contract);
        if (!lines.get(Actor.SYSTEM, line).running()) lines.turn(Actor.SYSTEM, line, true, "시험");
        lines.look();
    }

    @AfterEach
    void close() {
        lines.turn(Actor.SYSTEM, line, false, "시험 끝");
        lines.look();
    }

    private Actor person(String team, String title, Level level) {
        var login = "bs" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details(title, team, title, "", ""));
        return new Actor(account.id().value(), login, title, team, Map.of("notices", level, "approvals", level));
    }

    private static Content content(Kind kind, String subject, String text) {
        return new Content(
                "브라우저 " + System.nanoTime(),
                kind,
                "공익 안내",
                Channel.PUSH,
                subject,
                text,
                "",
                WHOM.json(),
                "신길6동",
                "",
                "시험하는 시간",
                null,
                null);
    }

    private UUID subscribed(String subscription) {
        var about = new Registry.About("신길6동", AgeBand.SEVENTIES);
        return browsers.subscribe(
                subscription,
                new Asking(about, new Wish(true, Set.of(), false, false, true)),
                "10.9.1." + NUMBER.incrementAndGet());
    }

    private Send sent(Content content) {
        var send = sends.draft(officer, content);
        if (content.kind() != Kind.DISASTER) trials.send(officer, send.serial(), service.subscribe());
        var paper = new Paper.Id(
                approval.ask(officer, send.serial(), sends.get(send.serial()).version()));
        var hash = papers.open(officer, paper).hash();
        approvals.submit(officer, paper, hash, "");
        approvals.sign(chief, paper, hash, "");
        await().atMost(SOON).until(() -> sends.get(send.serial()).state() == Send.State.CLOSED);
        return sends.get(send.serial());
    }

    @Test
    void whatIsSentIsReadByItsBrowserAndWhoIsGoneIsNotTriedAgain() {
        var one = service.subscribe();
        var gone = service.subscribe();
        subscribed(one);
        var dead = subscribed(gone);
        service.end(gone);
        int before = receivers.count(WHOM.json(), Channel.PUSH, Kind.PUBLIC, Instant.now());
        var send = sent(content(Kind.PUBLIC, "걷기대회", "#{동} 주민께 알립니다.\n\"토요일\" 9시"));
        assertThat(service.came(one)).singleElement().satisfies(came -> {
            assertThat(came.text())
                    .contains("\"title\":\"걷기대회\"")
                    .contains("\"body\":\"신길6동 주민께 알립니다.\\n\\\"토요일\\\" 9시\"");
            assertThat(came.urgency()).isEqualTo("normal");
            assertThat(came.ttl()).isEqualTo("86400");
        });
        var counts = facts.counts(send.serial());
        assertThat(counts.of(State.HANDED)).isEqualTo(before - 1);
        assertThat(counts.of(State.FAILED)).isEqualTo(1);
        var failed = messages.page(send.serial(), State.FAILED, null, 10).rows();
        assertThat(failed).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("gone");
            assertThat(row.contact()).isEqualTo(dead);
        });
        assertThat(receivers.masked(Set.of(dead)).get(dead)).endsWith("***").doesNotContain("push/");
        assertThat(residents.find(dead).orElseThrow().dead()).isTrue();
        assertThat(receivers.count(WHOM.json(), Channel.PUSH, Kind.PUBLIC, Instant.now()))
                .isEqualTo(before - 1);
        assertThat(receivers.count(WHOM.json(), Channel.PUSH, Kind.DISASTER, Instant.now()))
                .as("not for disasters either")
                .isEqualTo(before - 1);
    }

    @Test
    void aDisasterHurriesAndIsNotKeptForTheEvening() {
        var one = service.subscribe();
        subscribed(one);
        sent(content(Kind.DISASTER, "호우경보", "오늘 15시 신길6동에 호우경보가 발령되었습니다. 하천변에서 벗어나세요."));
        assertThat(service.came(one)).singleElement().satisfies(came -> {
            assertThat(came.urgency()).isEqualTo("high");
            assertThat(came.ttl()).isEqualTo("14400");
        });
    }

    @Test
    void aTrialGoesToTheBrowserOfTheOfficerAndToNoOtherPlace() {
        var own = service.subscribe();
        var send = sends.draft(officer, content(Kind.PUBLIC, "걷기대회", "#{동} 주민께"));
        var trial = trials.send(officer, send.serial(), own);
        assertThat(trial.state()).isEqualTo("handed");
        assertThat(trial.ending()).endsWith("***");
        assertThat(service.came(own)).hasSize(1);
        assertThat(sends.get(send.serial()).triedOut()).isTrue();
        for (var wrong : new String[] {"", "010-0000-1234", "https://127.0.0.1/x a b"})
            assertThatThrownBy(() -> trials.send(officer, send.serial(), wrong))
                    .hasMessageContaining("notices.address.push");
    }

    @Test
    void whatDoesNotFitIsNotAskedFor() {
        subscribed(service.subscribe());
        var own = service.subscribe();
        var long1 = sends.draft(officer, content(Kind.PUBLIC, "제목", "가".repeat(PushLetter.MOST / 3)));
        assertThat(trials.send(officer, long1.serial(), own).state()).isEqualTo("rejected");
        assertThatThrownBy(() -> approval.ask(officer, long1.serial(), 1)).hasMessageContaining("notices.text.push");
        var untitled = sends.draft(officer, content(Kind.PUBLIC, " ", "글"));
        trials.send(officer, untitled.serial(), own);
        assertThatThrownBy(() -> approval.ask(officer, untitled.serial(), 1))
                .hasMessageContaining("notices.send.subject");
    }
}
