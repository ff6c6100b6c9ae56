package kr.madang.notices.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.notices.carriers.Answer;
import org.junit.jupiter.api.Test;

/** The ways out of an office, opened, changed and shut, and by whom. */
class LinesTests extends LineCase {
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
