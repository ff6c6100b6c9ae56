package kr.madang.notices.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.calls.CallEvent.Answer;
import kr.madang.notices.officers.Officers;
import kr.madang.notices.sends.Town;
import kr.madang.notices.singles.Singles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Calling staff out on a real database: who is told, once, whoever watches; who answers, and how. */
@OfficeTest
@Import(Town.class)
class CallsTests {
    private static final Actor CHIEF = Actor.SYSTEM;

    @Autowired
    Trees trees;

    @Autowired
    Calls calls;

    @Autowired
    CallSlips slips;

    @Autowired
    Officers officers;

    @Autowired
    Singles singles;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final List<Integer> begun = new ArrayList<>();

    @AfterEach
    void end() {
        for (int call : begun) if (calls.get(call).call().state() != Call.State.ENDED) calls.end(CHIEF, call, "시험이 끝남");
    }

    private UUID person(String phone) {
        var login = "nc" + System.nanoTime();
        var details = new Accounts.Details("주무관", "", "주무관", "", "");
        var id = accounts.open(Actor.SYSTEM, login, details).id().value();
        if (!phone.isEmpty()) officers.change(Actor.SYSTEM, id, phone, "");
        return id;
    }

    private static Rung rung(String title, int enough, UUID... people) {
        var keys = List.of(people).stream().map(UUID::toString).toList();
        return new Rung(title, keys, enough, Duration.ofMinutes(10), Duration.ofMinutes(3), 3);
    }

    private int start(Rung... rungs) {
        var tree = trees.create(CHIEF, new Tree("연락망 " + System.nanoTime(), List.of(rungs)));
        int serial = calls.start(CHIEF, tree.id(), "상황실로 오십시오.", true, "");
        begun.add(serial);
        return serial;
    }

    private List<CallEvent.Told> told(int serial) {
        return calls.get(serial).call().events().stream()
                .filter(CallEvent.Told.class::isInstance)
                .map(CallEvent.Told.class::cast)
                .toList();
    }

    /** Time passes for one call: everything in it happened so much earlier. */
    private void passes(int serial, Duration time) {
        db.sql("alter table notices.call_event disable trigger call_events_stay")
                .update();
        for (var sql :
                List.of("update notices.call_event set at = at - :time * interval '1 second' where call = :call", """
                update notices.call set started_at = started_at - :time * interval '1 second',
                    next_at = next_at - :time * interval '1 second' where serial = :call"""))
            db.sql(sql).param("time", time.toSeconds()).param("call", serial).update();
        db.sql("alter table notices.call_event enable trigger call_events_stay").update();
    }

    private void watch() {
        while (calls.step()) Thread.onSpinWait();
    }

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
            while (calls.step()) Thread.onSpinWait();
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

    private void shift(int serial, Duration time) {
        db.sql("update notices.call set next_at = next_at - :time * interval '1 second' where serial = :call")
                .param("time", time.toSeconds())
                .param("call", serial)
                .update();
        db.sql("alter table notices.call_event disable trigger call_events_stay")
                .update();
        db.sql("update notices.call_event set at = at - :time * interval '1 second' where call = :call")
                .param("time", time.toSeconds())
                .param("call", serial)
                .update();
        db.sql("alter table notices.call_event enable trigger call_events_stay").update();
    }

    /** A clock that was set back neither tells again nor keeps the watch busy. */
    @Test
    void aClockThatWasSetBackTellsNobodyAgain() {
        int call = start(rung("담당", 1, person("010-0000-7501")), rung("팀장", 1, person("")));
        passes(call, Duration.ofMinutes(-120));
        db.sql("update notices.call set next_at = now() where serial = :call")
                .param("call", call)
                .update();
        assertThat(calls.step()).isTrue();
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

    @Test
    void whoCannotBeReachedIsWrittenDownAndTheCallGoesOn() {
        int call = start(rung("담당", 1, person("")));
        assertThat(told(call)).hasSize(1);
        assertThat(calls.get(call).posted()).isEmpty();
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
        int call = calls.start(CHIEF, tree.id(), "오십시오.", true, "");
        begun.add(call);
        var other = new Tree(tree.tree().name(), List.of(rung("다른 담당", 1, person(""))));
        trees.write(CHIEF, tree.id(), tree.version(), other);
        assertThat(calls.get(call).call().tree().rungs().getFirst().title()).isEqualTo("담당");
        refused("notices.calls.tree.overtaken", () -> trees.write(CHIEF, tree.id(), tree.version(), other));
        refused("notices.calls.tree.twice", () -> trees.create(CHIEF, other));
        trees.retire(CHIEF, tree.id());
        refused("notices.calls.tree.retired", () -> calls.start(CHIEF, tree.id(), "오십시오.", true, ""));
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
        refused("notices.send.forbidden", () -> calls.start(worker, UUID.randomUUID(), "글", false, ""));
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

    private static void refused(String code, Callable<?> act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::call).satisfies(r -> assertThat(r.code())
                .isEqualTo(code));
    }
}
