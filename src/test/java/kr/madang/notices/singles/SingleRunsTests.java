package kr.madang.notices.singles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Messages to one person on their way through the ledger, with nodes that die and nodes that do the same at once. */
class SingleRunsTests extends Tray {
    @Autowired
    TransactionOperations transaction;

    @Test
    void whatIsWrittenDownStandsInOneRunOfItsUseAndDay() {
        var first = post(Use.CODE, "인증번호 123456");
        assertThat(state(first)).isEqualTo(State.QUEUED);
        assertThat(runs.place()).isPositive();
        var second = post(Use.CODE, "인증번호 654321");
        var call = post(Use.CALL, "비상소집");
        runs.place();
        assertThat(run(second)).isEqualTo(run(first));
        assertThat(run(call)).isNotEqualTo(run(first));
        assertThat(SingleRuns.owns(run(first))).isTrue();
        assertThat(state(second)).isEqualTo(State.QUEUED);
        assertThat(audit.check().findings()).isEmpty();
    }

    @Test
    void whatIsRolledBackWasNeverWrittenDown() {
        var id = Objects.requireNonNull(transaction.execute(status -> {
            var posted = post(Use.POST, "없던 일");
            status.setRollbackOnly();
            return posted;
        }));
        runs.place();
        assertThat(singles.standing(List.of(id))).isEmpty();
    }

    @Test
    void nodesThatTakeAtOnceTakeEachOnce() throws Exception {
        var ids = new HashSet<UUID>();
        for (int i = 0; i < 60; i++) {
            ids.add(post(Use.POST, "새글 " + i));
            ids.add(post(Use.CALL, "소집 " + i));
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) pool.submit(() -> runs.place());
            for (int i = 0; i < 40; i++) pool.submit(() -> ids.add(post(Use.POST, "더")));
        }
        while (runs.place() > 0) Thread.onSpinWait();
        int rows = db.sql("select count(distinct (send, row)) from notices.single where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
        assertThat(rows).isEqualTo(ids.size());
        assertThat(audit.check().findings()).isEmpty();
    }

    @Test
    void aRunThatHasClosedGoesOn() {
        var first = post(Use.API, "하나");
        runs.place();
        int run = run(first);
        handAll(run);
        assertThat(ledger.state(run)).contains(Ledger.RunState.CLOSED);
        var second = post(Use.API, "둘");
        runs.place();
        assertThat(run(second)).isEqualTo(run);
        assertThat(ledger.state(run)).contains(Ledger.RunState.RUNNING);
        assertThat(state(first)).isEqualTo(State.HANDED);
        assertThat(state(second)).isEqualTo(State.QUEUED);
        handAll(run);
        received(first, State.DELIVERED);
        received(second, State.FAILED);
        assertThat(state(first)).isEqualTo(State.DELIVERED);
        assertThat(singles.standing(List.of(second)).get(second).code()).isEqualTo("000");
        assertThat(ledger.state(run)).contains(Ledger.RunState.CLOSED);
        assertThat(audit.check().findings()).isEmpty();
    }

    /** The node dies between handing over and settling: nobody knows, and nobody is told twice. */
    @Test
    void whatADeadNodeHadInHandIsUnknownAndNotSentAgain() throws Exception {
        var id = post(Use.CALL, "소집");
        runs.place();
        int run = run(id);
        var lease = Objects.requireNonNull(lease(run, Duration.ofMillis(1)));
        assertThat(lease.messages()).isNotEmpty();
        Thread.sleep(20);
        ledger.recover();
        handAll(run);
        var dead = lease.messages().getFirst().contact();
        assertThat(state(dead)).isEqualTo(State.UNKNOWN);
        assertThat(singles.standing(List.of(dead)).get(dead).code()).isEqualTo("lost");
        // what the dead one had not told comes late all the same
        received(dead, State.DELIVERED);
        assertThat(audit.check().findings()).isEmpty();
    }

