package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.content;
import static kr.madang.approvals.desk.Desk.filing;
import static kr.madang.approvals.desk.Desk.person;
import static kr.madang.approvals.desk.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Stage;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads which paper: everybody against every state of a paper. */
@OfficeTest
class AccessTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Access access;

    @Autowired
    Looks looks;

    private Desk desk;
    private final Map<String, Actor> people = new LinkedHashMap<>();

    @BeforeEach
    void people() {
        desk = new Desk(accounts, approvals, papers);
        people.put("drafter", desk.clerk());
        people.put("reviewer", desk.actor("media", "소통미디어팀장", Level.WORK));
        people.put("approver", desk.chief());
        people.put("reader", desk.actor("telecom", "주무관", Level.WORK));
        people.put("colleague", desk.clerk());
        people.put("stranger", desk.actor("computing", "주무관", Level.WORK));
        people.put("teamless", desk.actor("", "주무관", Level.WORK));
        people.put("auditor", desk.actor("", "감사담당관", Map.of("*", Level.VIEW)));
        people.put("manager", desk.actor("", "관리자", Map.of("*", Level.MANAGE)));
        people.put("visitor", desk.actor("computing", "주무관", Map.of("office", Level.WORK)));
    }

    private Actor who(String name) {
        return people.get(name);
    }

    private Route route() {
        return new Route(
                List.of(Stage.review(person(who("reviewer")))),
                person(who("approver")),
                List.of(person(who("reader"))));
    }

    private void readers(Paper.Id id, String... names) {
        var found = new TreeSet<String>();
        for (var entry : people.entrySet()) {
            boolean may = access.mayRead(entry.getValue(), id);
            boolean listed = papers.find(entry.getValue(), PaperQuery.ALL, null, 200).rows().stream()
                    .anyMatch(item -> item.paper().equals(id));
            assertThat(listed).as("search agrees for " + entry.getKey()).isEqualTo(may);
            if (may) found.add(entry.getKey());
        }
        assertThat(found).containsExactlyInAnyOrder(names);
    }

    @Test
    void theMatrixOfAnOpenPaper() {
        walk(filing(), true);
    }

    @Test
    void theMatrixOfAClosedPaper() {
        walk(Desk.closed(), false);
    }

    private void walk(Filing filing, boolean open) {
        var drafter = who("drafter");
        var id = approvals.draft(drafter, content("열람"), filing, route());
        var hash = desk.hash(drafter, id);
        readers(id, "drafter");
        approvals.submit(drafter, id, hash, "");
        readers(id, "drafter", "reviewer", "approver", "auditor");
        approvals.withdraw(drafter, id, "고침");
        readers(id, "drafter", "auditor");
        approvals.submit(drafter, id, hash, "");
        approvals.sign(who("reviewer"), id, hash, "");
        approvals.sign(who("approver"), id, hash, "");
        if (open) readers(id, "drafter", "reviewer", "approver", "reader", "colleague", "auditor");
        else readers(id, "drafter", "reviewer", "approver", "reader", "auditor");
        approvals.read(who("reader"), id);
        refused("approvals.read.twice", () -> approvals.read(who("reader"), id));
        refused("approvals.read.other", () -> approvals.read(who("stranger"), id));
    }

    @Test
    void everyLookAndEveryAttemptIsRecorded() {
        var drafter = who("drafter");
        var id = approvals.draft(drafter, content("기록"), filing(), route());
        papers.open(drafter, id);
        refused("approvals.paper.forbidden", () -> papers.open(who("stranger"), id));
        assertThat(looks.of(drafter, id, null, 50).rows())
                .extracting(look -> look.login() + " " + look.allowed())
                .containsExactly(who("stranger").login() + " false", drafter.login() + " true");
        refused("approvals.looks.forbidden", () -> looks.of(who("colleague"), id, null, 50));
        refused(
                "approvals.paper.missing",
                () -> papers.open(drafter, Paper.Id.of(new java.util.UUID(0, 7).toString())));
    }

    @Test
    void nobodyRedraftsAPaperHeMayNotRead() {
        var drafter = who("drafter");
        var id = approvals.draft(drafter, content("남의 것"), filing(), route());
        refused("approvals.paper.missing", () -> approvals.redraft(who("stranger"), id, content("가로채기"), route()));
    }
}
