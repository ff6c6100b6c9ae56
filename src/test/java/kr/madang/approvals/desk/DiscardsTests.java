package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.content;
import static kr.madang.approvals.desk.Desk.filing;
import static kr.madang.approvals.desk.Desk.refused;
import static kr.madang.approvals.desk.Desk.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Status;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts are thrown away and brought back; what went on its way stays. */
@OfficeTest
class DiscardsTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Inbox inbox;

    @Autowired
    Discards discards;

    @Autowired
    CardVerifier verifier;

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

    private List<Paper.Id> drafts() {
        return inbox.drafts(clerk, null, 50).rows().stream()
                .map(PaperItem::paper)
                .toList();
    }

    @Test
    void aDiscardedDraftLeavesAllListsAndComesBackAsItWas() {
        var id = drafted();
        var before = papers.open(clerk, id);
        assertThat(before.moves()).contains(Move.DISCARD).doesNotContain(Move.RESTORE);
        approvals.discard(clerk, id);
        assertThat(drafts()).doesNotContain(id);
        assertThat(inbox.drafted(clerk, null, 50).rows())
                .extracting(PaperItem::paper)
                .doesNotContain(id);
        assertThat(papers.find(clerk, PaperQuery.text("버릴 기안"), null, 50).rows())
                .extracting(PaperItem::paper)
                .doesNotContain(id);
        assertThat(inbox.lying(clerk)).isZero();
        var item = discards.of(clerk, null, 10).rows().getFirst();
        assertThat(item.paper()).isEqualTo(id);
        assertThat(item.goes()).isEqualTo(item.at().plus(Duration.ofDays(30)));
        assertThat(discards.of(leader, null, 10).rows()).isEmpty();
        var thrown = papers.open(clerk, id);
        assertThat(thrown.paper().status()).isEqualTo(Status.DISCARDED);
        assertThat(thrown.moves()).containsExactly(Move.RESTORE);
        approvals.restore(clerk, id);
        assertThat(drafts()).contains(id);
        assertThat(papers.open(clerk, id).moves()).isEqualTo(before.moves());
        approvals.submit(clerk, id, before.hash(), "");
        assertThat(verifier.verify(id)).isEmpty();
        assertThat(db.sql("select act from kernel.trail_entry where subject = :s order by at, id")
                        .param("s", "paper:" + id)
                        .query(String.class)
                        .list())
                .containsSubsequence("paper.drafted", "paper.discarded", "paper.restored", "paper.submitted");
    }

    @Test
    void whatWasEverSubmittedCannotBeDiscarded() {
        var running = desk.submitted(clerk, filing(), route(leader, chief));
        refused("approvals.discard.submitted", () -> approvals.discard(clerk, running));
        approvals.withdraw(clerk, running, "다시 씀");
        refused("approvals.discard.submitted", () -> approvals.discard(clerk, running));
        var returned = desk.submitted(clerk, filing(), route(leader, chief));
        approvals.sendBack(leader, returned, "다시");
        refused("approvals.discard.submitted", () -> approvals.discard(clerk, returned));
        var done = desk.approved(clerk, leader, chief, filing());
        refused("approvals.discard.submitted", () -> approvals.discard(clerk, done));
        refused("approvals.restore.none", () -> approvals.restore(clerk, done));
    }

    @Test
    void onlyTheDrafterThrowsAwayAndNobodyElseSeesIt() {
        var id = drafted();
        refused("approvals.draft.other", () -> approvals.discard(leader, id));
        var looker = new Actor(clerk.id(), "x", "x", "", Map.of("approvals", Level.VIEW));
        refused("approvals.may.work", () -> approvals.discard(looker, id));
        approvals.discard(clerk, id);
        refused("approvals.draft.other", () -> approvals.restore(leader, id));
        refused("approvals.paper.discarded", () -> approvals.discard(clerk, id));
        refused("approvals.paper.forbidden", () -> papers.open(leader, id));
        var auditor = desk.actor("", "감사담당관", Level.VIEW);
        refused("approvals.paper.forbidden", () -> papers.open(auditor, id));
        var hash = papers.open(clerk, id).hash();
        refused("approvals.paper.discarded", () -> approvals.submit(clerk, id, hash, ""));
        refused("approvals.paper.discarded", () -> approvals.revise(clerk, id, hash, content("다른 글"), ""));
        refused("approvals.paper.discarded", () -> approvals.changeLine(clerk, id, route(leader, desk.chief()), ""));
        refused("approvals.refile.late", () -> approvals.refile(clerk, id, filing()));
        refused("approvals.redraft.early", () -> approvals.redraft(clerk, id, content("새로"), route(leader, chief)));
    }

    @Test
    void ofTwoAtOnceOneThrowsAwayOrSends() throws Exception {
        var id = drafted();
        var hash = papers.open(clerk, id).hash();
        Callable<String> discard = () -> {
            approvals.discard(clerk, id);
            return "discard";
        };
        Callable<String> submit = () -> {
            approvals.submit(clerk, id, hash, "");
            return "submit";
        };
        int done = 0;
        try (var people = Executors.newFixedThreadPool(4)) {
            for (var one : people.invokeAll(List.of(discard, submit, discard, submit)))
                try {
                    one.get();
                    done++;
                } catch (ExecutionException late) {
                    assertThat(late.getCause()).isInstanceOf(Refused.class);
                }
        }
        assertThat(done).isEqualTo(1);
        assertThat(verifier.verify(id)).isEmpty();
    }
}
