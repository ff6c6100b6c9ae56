package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.content;
import static kr.madang.approvals.desk.Desk.filing;
import static kr.madang.approvals.desk.Desk.refused;
import static kr.madang.approvals.desk.Desk.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts that were thrown away are gone after thirty days; what anybody else knows of stays for ever. */
@OfficeTest
class PurgesTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Discards discards;

    @Autowired
    CardVerifier verifier;

    @Autowired
    Gate gate;

    @Autowired
    JdbcClient db;

    private Desk desk;
    private Actor clerk;
    private Actor leader;
    private Actor chief;

    @BeforeEach
    void people() {
        desk = new Desk(accounts, approvals, papers);
        clerk = desk.clerk();
        leader = desk.leader();
        chief = desk.chief();
    }

    private Paper.Id drafted() {
        return approvals.draft(clerk, content("버릴 기안"), filing(), route(leader, chief));
    }

    private Paper.Id discarded() {
        var id = drafted();
        approvals.discard(clerk, id);
        return id;
    }

    private void aged(Paper.Id id, int days) {
        db.sql("update approvals.paper set changed_at = changed_at - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", id)
                .update();
    }

    private boolean exists(Paper.Id id) {
        return db.sql("select exists (select from approvals.paper where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatAnotherRoomAskedIsTakenBackThereFirst() {
        var face = new Face("보도자료", "요지", List.of("1. 알림  끝."), "/desk/press/1", "s");
        var subject = new Subject("press", "release:" + System.nanoTime());
        var asked = new Paper.Id(gate.ask(clerk, subject, "press.release", face));
        refused("approvals.discard.asked", () -> approvals.discard(clerk, asked));
        gate.drop(clerk, subject, "press.release");
        approvals.discard(clerk, asked);
        aged(asked, 31);
        assertThat(discards.of(clerk, null, 10).rows().getFirst().goes()).isNull();
        discards.purge();
        assertThat(exists(asked)).as("the other room knows of it").isTrue();
        approvals.restore(clerk, asked);
    }

    @Test
    void afterThirtyDaysItIsGoneAndTheVerificationKnows() {
        var id = discarded();
        var found = verifier.verify().found();
        aged(id, 29);
        discards.purge();
        assertThat(exists(id)).isTrue();
        aged(id, 1);
        assertThat(discards.purge()).isPositive();
        assertThat(exists(id)).isFalse();
        assertThat(discards.run()).contains("0건");
        for (var table : List.of("event", "content_version", "link", "seat", "access", "buffer"))
            assertThat(db.sql("select count(*) from approvals." + table + " where paper = :id")
                            .param("id", id)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        assertThat(verifier.verify().found()).isEqualTo(found);
        refused("approvals.paper.missing", () -> approvals.restore(clerk, id));
        assertThat(db.sql("select count(*) from kernel.trail_entry where subject = :s and act = 'paper.purged'")
                        .param("s", "paper:" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRedraftIsKeptBecauseTheOldPaperNamesIt() {
        var old = desk.submitted(clerk, filing(), route(leader, chief));
        approvals.sendBack(leader, old, "다시");
        var fresh = approvals.redraft(clerk, old, content("다시 쓴 글"), route(leader, chief));
        approvals.discard(clerk, fresh);
        aged(fresh, 60);
        discards.purge();
        assertThat(exists(fresh)).isTrue();
        approvals.restore(clerk, fresh);
    }

    @Test
    void whatHangsOnAThirdThingStaysAndHindersNoOther() {
        var stuck = discarded();
        var free = discarded();
        aged(stuck, 40);
        aged(free, 39);
        db.sql("create table approvals.hanger (paper uuid references approvals.paper)")
                .update();
        try {
            db.sql("insert into approvals.hanger values (:id)")
                    .param("id", stuck)
                    .update();
            discards.purge();
            assertThat(exists(stuck)).isTrue();
            assertThat(papers.open(clerk, stuck).current().title()).isEqualTo("버릴 기안");
            assertThat(exists(free)).isFalse();
        } finally {
            db.sql("drop table approvals.hanger").update();
        }
        discards.purge();
        assertThat(exists(stuck)).isFalse();
    }

    @Test
    void theDatabaseLetsNothingElseGo() {
        var fresh = discarded();
        papers.open(clerk, fresh);
        var sent = desk.submitted(clerk, filing(), route(leader, chief));
        aged(sent, 60);
        db.sql("update approvals.paper set status = 'DISCARDED', submitted_at = null where id = :id")
                .param("id", sent)
                .update();
        for (var id : List.of(fresh, sent))
            for (var table : List.of("event", "content_version", "link", "access"))
                assertThatExceptionOfType(DataAccessException.class).as(table).isThrownBy(() -> db.sql(
                                "delete from approvals." + table + " where paper = :id")
                        .param("id", id)
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> db.sql("delete from approvals.paper where id = :id")
                        .param("id", fresh)
                        .update());
        discards.purge();
        assertThat(exists(sent)).isTrue();
        db.sql("update approvals.paper set status = 'RUNNING' where id = :id")
                .param("id", sent)
                .update();
    }

    @Test
    void restoredWhileItIsPurgedItEitherStaysWholeOrIsGone() throws Exception {
        for (int i = 0; i < 10; i++) {
            var id = discarded();
            aged(id, 40);
            Callable<Void> purge = () -> {
                discards.purge();
                return null;
            };
            Callable<Void> restore = () -> {
                approvals.restore(clerk, id);
                return null;
            };
            boolean restored = true;
            try (var both = Executors.newFixedThreadPool(2)) {
                var runs = both.invokeAll(List.of(purge, restore));
                runs.getFirst().get();
                try {
                    runs.getLast().get();
                } catch (ExecutionException gone) {
                    restored = false;
                }
            }
            assertThat(exists(id)).isEqualTo(restored);
            if (restored) assertThat(verifier.verify(id)).isEmpty();
        }
    }
}
