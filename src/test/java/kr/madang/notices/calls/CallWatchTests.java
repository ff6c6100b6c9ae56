package kr.madang.notices.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.notices.calls.CallEvent.Answer;
import org.junit.jupiter.api.Test;

/** Whoever watches, and whatever the clock does: each is told when it is his turn, and once. */
class CallWatchTests extends CallCase {
    @Test
    void theFirstRungIsToldAndTheNextOneHearsWhenNotEnoughCome() {
        var first = person("010-0000-7201");
        var second = person("010-0000-7202");
        int call = start(rung("담당", 1, first), rung("팀장", 1, second));
        assertThat(told(call)).extracting(CallEvent.Told::person).containsExactly(first.toString());
        var posted = calls.get(call).posted().values();
        assertThat(posted).hasSize(1);
        assertThat(singles.standing(posted.iterator().next().singles())).hasSize(1);
        passes(call, Duration.ofMinutes(3));
        watch();
        assertThat(told(call)).extracting(CallEvent.Told::attempt).containsExactly(1, 2);
        passes(call, Duration.ofMinutes(8));
        watch();
        assertThat(told(call)).extracting(CallEvent.Told::person).contains(second.toString());
        calls.answer(slips.write(call, 1), Answer.COMING);
        assertThat(calls.get(call).call().state()).isEqualTo(Call.State.MET);
        assertThat(db.sql(
                                "select count(*) from notices.call where serial = :call and met_at is not null and next_at is null")
                        .param("call", call)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Many nodes that look at once tell everybody once. */
    @Test
    void whoeverWatchesTellsOnce() throws Exception {
        var people = new UUID[12];
        for (int i = 0; i < people.length; i++) people[i] = person("010-0000-73%02d".formatted(i));
        int call = start(rung("모두", 12, people), rung("다음", 1, person("010-0000-7399")));
        for (int round = 0; round < 4; round++) {
            passes(call, Duration.ofMinutes(3).plusSeconds(1));
            Callable<Void> node = () -> {
                watch();
                return null;
            };
            try (var pool = Executors.newFixedThreadPool(6)) {
                for (var done : pool.invokeAll(List.of(node, node, node, node, node, node))) done.get();
            }
        }
        var told = told(call);
        assertThat(told.stream().filter(t -> t.rung() == 0)).hasSize(36);
        assertThat(told).doesNotHaveDuplicates();
        var letters = calls.get(call).posted().values().stream()
                .flatMap(p -> p.singles().stream())
                .toList();
        assertThat(letters).doesNotHaveDuplicates().hasSameSizeAs(told);
        assertThat(singles.standing(letters)).hasSameSizeAs(letters);
    }

    /** Who dies in the middle has told nobody; whoever is left tells everybody. */
    @Test
    void whatIsNotCommittedDidNotHappen() {
        var first = person("010-0000-7401");
        var second = person("010-0000-7402");
        int call = start(rung("담당", 1, first), rung("팀장", 1, second));
        int letters = db.sql("select count(*) from notices.single")
                .query(Integer.class)
                .single();
        // nobody else may take it meanwhile
        transaction.executeWithoutResult(status -> {
            shift(call, Duration.ofMinutes(11));
            watch();
            assertThat(told(call)).extracting(CallEvent.Told::person).contains(second.toString());
            status.setRollbackOnly();
        });
        assertThat(told(call)).extracting(CallEvent.Told::person).containsExactly(first.toString());
        assertThat(db.sql("select count(*) from notices.single")
                        .query(Integer.class)
                        .single())
                .isEqualTo(letters);
        passes(call, Duration.ofMinutes(11));
        watch();
        assertThat(told(call))
                .filteredOn(t -> t.person().equals(second.toString()))
                .hasSize(1);
    }

    /** A clock that was set back neither tells again nor keeps the watch busy. */
    @Test
    void aClockThatWasSetBackTellsNobodyAgain() {
        int call = start(rung("담당", 1, person("010-0000-7501")), rung("팀장", 1, person("")));
        passes(call, Duration.ofMinutes(-120));
        db.sql("update notices.call set next_at = now() where serial = :call")
                .param("call", call)
                .update();
        watch();
        watch();
        assertThat(told(call)).hasSize(1);
        assertThat(db.sql("select next_at > now() from notices.call where serial = :call")
                        .param("call", call)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** A clock that leaps a day ahead opens one rung after the other and tells each person once. */
    @Test
    void aClockThatLeapsAheadTellsEachPersonOnce() {
        var people = List.of(person("010-0000-7601"), person("010-0000-7602"), person("010-0000-7603"));
        int call = start(rung("하나", 1, people.get(0)), rung("둘", 1, people.get(1)), rung("셋", 1, people.get(2)));
        passes(call, Duration.ofDays(1));
        watch();
        assertThat(told(call)).filteredOn(t -> t.rung() == 1).hasSize(1);
        assertThat(told(call)).filteredOn(t -> t.rung() == 2).isEmpty();
    }

    /** A call nobody can read must not keep another from being told. */
    @Test
    void aCallThatCannotGoOnKeepsNoOtherFromIt() {
        int broken = start(rung("담당", 1, person("")));
        int call = start(rung("담당", 1, person("")));
        var rungs = db.sql("select rungs::text from notices.call where serial = :call")
                .param("call", broken)
                .query(String.class)
                .single();
        rungs(broken, "[]");
        try {
            shift(broken, Duration.ofMinutes(30));
            passes(call, Duration.ofMinutes(4));
            keeper.look();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(told(call))
                    .extracting(CallEvent.Told::attempt)
                    .containsExactly(1, 2));
        } finally {
            rungs(broken, rungs);
        }
        keeper.look();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.get(broken).call().state() == Call.State.EXHAUSTED);
    }

    private void rungs(int call, String rungs) {
        db.sql("update notices.call set rungs = :rungs::jsonb where serial = :call")
                .param("rungs", rungs)
                .param("call", call)
                .update();
    }

    @Test
    void whoCannotBeReachedIsWrittenDownAndTheCallGoesOn() {
        int call = start(rung("담당", 1, person("")));
        assertThat(told(call)).hasSize(1);
        assertThat(calls.get(call).posted()).isEmpty();
    }
}
