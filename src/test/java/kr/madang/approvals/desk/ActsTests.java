package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.content;
import static kr.madang.approvals.desk.Desk.filing;
import static kr.madang.approvals.desk.Desk.refused;
import static kr.madang.approvals.desk.Desk.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Status;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.gate.Subject;
import kr.madang.kernel.sql.GroupCommit.Result;
import kr.madang.kernel.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What several people do at the same moment, judged and written together. */
@OfficeTest
class ActsTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Acts acts;

    @Autowired
    Papers papers;

    @Autowired
    CardVerifier verifier;

    @Autowired
    JdbcClient db;

    private Desk desk;
    private Actor leader;
    private Actor chief;

    @BeforeEach
    void people() {
        desk = new Desk(accounts, approvals, papers);
        leader = desk.leader();
        chief = desk.chief();
    }

    private Wish.Draft draft(Actor by, String address, PaperView.Origin origin) {
        var id = new Paper.Id(Id.next(acts.now()));
        var hand = new Trail.Hand(by, address);
        return new Wish.Draft(hand, id, content("협조 요청 " + address), filing(), route(leader, chief), origin);
    }

    private Wish.Doing sign(Actor by, Paper.Id id) {
        var hash = desk.hash(by, id);
        return new Wish.Doing(new Trail.Hand(by, "local"), id, (me, at) -> new Act.Sign(me, at, hash, ""));
    }

    private static Refused refusal(Result<Paper.Id> result) {
        return result instanceof Result.Failed<Paper.Id>(Refused why) ? why : null;
    }

    private void sound(Paper.Id id) {
        assertThat(verifier.verify(id)).isEmpty();
    }

    @Test
    void eachDraftOfAGroupIsItsOwnDraftersAndTheTrailKnowsWhoAndFromWhere() {
        var clerks =
                List.of(desk.clerk(), desk.actor("media", "주무관", kr.madang.kernel.access.Level.WORK), desk.clerk());
        var wishes = IntStream.range(0, 3)
                .<Wish>mapToObj(i -> draft(clerks.get(i), "10.0.0." + i, null))
                .toList();
        assertThat(acts.carry(wishes))
                .extracting(Result::get)
                .isEqualTo(wishes.stream().map(Wish::paper).toList());
        for (int i = 0; i < 3; i++) {
            var id = wishes.get(i).paper();
            var view = papers.open(clerks.get(i), id);
            assertThat(view.paper().status()).isEqualTo(Status.DRAFTING);
            assertThat(view.paper().line().drafter()).isEqualTo(Desk.person(clerks.get(i)));
            assertThat(view.versions().getLast().title()).isEqualTo("협조 요청 10.0.0." + i);
            assertThat(told(id)).containsExactly(clerks.get(i).login() + " 10.0.0." + i + " paper.drafted");
            sound(id);
        }
    }

    private List<String> told(Paper.Id id) {
        return db.sql(
                        "select login || ' ' || address || ' ' || act from kernel.trail_entry where subject = :s and act = 'paper.drafted'")
                .param("s", "paper:" + id)
                .query(String.class)
                .list();
    }

    @Test
    void whatIsRefusedInAGroupIsWrittenNowhereAndTheRestIs() {
        var clerk = desk.clerk();
        var first = desk.submitted(clerk, filing(), route(leader, chief));
        var second = desk.submitted(clerk, filing(), route(leader, chief));
        var notHisTurn = desk.submitted(clerk, filing(), route(leader, chief));
        var nowhere = new Paper.Id(Id.next(acts.now()));
        var unknown = new Wish.Doing(new Trail.Hand(leader, "local"), nowhere, Act.Read::new);
        var results = acts.carry(List.of(sign(leader, first), sign(chief, notHisTurn), unknown, sign(leader, second)));
        assertThat(results.get(0).get()).isEqualTo(first);
        assertThat(results.get(3).get()).isEqualTo(second);
        assertThat(refusal(results.get(1))).isNotNull();
        assertThat(refusal(results.get(2)).code()).isEqualTo("approvals.paper.missing");
        for (var id : List.of(first, second))
            assertThat(papers.open(clerk, id).paper().settled()).contains(Desk.person(leader));
        assertThat(papers.open(clerk, notHisTurn).paper().settled()).isEmpty();
        for (var id : List.of(first, second, notHisTurn)) sound(id);
    }

    @Test
    void approvalsOfAGroupGetNumbersOneAfterTheOther() {
        var clerk = desk.clerk();
        var ids = IntStream.range(0, 12)
                .mapToObj(i -> {
                    var id = desk.submitted(clerk, filing(), route(leader, chief));
                    approvals.sign(leader, id, desk.hash(leader, id), "");
                    return id;
                })
                .toList();
        acts.carry(ids.stream().<Wish>map(id -> sign(chief, id)).toList()).forEach(Result::get);
        var numbers = ids.stream().map(id -> papers.open(clerk, id).number()).toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("[가-힣]+-[0-9]+"));
        var serials = numbers.stream()
                .map(n -> Integer.parseInt(n.replaceAll("[^0-9]", "")))
                .sorted()
                .toList();
        assertThat(serials.getLast() - serials.getFirst()).isEqualTo(11);
        assertThat(filed(ids)).isEqualTo(12);
        ids.forEach(this::sound);
    }

    private long filed(List<Paper.Id> ids) {
        return db.sql("select count(*) from approvals.filed where paper = any(:ids)")
                .param("ids", ids.stream().map(Paper.Id::value).toArray(java.util.UUID[]::new))
                .query(Long.class)
                .single();
    }

    @Test
    void aGroupThatTheDatabaseRefusesIsWrittenOneByOne() throws Exception {
        var clerk = desk.clerk();
        var subject = new Subject("report", "group-" + System.nanoTime());
        var origin = new PaperView.Origin(subject, "/desk/report", "seal", false);
        var answers = new ArrayList<Future<String>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                var asked = i % 3 == 0 ? origin : null;
                answers.add(pool.submit(() -> {
                    try {
                        var id = approvals.drafted(clerk, content("같은 때"), filing(), route(leader, chief), asked);
                        sound(id);
                        return "";
                    } catch (Refused refused) {
                        return refused.code();
                    }
                }));
            }
        }
        var said = new ArrayList<String>();
        for (var answer : answers) said.add(answer.get());
        assertThat(said).filteredOn(String::isEmpty).hasSize(17);
        assertThat(said).filteredOn("approvals.gate.open"::equals).hasSize(7);
    }

    @Test
    void aCrowdWritesWholeLivesAndEveryCardIsSound() throws Exception {
        var lives = new ArrayList<Future<Paper.Id>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < 20; w++) {
                var clerk = desk.clerk();
                var reviewer = desk.leader();
                var approver = desk.chief();
                lives.add(pool.submit(() -> {
                    var id = approvals.draft(clerk, content("여럿"), filing(), route(reviewer, approver));
                    var hash = content("여럿").hash();
                    refused(
                            "approvals.paper.missing",
                            () -> approvals.sign(approver, new Paper.Id(clerk.id()), hash, ""));
                    approvals.submit(clerk, id, hash, "");
                    approvals.sign(reviewer, id, hash, "");
                    approvals.sign(approver, id, hash, "");
                    return id;
                }));
            }
        }
        var numbers = new ArrayList<String>();
        for (var life : lives) {
            var id = life.get();
            sound(id);
            numbers.add(papers.open(leader, id).number());
        }
        assertThat(numbers).hasSize(20).doesNotHaveDuplicates().doesNotContain("");
    }
}
