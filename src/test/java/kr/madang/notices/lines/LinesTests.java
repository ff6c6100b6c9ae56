package kr.madang.notices.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways out of an office, opened, changed, pinned, judged and shut. */
@OfficeTest
class LinesTests {
    private static final Actor MANAGER = actor("manager", Level.MANAGE);
    private static final Actor CLERK = actor("clerk", Level.WORK);
    private static final Actor VIEWER = actor("viewer", Level.VIEW);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    LineDesk desk;

    @Autowired
    Lines lines;

    @Autowired
    Healths healths;

    @Autowired
    LineKeeper keeper;

    @Autowired
    Judging judging;

    @Autowired
    LineStore store;

    @Autowired
    LineStates states;

    @Autowired
    Openings openings;

    @Autowired
    Phone phone;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationContext context;

    private Simulator center;

    private static Actor actor(String login, Level level) {
        return new Actor(UUID.randomUUID(), login, login, "press", Map.of("notices", level));
    }

    @BeforeEach
    void open() throws IOException {
        center = Simulator.start(new Simulator.Settings(0, "office", "secret"), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        for (var line : desk.all(MANAGER)) if (line.running()) desk.turn(MANAGER, line.number(), false, "시험 끝");
        desk.look();
        center.close();
    }

    private Map<String, String> contract(String password) {
        return Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(center.port()),
                "systemid",
                "office",
                "password",
                password);
    }

    private int line(String name, int rate) {
        int number = desk.add(
                MANAGER, LineKind.SMPP, new LineDesk.Draft(name + NUMBER.incrementAndGet(), rate, contract("secret")));
        desk.turn(MANAGER, number, true, "시험");
        desk.look();
        return number;
    }

    private Lines.Line up(int number) {
        await().atMost(SOON)
                .until(() -> lines.find(number).isPresent()
                        && lines.find(number).get().carrier().trouble().isEmpty());
        return lines.find(number).orElseThrow();
    }

