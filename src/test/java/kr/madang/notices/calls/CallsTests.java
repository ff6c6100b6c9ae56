package kr.madang.notices.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.calls.CallEvent.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What begins a call, who answers it and how, and what stays written. */
class CallsTests extends CallCase {
    /** What phones cannot show or take whole would be told to nobody. */
    @Test
    void aTextThatTelephonesDoNotTakeBeginsNoCall() {
        var tree = trees.create(CHIEF, new Tree("긴 글 " + System.nanoTime(), List.of(rung("담당", 1, person("")))))
                .id();
        refused("notices.text.marked", () -> calls.start(CHIEF, tree, "상황실로 \uD83D\uDE00 오십시오.", true));
        refused("notices.text.long", () -> calls.start(CHIEF, tree, "가".repeat(1_000), true));
        begun.add(calls.start(CHIEF, tree, "가".repeat(900), true));
    }

    @Test
    void aSlipIsGoodForOnePersonOfOneCall() {
        var first = person("010-0000-7701");
        var second = person("010-0000-7702");
        int call = start(rung("담당", 2, first, second));
        var slip = slips.write(call, 0);
        assertThat(slip).hasSize(24).matches("[A-Za-z0-9_-]+");
        assertThat(Objects.requireNonNull(calls.held(slip).orElse(null)).person())
                .isEqualTo(first.toString());
        calls.answer(slip, Answer.UNABLE);
        calls.answer(slip, Answer.COMING);
        assertThat(db.sql("""
                        select details->>'via' from kernel.trail_entry
                        where act = 'call.answered' and subject = :call and actor = :person""")
                        .param("call", "call:" + call)
                        .param("person", first)
                        .query(String.class)
                        .list())
                .containsExactly("LINK", "LINK");
        assertThat(calls.get(call).call().answer(first.toString())).contains(Answer.COMING);
        assertThat(calls.get(call).call().answer(second.toString())).isEmpty();
        for (int i = 0; i < slip.length(); i++) {
            var forged = slip.substring(0, i) + (slip.charAt(i) == 'A' ? 'B' : 'A') + slip.substring(i + 1);
            assertThat(calls.held(forged)).as(forged).isEmpty();
            refused("notices.calls.slip", () -> answered(forged));
        }
        assertThat(calls.held(slips.write(call, 77))).isEmpty();
        assertThat(calls.held("")).isEmpty();
        calls.end(CHIEF, call, "끝");
        refused("notices.calls.ended", () -> answered(slip));
    }

    @Test
    void manyAnswersAtOnceAreAllWrittenDown() throws Exception {
        var people = new UUID[10];
        for (int i = 0; i < people.length; i++) people[i] = person("");
        int call = start(rung("모두", 10, people));
        var acts = new ArrayList<Callable<Void>>();
        for (int i = 0; i < people.length; i++) {
            int place = i;
            acts.add(() -> {
                calls.answer(slips.write(call, place), Answer.COMING);
                return null;
            });
        }
        try (var pool = Executors.newFixedThreadPool(5)) {
            for (var done : pool.invokeAll(acts)) done.get();
        }
        assertThat(calls.get(call).call().coming(0)).isEqualTo(10);
        assertThat(calls.get(call).call().state()).isEqualTo(Call.State.MET);
    }

    @Test
    void whatHappenedStaysWritten() {
        int call = start(rung("담당", 1, person("")));
        for (var sql : List.of(
                "update notices.call_event set person = gen_random_uuid() where call = :call",
                "delete from notices.call_event where call = :call"))
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> db.sql(sql).param("call", call).update());
    }

    @Test
    void aTreeIsWrittenByOneAtATimeAndChangesNoCallThatRuns() {
        var tree = trees.create(CHIEF, new Tree("바뀌는 연락망 " + System.nanoTime(), List.of(rung("담당", 1, person("")))));
        int call = calls.start(CHIEF, tree.id(), "오십시오.", true);
        begun.add(call);
        var other = new Tree(tree.tree().name(), List.of(rung("다른 담당", 1, person(""))));
        trees.write(CHIEF, tree.id(), tree.version(), other);
        assertThat(calls.get(call).call().tree().rungs().getFirst().title()).isEqualTo("담당");
        refused("notices.calls.tree.overtaken", () -> trees.write(CHIEF, tree.id(), tree.version(), other));
        refused("notices.calls.tree.twice", () -> trees.create(CHIEF, other));
        trees.retire(CHIEF, tree.id());
        refused("notices.calls.tree.retired", () -> calls.start(CHIEF, tree.id(), "오십시오.", true));
        refused(
                "notices.calls.tree.people",
                () -> trees.create(CHIEF, new Tree("모르는 사람", List.of(rung("담당", 1, UUID.randomUUID())))));
    }

    @Test
    void rightsDecideWhoCallsAndWhoAnswersForOthers() {
        var person = person("");
        int call = start(rung("담당", 1, person));
        var worker = actor(Level.WORK);
        var looker = actor(Level.VIEW);
        refused("notices.send.forbidden", () -> calls.start(worker, UUID.randomUUID(), "글", false));
        refused("notices.send.forbidden", () -> {
            calls.answer(looker, call, person, Answer.COMING);
            return null;
        });
        refused("notices.send.forbidden", () -> {
            calls.end(looker, call, "끝");
            return null;
        });
        var himself = new Actor(person, "", "", "", Map.of());
        calls.answer(himself, call, person, Answer.COMING);
        assertThat(calls.get(call).vias()).containsValue(Via.DESK);
    }

    private int answered(String slip) {
        calls.answer(slip, Answer.COMING);
        return 0;
    }

    private static Actor actor(Level level) {
        return new Actor(UUID.randomUUID(), "x", "x", "", Map.of("notices", level));
    }
}
