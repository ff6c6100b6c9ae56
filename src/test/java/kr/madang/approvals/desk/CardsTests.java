package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.content;
import static kr.madang.approvals.desk.Desk.filing;
import static kr.madang.approvals.desk.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The card of one paper, on the page and in a file that is verified far from the office. */
@OfficeTest
class CardsTests {
    @Autowired
    OfficeRoster roster;

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Cards cards;

    @Autowired
    Looks looks;

    @Autowired
    ApprovalsCommand command;

    @TempDir
    Path folder;

    private Desk desk;
    private Actor drafter;
    private Actor leader;
    private Actor chief;
    private Paper.Id id;

    @BeforeEach
    void paper() {
        desk = new Desk(accounts, approvals, papers);
        drafter = desk.clerk();
        leader = desk.leader();
        chief = desk.chief();
        id = desk.approved(drafter, leader, chief, filing());
    }

    @Test
    void aCardShowsEveryVersionAndEveryAct() {
        var card = cards.open(drafter, id);
        assertThat(card.sound()).isTrue();
        assertThat(card.links()).hasSize(5);
        assertThat(card.paper().versions()).hasSize(1);
        assertThat(card.before()).isNull();
        assertThat(card.previousOf(card.paper().current())).isEmpty();
    }

    @Test
    void aRedraftIsComparedWithThePaperBeforeByWhoMayReadThat() {
        var old = desk.submitted(drafter, filing(), Desk.route(leader, chief));
        approvals.sendBack(leader, old, "다시 쓰세요.");
        var fresh = approvals.redraft(drafter, old, content("다시 쓴 협조"), Desk.route(leader, chief));
        var card = cards.open(drafter, fresh);
        assertThat(card.before()).isEqualTo(papers.open(drafter, old).current());
        assertThat(card.previousOf(card.paper().versions().getFirst())).contains(card.before());
        var hash = desk.hash(drafter, fresh);
        var other = desk.chief();
        approvals.changeLine(drafter, fresh, Desk.route(desk.leader(), other), "");
        approvals.submit(drafter, fresh, hash, "");
        assertThat(cards.open(other, fresh).before()).isNull();
    }

    @Test
    void whoMayNotReadThePaperDoesNotSeeItsCard() {
        var stranger = desk.actor("computing", "주무관", kr.madang.kernel.access.Level.WORK);
        refused("approvals.paper.forbidden", () -> cards.open(stranger, id));
        assertThat(looks.of(drafter, id, null, 10).rows().getFirst())
                .matches(look -> !look.allowed() && look.login().equals(stranger.login()));
    }

    @Test
    void aDownloadedCardIsSoundAndEveryChangeInItIsNamed() {
        var file = new String(cards.file(cards.open(drafter, id)), StandardCharsets.UTF_8);
        assertThat(recheck(file)).isEmpty();
        assertThat(recheck(file.replace("협조 요청", "협조 강요"))).containsExactly("approvals.card.altered");
        assertThat(recheck(file.replaceFirst("\"SIGNED\"", "\"DISSENTED\""))).containsExactly("approvals.card.altered");
        assertThat(recheck(file.replaceFirst("\"at\" : \"20", "\"at\" : \"19")))
                .containsExactly("approvals.card.altered");
        assertThat(recheck(file.replaceFirst("\"links\" : 5", "\"links\" : 6"))).containsExactly("approvals.card.cut");
        assertThat(recheck(file.replaceFirst("\"number\" : 2,", "\"number\" : 7,")))
                .containsExactly("approvals.card.missing");
        assertThat(recheck(file.replaceFirst(id.toString(), drafter.id().toString())))
                .containsExactly("approvals.card.altered");
    }

