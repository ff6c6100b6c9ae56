package kr.madang.notices.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.notices.calls.Call.State;
import kr.madang.notices.calls.CallEvent.Answer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CallTests {
    private static final Instant NIGHT = Instant.parse("2026-07-14T17:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Duration TWO = Duration.ofMinutes(2);

    private static Rung rung(String title, int enough, String... people) {
        return new Rung(title, List.of(people), enough, FIVE, TWO, 2);
    }

    private static Call begun(Rung... rungs) {
        return Call.start(new Tree("풍수해 비상소집", List.of(rungs)), "02:00까지 상황실로 오십시오.", false, NIGHT);
    }

    private static Instant after(int seconds) {
        return NIGHT.plusSeconds(seconds);
    }

    private static List<String> told(Call call) {
        return call.events().stream()
                .filter(CallEvent.Told.class::isInstance)
                .map(CallEvent.Told.class::cast)
                .map(t -> Duration.between(NIGHT, t.at()).toSeconds() + "s " + t.person() + " " + t.attempt())
                .toList();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void theFirstRungHearsAtOnceAndTheSilentHearAgain() {
        var call = begun(rung("당직", 1, "a", "b")).at(NIGHT);
        assertThat(told(call)).containsExactly("0s a 1", "0s b 1");
        assertThat(call.next()).contains(after(120));
        assertThat(call.at(after(119))).isSameAs(call);
        var again = call.answered("a", Answer.UNABLE, after(60)).at(after(120));
        assertThat(told(again)).containsExactly("0s a 1", "0s b 1", "120s b 2");
        assertThat(told(again.at(after(240)))).as("twice at most").hasSize(3);
    }

    @Test
    void itIsMetWhenEnoughAreComing() {
        var call = begun(rung("당직", 2, "a", "b", "c")).at(NIGHT);
        call = call.answered("a", Answer.COMING, after(10));
        assertThat(call.state()).isEqualTo(State.RUNNING);
        call = call.answered("c", Answer.COMING, after(40));
        assertThat(call.state()).isEqualTo(State.MET);
        assertThat(call.took()).contains(Duration.ofSeconds(40));
        assertThat(call.next()).isEmpty();
        assertThat(call.at(after(9_000))).isSameAs(call);
        assertThat(call.answered("b", Answer.UNABLE, after(50)).state())
                .as("late words are kept")
                .isEqualTo(State.MET);
    }

    @Test
    void theNextRungHearsWhenTheTimeIsOverAndTheFirstMayStillAnswer() {
        var call = begun(rung("당직", 1, "a"), rung("팀장", 1, "b"), rung("과장", 1, "c"))
                .at(NIGHT);
        call = call.at(after(299));
        assertThat(call.opened()).isEqualTo(1);
        call = call.at(after(300));
        assertThat(call.opened()).isEqualTo(2);
        assertThat(told(call)).contains("300s b 1").doesNotContain("300s c 1");
        assertThat(call.answered("a", Answer.COMING, after(310)).state()).isEqualTo(State.MET);
    }

    @Test
    void whoCannotComeLetsTheNextRungHearAtOnce() {
        var call = begun(rung("당직", 2, "a", "b", "c"), rung("팀장", 1, "d")).at(NIGHT);
        call = call.answered("a", Answer.UNABLE, after(5)).at(after(6));
        assertThat(call.opened()).as("two of three can still come").isEqualTo(1);
        call = call.answered("b", Answer.UNABLE, after(7)).at(after(8));
        assertThat(call.opened()).isEqualTo(2);
        assertThat(told(call)).contains("8s d 1");
    }

    @Test
    void afterTheLastRungItIsExhaustedAndAnswersStillCount() {
        var call = begun(rung("당직", 1, "a"), rung("팀장", 1, "b"))
                .at(NIGHT)
                .at(after(300))
                .at(after(600));
        assertThat(call.state()).isEqualTo(State.EXHAUSTED);
        assertThat(call.at(after(700)).events().stream().filter(CallEvent.Exhausted.class::isInstance))
                .hasSize(1);
        assertThat(call.answered("b", Answer.COMING, after(900)).state()).isEqualTo(State.MET);
    }

    @Test
    void aNodeThatSleptOpensOneRungAndGivesItItsTime() {
        var call = begun(rung("당직", 1, "a"), rung("팀장", 1, "b"), rung("과장", 1, "c"))
                .at(NIGHT);
        call = call.at(after(36_000));
        assertThat(call.opened()).isEqualTo(2);
        assertThat(call.next()).contains(after(36_120));
        assertThat(call.at(after(36_299)).opened()).isEqualTo(2);
        assertThat(call.at(after(36_300)).opened()).isEqualTo(3);
    }

    @Test
    void aClockThatGoesBackDoesNothing() {
        var call = begun(rung("당직", 1, "a")).at(NIGHT).at(after(120));
        assertThat(call.at(after(60))).isSameAs(call);
        assertThat(call.at(NIGHT.minusSeconds(1))).isSameAs(call);
    }

    @Test
    void whoStandsInTwoRungsIsNotToldTwiceAtOnce() {
        var call = begun(rung("당직", 1, "a", "b"), rung("팀장", 1, "b", "c"))
                .at(NIGHT)
                .at(after(300));
        assertThat(told(call).stream().filter(line -> line.startsWith("300s b")))
                .hasSize(1);
        assertThat(told(call)).contains("300s c 1");
    }

    @Test
    void aDrillSaysSoFirst() {
        var tree = new Tree("훈련", List.of(rung("당직", 1, "a")));
        assertThat(Call.start(tree, "모이십시오.", true, NIGHT).text()).isEqualTo("[훈련] 모이십시오.");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var call = begun(rung("당직", 1, "a")).at(NIGHT);
        refused("notices.calls.stranger", () -> call.answered("x", Answer.COMING, after(1)));
        refused("notices.calls.stranger", () -> begun(rung("당직", 1, "a")).answered("a", Answer.COMING, NIGHT));
        var ended = call.ended("상황 해제", after(5));
        refused("notices.calls.ended", () -> ended.answered("a", Answer.COMING, after(6)));
        refused("notices.calls.ended", () -> ended.ended("다시", after(6)));
        refused("notices.calls.reason", () -> call.ended(" ", after(6)));
        refused("notices.calls.twice", () -> rung("당직", 1, "a", "a"));
        refused("notices.calls.enough", () -> rung("당직", 3, "a", "b"));
        refused("notices.calls.people", () -> rung("당직", 1));
        refused("notices.calls.span", () -> new Rung("당직", List.of("a"), 1, Duration.ofDays(2), TWO, 1));
        refused("notices.calls.rungs", () -> new Tree("빈", List.of()));
        refused("notices.calls.text", () -> Call.start(call.tree(), " ", false, NIGHT));
    }
}