    /** Of two people who call one run into being at the same moment, one does. */
    @Test
    void theFirstOfADayAreWrittenByManyAtOnce() throws Exception {
        db.sql("update notices.single_run set day = day - 1 where use = 'POST'").update();
        var ids = new java.util.concurrent.ConcurrentLinkedQueue<UUID>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++)
                pool.submit(() -> {
                    ids.add(post(Use.POST, "첫 글"));
                    return runs.place();
                });
        }
        while (runs.place() > 0) Thread.onSpinWait();
        assertThat(ids.stream().map(this::run).distinct()).hasSize(1);
        assertThat(audit.check().findings()).isEmpty();
    }

    @Test
    void countsEqualTheLedger() {
        var id = post(Use.CODE, "인증번호 222222");
        runs.place();
        handAll(run(id));
        received(id, State.DELIVERED);
        post(Use.CODE, "인증번호 333333");
        var counted = list.counts(EVER);
        for (var use : counted.keySet()) {
            var slice = new SingleList.Query("", use, null, EVER);
            assertThat(list.count(slice))
                    .isEqualTo(Objects.requireNonNull(counted.get(use)).rows());
            for (var state : State.values())
                assertThat(list.count(new SingleList.Query("", use, state, EVER)))
                        .as(use + " " + state)
                        .isEqualTo(Objects.requireNonNull(counted.get(use)).of(state));
        }
        assertThat(counted).containsKey(Use.CODE);
    }

    @Test
    void codesAreErasedOnceTheirOutcomeIsFinal() {
        var code = post(Use.CODE, "인증번호 444444");
        var waiting = post(Use.CODE, "인증번호 555555");
        var other = post(Use.API, "안내문");
        runs.place();
        texts.erase();
        assertThat(texts.open(List.of(code, waiting, other), Instant.now())).hasSize(3);
        handAll(run(code));
        texts.erase();
        assertThat(texts.open(List.of(code), Instant.now()))
                .as("handed is not final")
                .hasSize(1);
        received(code, State.DELIVERED);
        handAll(run(other));
        received(other, State.DELIVERED);
        assertThat(texts.erase()).isPositive();
        assertThat(texts.open(List.of(code, waiting, other), Instant.now()).keySet())
                .containsExactlyInAnyOrder(waiting, other);
        assertThat(state(code)).isEqualTo(State.DELIVERED);
    }

    @Test
    void everythingIsErasedAfterItsTimeAndTheLedgerStays() {
        var code = post(Use.CODE, "인증번호 666666");
        var other = post(Use.API, "안내문");
        runs.place();
        old(code, Duration.ofMinutes(61));
        old(other, SingleTexts.KEPT.plusMinutes(1));
        texts.erase();
        assertThat(texts.open(List.of(code, other), Instant.now())).isEmpty();
        assertThat(masked(other)).isNotEmpty();
        old(other, SingleTexts.SHOWN.plusMinutes(1));
        texts.erase();
        assertThat(masked(other)).isEmpty();
        assertThat(state(other)).isEqualTo(State.QUEUED);
        assertThat(audit.check().findings()).isEmpty();
    }

    private void old(UUID id, Duration by) {
        db.sql("update notices.single set made_at = :at where id = :id")
                .param("at", Instant.now().minus(by))
                .param("id", id)
                .update();
    }

    private String masked(UUID id) {
        return db.sql("select masked || ending from notices.single where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void aCodeIsNotWorthSendingForever() {
        var code = post(Use.CODE, "인증번호 777777");
        var call = post(Use.CALL, "소집");
        var later = Instant.now().plus(Duration.ofHours(2));
        var opened = texts.open(List.of(code, call), later);
        assertThat(Objects.requireNonNull(opened.get(code)).late()).isTrue();
        assertThat(Objects.requireNonNull(opened.get(call)).late()).isFalse();
    }

    @Test
    void noAddressAndNoTextStandsInClearOrGetsIntoALog() {
        var single = new Single(Use.CODE, Channel.SMS, "010-0000-4321", "", "비밀 글 888888", "r");
        var id = singles.post(Actor.SYSTEM, List.of(single)).getFirst();
        var row = db.sql("select row_to_json(s)::text from notices.single s where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(row).contains("010-****-4321").doesNotContain("01000004321").doesNotContain("888888");
        var opened =
                Objects.requireNonNull(texts.open(List.of(id), Instant.now()).get(id));
        assertThat(opened.address()).isEqualTo("01000004321");
        assertThat(single.toString() + opened).doesNotContain("4321").doesNotContain("888888");
    }

    @Test
    void nobodyCanBeReachedNowhere() {
        for (var bad : Set.of("", "02-123-4567", "a@b", "010-0000-000", "01000001234\r\nBcc: x@y.example"))
            assertThatThrownBy(() -> new Single(Use.API, Channel.SMS, bad, "", "글", ""))
                    .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Single(Use.API, Channel.EMAIL, "a@b.example\nx", "", "글", ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Single(Use.API, Channel.SMS, phone(), "", "  ", ""))
                .hasMessageContaining("notices.single.empty");
        assertThatThrownBy(() -> new Single(Use.API, Channel.SMS, phone(), "", "가".repeat(20_001), ""))
                .hasMessageContaining("notices.single.long");
    }

    @Test
    void listsFindByTheLastFourAndByReference() {
        var reference = "ref-" + System.nanoTime();
        var to = phone();
        singles.post(Actor.SYSTEM, List.of(new Single(Use.API, Channel.SMS, to, "", "글", reference)));
        var byReference = new SingleList.Query(reference, null, null, EVER);
        assertThat(list.page(byReference, null, 10).rows()).hasSize(1);
        var byEnding = new SingleList.Query(to.substring(7), null, null, EVER);
        assertThat(list.page(byEnding, null, 10).rows()).isNotEmpty().allMatch(item -> item.masked()
                .endsWith(to.substring(7)));
        assertThat(list.count(new SingleList.Query("%' or 1=1 --", null, null, EVER)))
                .isZero();
    }
}