    @Test
    void whatIsNoCardIsRefused() {
        for (var text : List.of("", "{}", "[]", "null", "%PDF", "{\"format\":\"madang.card.1\"}", "{".repeat(5_000)))
            refused("approvals.card.file", () -> Cards.recheck(text.getBytes(StandardCharsets.UTF_8)));
        var file = new String(cards.file(cards.open(drafter, id)), StandardCharsets.UTF_8);
        refused(
                "approvals.card.file",
                () -> Cards.recheck(
                        file.replace("madang.card.1", "madang.card.2").getBytes(StandardCharsets.UTF_8)));
        refused(
                "approvals.card.file",
                () -> Cards.recheck(
                        file.replace("\"SUBMITTED\"", "\"NONSENSE\"").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theCommandRechecksAFile() throws IOException {
        var file = folder.resolve("card.json");
        Files.write(file, cards.file(cards.open(drafter, id)));
        assertThat(run(file)).startsWith("0 ").contains("이상 없음");
        Files.writeString(file, Files.readString(file).replace("협조 요청", "협조 강요"));
        assertThat(run(file)).startsWith("1 ").contains("나중에 바뀌었습니다");
        Files.writeString(file, "no card");
        assertThat(run(file)).startsWith("2 ").contains("문서관리카드 파일이 아니");
        assertThat(run(folder.resolve("none.json"))).startsWith("2 ").contains("읽을 수 없습니다");
    }

    @Test
    void looksArePagedMaskedAndNamed() {
        for (int i = 0; i < 7; i++) papers.open(leader, id);
        var first = looks.of(drafter, id, null, 5);
        assertThat(first.rows()).hasSize(5).allMatch(look -> look.name().endsWith("언론팀장"));
        var second = looks.of(drafter, id, first.next(), 5);
        assertThat(second.rows()).isNotEmpty().doesNotContainAnyElementsOf(first.rows());
        assertThat(looks.count(drafter, id).get(true)).isGreaterThanOrEqualTo(7);
        refused("approvals.looks.forbidden", () -> looks.of(leader, id, null, 5));
        refused("approvals.looks.forbidden", () -> looks.count(leader, id));
        assertThat(looks.may(chief, id)).isTrue();
        assertThat(looks.may(desk.chief(), id))
                .as("a chief who may not read the paper")
                .isFalse();
        assertThat(new Look(java.time.Instant.EPOCH, "", true, "10.1.2.3", "").masked())
                .isEqualTo("10.1.*.*");
        assertThat(new Look(java.time.Instant.EPOCH, "", true, "2001:db8:1::7", "").masked())
                .isEqualTo("2001:db8:*");
        assertThat(new Look(java.time.Instant.EPOCH, "", true, "localhost", "").masked())
                .isEqualTo("*");
    }

    @Test
    void aPaperIsPrintedWithWhoSignedAndWithANoteUntilItIsApproved() {
        var printing = new Printing("마당구청", "", roster);
        var letter = printing.letter(papers.open(drafter, id));
        assertThat(letter.note()).isEmpty();
        assertThat(letter.number()).matches("홍보미디어과-[0-9]+ \\([0-9]{4}\\. [0-9]+\\. [0-9]+\\.\\)");
        assertThat(letter.boxes()).extracting("role").containsExactly("기안", "검토", "결재");
        var draft = approvals.draft(drafter, content("초안"), filing(), Desk.route(leader, chief));
        var before = printing.letter(papers.open(drafter, draft));
        assertThat(before.note()).isEqualTo("결재 전 문서");
        assertThat(before.number()).isEmpty();
        assertThat(before.boxes()).extracting("role").containsExactly("기안");
        refused(
                "approvals.print.version",
                () -> printing.letter(papers.open(drafter, draft), 2, Printing.Addressed.INSIDE));
    }

    private static List<String> recheck(String file) {
        return Cards.recheck(file.getBytes(StandardCharsets.UTF_8)).stream()
                .map(finding -> finding.what().code())
                .toList();
    }

    private String run(Path file) {
        var out = new ByteArrayOutputStream();
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        return command.run(List.of("verify", file.toString()), printer, printer) + " "
                + out.toString(StandardCharsets.UTF_8);
    }
}