    private static List<Parcel> parcels(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new Parcel(
                        new Parcel.Reference(1, row, 1), "0100000%04d".formatted(row), "0226704114", "", "알림"))
                .toList();
    }

    private static List<Answer> hand(Lines.Line line, int count) {
        return line.carrier().hand(parcels(count), Instant.now().plusSeconds(20));
    }

    // ------------------------------------------------------------------ opening

    @Test
    void aLineCarriesAsSoonAsItIsSwitchedOn() {
        int number = line("첫 회선", 0);
        var line = up(number);
        assertThat(hand(line, 20)).allMatch(a -> a instanceof Answer.Handed);
        assertThat(center.count()).isEqualTo(20);
        desk.turn(MANAGER, number, false, "점검");
        desk.look();
        assertThat(lines.find(number)).isEmpty();
        // whoever still holds it is told that nothing left
        assertThat(hand(line, 2)).allMatch(a -> a instanceof Answer.Unsent);
        assertThat(center.count()).isEqualTo(20);
    }

    /** Another node has no look of its own here; its round finds what was changed. */
    @Test
    void everyNodeOpensALineAnewWhenItIsChanged() {
        int number = line("바뀌는 회선", 0);
        var other = new LineKeeper(store, states, openings, phone, ledger, Clock.systemUTC(), context, true);
        other.look();
        assertThat(other.open().get(number).stored().revision()).isEqualTo(2);
        var before = desk.get(MANAGER, number);
        desk.change(MANAGER, number, new LineDesk.Draft(before.name(), 77, contract("")));
        other.look();
        assertThat(other.open().get(number).stored().rate()).isEqualTo(77);
        await().atMost(SOON).until(() -> other.open().get(number).trouble().isEmpty());
        other.stop();
        // the round of this node's own timer
        await().atMost(SOON).until(() -> keeper.open().values().stream()
                .anyMatch(here ->
                        here.stored().number() == number && here.stored().rate() == 77));
    }

    @Test
    void aLineThatCannotBeOpenedKeepsNoOtherOneShut() {
        int number = line("고장 난 회선", 0);
        db.sql(
                        "update notices.line set settings = '{\"host\": \"localhost\", \"port\": \"x\"}', revision = revision + 1 where number = :n")
                .param("n", number)
                .update();
        int good = line("성한 회선", 0);
        up(good);
        assertThat(lines.find(number).orElseThrow().carrier().trouble()).contains("settings");
        assertThat(hand(lines.find(number).orElseThrow(), 1)).allMatch(a -> a instanceof Answer.Unsent);
    }

    @Test
    void theSecretIsSealedAndStaysWhenNothingIsTyped() {
        int number = line("비밀 회선", 0);
        var sealed = desk.get(MANAGER, number).sealed();
        assertThat(sealed).startsWith("m1.");
        assertThat(db.sql("select settings::text || sealed from notices.line where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .doesNotContain("secret\"");
        assertThat(desk.get(MANAGER, number).settings()).doesNotContainKey("password");
        desk.change(
                MANAGER, number, new LineDesk.Draft(desk.get(MANAGER, number).name(), 0, contract("")));
        desk.look();
        up(number);
        desk.change(
                MANAGER, number, new LineDesk.Draft(desk.get(MANAGER, number).name(), 0, contract("wrong")));
        assertThat(desk.tryOut(MANAGER, number))
                .hasValueSatisfying(why -> assertThat(why).contains("refused"));
        desk.change(
                MANAGER, number, new LineDesk.Draft(desk.get(MANAGER, number).name(), 0, contract("secret")));
        assertThat(desk.tryOut(MANAGER, number)).isEmpty();
    }

    // ------------------------------------------------------------------ choosing

    @Test
    void sharesPinsAndTroublesDecideWhichLineIsNext() throws IOException {
        int one = line("하나", 0);
        int two = line("둘", 0);
        up(one);
        up(two);
        assertThat(chosen()).containsExactlyInAnyOrder(one, two);
        desk.pin(MANAGER, two, "하나 점검");
        desk.look();
        assertThat(chosen()).containsExactly(two);
        assertThatThrownBy(() -> desk.pin(MANAGER, two, "다시")).isInstanceOf(Refused.class);
        desk.pin(MANAGER, one, "둘 점검");
        desk.look();
        assertThat(chosen()).containsExactly(one);
        // a pinned line in trouble makes everything wait; elsewhere it must not go
        center.close();
        await().atMost(SOON).until(() -> lines.choose(Channel.SMS).isEmpty());
        desk.turn(MANAGER, one, false, "장애");
        desk.look();
        assertThat(desk.pinned(MANAGER, Channel.SMS)).isEmpty();
        assertThat(acts(one)).contains(LineChange.What.UNPINNED, LineChange.What.SWITCHED_OFF);
    }

    private List<Integer> chosen() {
        return IntStream.range(0, 60)
                .mapToObj(_ -> lines.choose(Channel.SMS).orElseThrow().number())
                .distinct()
                .toList();
    }

    private List<LineChange.What> acts(int number) {
        return desk.history(MANAGER, number, "", 50).rows().stream()
                .map(LineChange::what)
                .toList();
    }

    @Test
    void aLineThatErrsLosesHalfOfItsShareForAllNodes() {
        int number = line("서툰 회선", 0);
        var line = up(number);
        var bad = java.util.Collections.<Answer>nCopies(10, new Answer.Unknown("line lost"));
        var good = java.util.Collections.<Answer>nCopies(40, new Answer.Handed("1"));
        lines.seen(line, bad, Duration.ofMillis(50));
        lines.seen(line, good, Duration.ofMillis(50));
        states.write(keeper.open());
        assertThat(judging.run()).contains("비중 변경");
        assertThat(desk.get(MANAGER, number).weight()).isEqualTo(50);
        var change = desk.history(MANAGER, number, "", 1).rows().getFirst();
        assertThat(change.what()).isEqualTo(LineChange.What.CUT);
        assertThat(List.of(change.from(), change.to())).containsExactly(100, 50);
        assertThat(change.why()).isEqualTo("errors 10/50");
        // one bad minute is one cut
        judging.run();
        assertThat(desk.get(MANAGER, number).weight()).isEqualTo(50);
        assertThat(healths.get(CLERK, number).lately(Instant.now()).bad()).isEqualTo(10);
    }

    /** What we hold back ourselves is no fault of the line. */
    @Test
    void ourOwnRateCostsNoShare() {
        int number = line("느린 계약", 20);
        var line = up(number);
        long begun = System.nanoTime();
        var answers = line.carrier().hand(parcels(60), Instant.now().plusSeconds(1));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(answers).hasSize(60);
        long handed = answers.stream().filter(a -> a instanceof Answer.Handed).count();
        assertThat(handed).isBetween(1L, 50L);
        assertThat(center.count()).isEqualTo(handed);
        lines.seen(line, answers, took.plusSeconds(6));
        states.write(keeper.open());
        var lately = healths.get(CLERK, number).lately(Instant.now());
        assertThat(lately.bad()).isZero();
        assertThat(lately.slow()).isZero();
        assertThat(lately.good()).isEqualTo((int) handed);
    }

    @Test
    void aLineLostIsSeenAndWrittenDown() throws IOException {
        int number = line("끊긴 회선", 0);
        up(number);
        await().atMost(SOON).until(() -> healths.get(CLERK, number).word() == Health.Word.WORKS);
        center.close();
        await().atMost(SOON).until(() -> healths.get(CLERK, number).word() == Health.Word.TROUBLE);
        assertThat(acts(number)).startsWith(LineChange.What.RESTED);
    }

    // ------------------------------------------------------------------ who may

    @Test
    void onlyManagersChangeAndOnlyWorkersLook() {
        int number = line("남의 회선", 0);
        var draft = new LineDesk.Draft("다른 이름", 0, contract("secret"));
        assertThat(desk.all(CLERK)).isNotEmpty();
        assertForbidden(() -> desk.all(VIEWER));
        assertForbidden(() -> healths.get(VIEWER, number));
        assertForbidden(() -> desk.history(VIEWER, 0, "", 10));
        assertForbidden(() -> desk.add(CLERK, LineKind.SMPP, draft));
        assertForbidden(() -> desk.change(CLERK, number, draft));
        assertForbidden(() -> desk.turn(CLERK, number, false, "왜"));
        assertForbidden(() -> desk.pin(CLERK, number, "왜"));
        assertForbidden(() -> desk.unpin(CLERK, number, "왜"));
        assertForbidden(() -> desk.tryOut(CLERK, number));
    }

    private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Refused.Reason.FORBIDDEN));
    }

    @Test
    void whatCannotBeIsRefused() {
        int number = line("까다로운 회선", 0);
        for (var host : List.of("", "a b", "-x", "a\nb", "x/../y", "http://x")) {
            var values = new java.util.HashMap<>(contract("secret"));
            values.put("host", host);
            assertThatThrownBy(() -> desk.change(MANAGER, number, new LineDesk.Draft("이름", 0, values)))
                    .isInstanceOf(Refused.class);
        }
        for (var port : List.of("0", "65536", "-1", "1e3", "2775 ", "99999999999")) {
            var values = new java.util.HashMap<>(contract("secret"));
            values.put("port", port);
            if (!port.endsWith(" "))
                assertThatThrownBy(() -> desk.change(MANAGER, number, new LineDesk.Draft("이름", 0, values)))
                        .isInstanceOf(Refused.class);
        }
        var taken = desk.get(MANAGER, number).name();
        assertThatThrownBy(() -> desk.add(
                        MANAGER, LineKind.SMPP, new LineDesk.Draft(taken.toUpperCase(), 0, contract("secret"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("notices.line.twice"));
        assertThatThrownBy(() -> desk.turn(MANAGER, number, false, " ")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.get(MANAGER, 9_999)).isInstanceOf(Refused.class);
    }

    /** Names of columns go into statements; none that is no name is ever kept. */
    @Test
    void columnsThatAreNoneAreRefusedBeforeTheyAreKept() {
        for (var columns : List.of(
                "reference=ref\nto=a b\nfrom=c\ntext=d\nstatus=e",
                "reference=ref\nto=a;drop\nfrom=c\ntext=d\nstatus=e",
                "reference=ref\nto=a\nfrom=c\ntext=d",
                "nonsense=ref",
                "just words")) {
            var values =
                    Map.of("url", "jdbc:postgresql://localhost/x", "user", "x", "columns", columns, "constants", "e=1");
            assertThatThrownBy(() -> desk.add(MANAGER, LineKind.TABLE, new LineDesk.Draft("표", 0, values)))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("notices.line.wrong.pairs"));
        }
    }

    /** A message that goes to the simulator looks sent and reaches nobody. */
    @Test
    void noSimulatorStartsInAnOfficeForWork() {
        phone.lookAround();
        assertThat(phone.here()).isFalse();
        assertThatThrownBy(() -> phone.behave(MANAGER, Phone.Troubles.NONE)).isInstanceOf(Refused.class);
        int number = desk.add(
                MANAGER,
                LineKind.SMPP,
                new LineDesk.Draft(
                        "몰래 시연 " + NUMBER.incrementAndGet(), 0, Map.of("host", "simulator", "systemid", "x")));
        assertThat(desk.tryOut(MANAGER, number)).contains("no simulator here");
    }
}
