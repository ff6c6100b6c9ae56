package kr.madang.notices.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.officers.Officers;
import kr.madang.notices.sends.Town;
import kr.madang.notices.singles.Singles;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A town that calls its staff out on a real database, and time that passes for one call. */
@OfficeTest
@Import(Town.class)
abstract class CallCase {
    static final Actor CHIEF = Actor.SYSTEM;

    @Autowired
    Trees trees;

    @Autowired
    Calls calls;

    @Autowired
    CallWatch keeper;

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

    final List<Integer> begun = new ArrayList<>();

    @AfterEach
    void end() {
        for (int call : begun) if (calls.get(call).call().state() != Call.State.ENDED) calls.end(CHIEF, call, "시험이 끝남");
    }

    UUID person(String phone) {
        var login = "nc" + System.nanoTime();
        var details = new Accounts.Details("주무관", "", "주무관", "", "");
        var id = accounts.open(Actor.SYSTEM, login, details).id().value();
        if (!phone.isEmpty()) officers.change(Actor.SYSTEM, id, phone, "");
        return id;
    }

    static Rung rung(String title, int enough, UUID... people) {
        var keys = List.of(people).stream().map(UUID::toString).toList();
        return new Rung(title, keys, enough, Duration.ofMinutes(10), Duration.ofMinutes(3), 3);
    }

    int start(Rung... rungs) {
        var tree = trees.create(CHIEF, new Tree("연락망 " + System.nanoTime(), List.of(rungs)));
        int serial = calls.start(CHIEF, tree.id(), "상황실로 오십시오.", true);
        begun.add(serial);
        return serial;
    }

    List<CallEvent.Told> told(int serial) {
        return calls.get(serial).call().events().stream()
                .filter(CallEvent.Told.class::isInstance)
                .map(CallEvent.Told.class::cast)
                .toList();
    }

    /** Time passes for one call: everything in it happened so much earlier. */
    void passes(int serial, Duration time) {
        shift(serial, time);
        db.sql("update notices.call set started_at = started_at - :time * interval '1 second' where serial = :call")
                .param("time", time.toSeconds())
                .param("call", serial)
                .update();
    }

    void watch() {
        calls.due().forEach(calls::step);
    }

    void shift(int serial, Duration time) {
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

    static void refused(String code, Callable<?> act) {
        assertThatExceptionOfType(Refused.class).isThrownBy(act::call).satisfies(r -> assertThat(r.code())
                .isEqualTo(code));
    }
}
