package kr.madang.approvals.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PaperTests {
    private static final Person CLERK = new Person("clerk");
    private static final Person LEADER = new Person("leader");
    private static final Person BUDGET = new Person("budget");
    private static final Person LEGAL = new Person("legal");
    private static final Person CHIEF = new Person("chief");
    private static final Person OTHER = new Person("other");
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final Line USUAL = line(Stage.review(LEADER), Stage.concur(BUDGET, LEGAL));

    private final World office = new World();
    private Instant clock = Instant.parse("2026-11-21T01:00:00Z");

    private static Line line(Stage... stages) {
        return Line.of(CLERK, List.of(stages), CHIEF, Terms.USUAL);
    }

    private Instant at() {
        clock = clock.plusSeconds(60);
        return clock;
    }

    private Paper draft(Line line) {
        return Paper.draft(new Paper.Id(UUID.randomUUID()), line, A, at(), office);
    }

    private Paper submitted(Line line) {
        return draft(line).act(new Act.Submit(line.drafter(), at(), A, ""), office);
    }

    private Paper sign(Paper paper, Person... people) {
        for (var person : people) paper = paper.act(new Act.Sign(person, at(), paper.content(), ""), office);
        return paper;
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThat(catchThrowableOfType(Refused.class, act))
                .extracting(Refused::code)
                .isEqualTo(code);
    }

    @Test
    void aPaperPassesItsLineAndIsApproved() {
        var paper = submitted(USUAL);
        assertThat(paper.due()).containsExactly(LEADER);
        paper = sign(paper, LEADER);
        assertThat(paper.due()).containsExactly(BUDGET, LEGAL);
        paper = sign(paper, LEGAL, BUDGET);
        assertThat(paper.due()).containsExactly(CHIEF);
        paper = sign(paper, CHIEF);
        assertThat(paper.status()).isEqualTo(Status.APPROVED);
        assertThat(paper.approvedAt()).contains(clock);
        assertThat(paper.due()).isEmpty();
        assertThat(paper.boxes())
                .extracting(Box::role)
                .containsExactly(Role.REVIEW, Role.CONCUR, Role.CONCUR, Role.APPROVE);
        assertThat(paper.events()).allSatisfy(event -> assertThat(event.hash()).isEqualTo(A));
    }

    @Test
    void nobodySignsTwice() {
        var paper = sign(submitted(USUAL), LEADER);
        refused("approvals.seat.settled", () -> sign(paper, LEADER));
        var done = sign(paper, BUDGET, LEGAL, CHIEF);
        refused("approvals.paper.approved", () -> sign(done, CHIEF));
    }

    @Test
    void nobodySignsBeforeHisTurnOrWithoutASeat() {
        var paper = submitted(USUAL);
        refused("approvals.seat.notdue", () -> sign(paper, CHIEF));
        refused("approvals.seat.none", () -> sign(paper, OTHER));
        refused("approvals.seat.none", () -> sign(paper, CLERK));
        refused("approvals.paper.drafting", () -> sign(draft(USUAL), LEADER));
    }

    @Test
    void aWithdrawnReturnedOrHeldPaperIsNotSigned() {
        var withdrawn = submitted(USUAL).act(new Act.Withdraw(CLERK, at(), "금액 수정"), office);
        refused("approvals.paper.withdrawn", () -> sign(withdrawn, LEADER));
        var returned = submitted(USUAL).act(new Act.Return(LEADER, at(), "근거 보완"), office);
        refused("approvals.paper.returned", () -> sign(returned, LEADER));
        var held = submitted(USUAL).act(new Act.Hold(LEADER, at(), "확인 중"), office);
        refused("approvals.paper.held", () -> sign(held, LEADER));
        refused("approvals.resume.other", () -> held.act(new Act.Resume(CHIEF, at(), ""), office));
        assertThat(sign(held.act(new Act.Resume(LEADER, at(), ""), office), LEADER)
                        .settled())
                .contains(LEADER);
    }

    @Test
    void aWithdrawnPaperIsRewrittenAndSentAgain() {
        var paper = submitted(USUAL)
                .act(new Act.Withdraw(CLERK, at(), "오기"), office)
                .act(new Act.Revise(CLERK, at(), A, B, ""), office)
                .act(new Act.Submit(CLERK, at(), B, ""), office);
        assertThat(paper.version()).isEqualTo(2);
        assertThat(sign(paper, LEADER).last().hash()).isEqualTo(B);
    }

    @Test
    void aSkippedReviewIsOpenAgainAfterAWithdrawal() {
        var paper = skip(submitted(USUAL), CLERK, LEADER, "출장").act(new Act.Withdraw(CLERK, at(), "오기"), office);
        assertThat(paper.settled()).isEmpty();
        assertThat(change(paper, CLERK, line(Stage.review(OTHER))).line().seats())
                .containsExactly(OTHER, CHIEF);
        assertThat(paper.act(new Act.Submit(CLERK, at(), A, ""), office).due()).containsExactly(LEADER);
    }

    @Test
    void withdrawingIsTooLateAfterASignature() {
        var paper = sign(submitted(USUAL), LEADER);
        refused("approvals.withdraw.late", () -> paper.act(new Act.Withdraw(CLERK, at(), "오기"), office));
        refused("approvals.draft.other", () -> submitted(USUAL).act(new Act.Withdraw(LEADER, at(), "오기"), office));
    }

    @Test
    void theDrafterAloneApprovesOnlyWhereTheTableSaysSo() {
        refused("approvals.line.alone", () -> Line.of(CLERK, List.of(), CLERK, Terms.USUAL));
        var alone = Line.of(CLERK, List.of(), CLERK, Terms.byDelegation().withAlone(true));
        var paper = sign(submitted(alone), CLERK);
        assertThat(paper.status()).isEqualTo(Status.APPROVED);
        assertThat(paper.boxes().getFirst().marks()).containsExactly(Mark.DELEGATED);
    }

    @Test
    void theDrafterDoesNotApproveHisOwnDraftAsADeputyEither() {
        office.absent.put(LEADER, CLERK);
        office.absent.put(CHIEF, CLERK);
        var paper = submitted(USUAL);
        refused("approvals.deputy.drafter", () -> signFor(paper, CLERK, LEADER));
        refused("approvals.seat.none", () -> paper.act(new Act.Dissent(CLERK, at(), A, "이견"), office));
        var last = sign(submitted(line(Stage.review(OTHER))), OTHER);
        refused("approvals.deputy.drafter", () -> signFor(last, CLERK, CHIEF));
    }

    @Test
    void aLineHoldsEveryoneOnce() {
        refused("approvals.line.twice", () -> line(Stage.review(LEADER), Stage.concur(LEADER)));
        refused("approvals.line.twice", () -> line(Stage.review(CHIEF)));
        refused("approvals.line.twice", () -> Stage.concur(LEGAL, LEGAL));
        refused("approvals.line.drafter", () -> line(Stage.review(CLERK)));
        refused("approvals.line.empty", () -> Stage.concur());
        refused("approvals.line.parallel", () -> new Stage(Role.REVIEW, List.of(LEADER, OTHER)));
        refused("approvals.line.role", () -> new Stage(Role.APPROVE, List.of(CHIEF)));
        refused("approvals.line.readers", () -> USUAL.withCirculation(List.of(OTHER, OTHER)));
        var many = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> Stage.concur(new Person("n" + i)))
                .toArray(Stage[]::new);
        refused("approvals.line.long", () -> line(many));
    }

    @Test
    void aReviewIsSkippedOnlyWithAReason() {
        refused("approvals.review.missing", () -> submitted(line(Stage.concur(BUDGET))));
        var paper = submitted(USUAL);
        refused("approvals.words.missing", () -> skip(paper, CLERK, LEADER, "  "));
        refused("approvals.skip.other", () -> skip(paper, OTHER, LEADER, "출장"));
        refused("approvals.skip.other", () -> skip(paper, LEADER, LEADER, "출장"));
        var skipped = skip(paper, CLERK, LEADER, "국외 출장");
        assertThat(skipped.due()).containsExactly(BUDGET, LEGAL);
        assertThat(skipped.boxes().getFirst().marks()).containsExactly(Mark.SKIPPED);
        assertThat(skipped.boxes().getFirst().words()).isEqualTo("국외 출장");
        refused("approvals.skip.review", () -> skip(skipped, CLERK, BUDGET, "출장"));
        refused("approvals.seat.settled", () -> skip(skipped, CLERK, LEADER, "출장"));
    }

    private Paper skip(Paper paper, Person by, Person reviewer, String words) {
        return paper.act(new Act.SkipReview(by, reviewer, at(), words), office);
    }

    @Test
    void aReviewIsNotChangedAwayEither() {
        var paper = submitted(USUAL);
        refused("approvals.review.missing", () -> change(paper, CLERK, line(Stage.concur(BUDGET))));
    }

    private Paper change(Paper paper, Person by, Line line) {
        return paper.act(new Act.ChangeLine(by, at(), line, ""), office);
    }

    @Test
    void theLineIsInTheHandsOfWhoeverSignedLast() {
        var paper = submitted(USUAL);
        var other = line(Stage.review(OTHER));
        refused("approvals.change.other", () -> change(paper, LEADER, other));
        assertThat(change(paper, CLERK, other).due()).containsExactly(OTHER);
        var reviewed = sign(paper, LEADER);
        refused("approvals.change.other", () -> change(reviewed, CLERK, line(Stage.review(LEADER))));
        refused("approvals.change.signed", () -> change(reviewed, LEADER, other));
        assertThat(change(reviewed, LEADER, line(Stage.review(LEADER))).due()).containsExactly(CHIEF);
        var half = sign(reviewed, BUDGET);
        refused("approvals.change.signed", () -> change(half, BUDGET, line(Stage.review(LEADER), Stage.concur(LEGAL))));
        var demoted = line(Stage.review(LEADER), Stage.review(BUDGET), Stage.concur(LEGAL));
        refused("approvals.change.signed", () -> change(half, BUDGET, demoted));
        var wider = change(half, BUDGET, line(Stage.review(LEADER), Stage.concur(BUDGET, LEGAL, OTHER)));
        assertThat(wider.due()).containsExactly(LEGAL, OTHER);
    }

    @Test
    void dissentStandsOnTheDraftAndTheWayGoesOn() {
        var paper = submitted(USUAL);
        refused("approvals.words.missing", () -> paper.act(new Act.Dissent(LEADER, at(), A, ""), office));
        var dissented = paper.act(new Act.Dissent(LEADER, at(), A, "예산이 모자랍니다."), office);
        assertThat(dissented.boxes().getFirst().marks()).containsExactly(Mark.DISSENT);
        assertThat(dissented.boxes().getFirst().words()).isEqualTo("예산이 모자랍니다.");
        var last = sign(dissented, BUDGET, LEGAL);
        refused("approvals.dissent.approver", () -> last.act(new Act.Dissent(CHIEF, at(), A, "아님"), office));
    }

    @Test
    void aDeputySignsForAnAbsentApproverAndReportsAfterwards() {
        var line = Line.of(
                CLERK,
                List.of(Stage.review(LEADER)),
                CHIEF,
                Terms.byDelegation().withImportance(true));
        var paper = sign(submitted(line), LEADER);
        refused("approvals.deputy.present", () -> signFor(paper, OTHER, CHIEF));
        office.absent.put(CHIEF, OTHER);
        refused("approvals.deputy.other", () -> signFor(paper, LEADER, CHIEF));
        var done = signFor(paper, OTHER, CHIEF);
        assertThat(done.status()).isEqualTo(Status.APPROVED);
        assertThat(done.boxes().getLast().marks()).containsExactlyInAnyOrder(Mark.DELEGATED, Mark.DEPUTY);
        assertThat(done.boxes().getLast().signer()).isEqualTo(OTHER);
        assertThat(done.reportDue()).isTrue();
        refused("approvals.report.other", () -> done.act(new Act.ConfirmReport(OTHER, at(), ""), office));
        var told = done.act(new Act.ConfirmReport(CHIEF, at(), "확인함"), office);
        assertThat(told.reportDue()).isFalse();
        refused("approvals.report.none", () -> told.act(new Act.ConfirmReport(CHIEF, at(), ""), office));
    }

    private Paper signFor(Paper paper, Person by, Person absent) {
        return paper.act(new Act.SignFor(by, absent, at(), paper.content(), ""), office);
    }

    @Test
    void deputiesInACircleSignNothing() {
        var paper = sign(submitted(line(Stage.review(LEADER))), LEADER);
        office.absent.put(CHIEF, CHIEF);
        refused("approvals.deputy.circular", () -> signFor(paper, OTHER, CHIEF));
        refused("approvals.deputy.self", () -> signFor(paper, CHIEF, CHIEF));
    }

    @Test
    void whoLeftTheOfficeSignsNothingAndIsNotWaitedFor() {
        var paper = sign(submitted(line(Stage.review(LEADER))), LEADER);
        office.gone.add(CHIEF);
        refused("approvals.person.left", () -> sign(paper, CHIEF));
        refused("approvals.line.left", () -> submitted(USUAL));
        office.absent.put(CHIEF, OTHER);
        refused("approvals.deputy.left", () -> signFor(paper, OTHER, CHIEF));
        var moved = change(paper, LEADER, Line.of(CLERK, List.of(Stage.review(LEADER)), OTHER, Terms.USUAL));
        assertThat(sign(moved, OTHER).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void theClockDoesNotRunBackwards() {
        var paper = submitted(USUAL);
        var earlier = paper.last().at().minusMillis(1);
        refused("approvals.clock.backwards", () -> paper.act(new Act.Sign(LEADER, earlier, A, ""), office));
    }

    @Test
    void nobodySignsWhatHeDidNotSee() {
        var paper = submitted(USUAL).act(new Act.Revise(LEADER, at(), A, B, "문구 정리"), office);
        refused("approvals.content.stale", () -> paper.act(new Act.Sign(LEADER, at(), A, ""), office));
        refused("approvals.content.stale", () -> paper.act(new Act.Sign(LEADER, at(), "", ""), office));
        refused("approvals.content.stale", () -> paper.act(new Act.Revise(LEADER, at(), A, A, ""), office));
        refused("approvals.revise.same", () -> paper.act(new Act.Revise(LEADER, at(), B, B, ""), office));
        var concurring = sign(paper, LEADER);
        refused("approvals.revise.concur", () -> concurring.act(new Act.Revise(LEGAL, at(), B, A, ""), office));
    }

    @Test
    void nothingIsEditedAfterTheApproval() {
        var paper = sign(submitted(line(Stage.review(LEADER))), LEADER, CHIEF);
        refused("approvals.paper.approved", () -> paper.act(new Act.Revise(CHIEF, at(), A, B, ""), office));
        refused("approvals.paper.approved", () -> paper.act(new Act.Submit(CLERK, at(), A, ""), office));
        refused("approvals.paper.approved", () -> change(paper, CHIEF, USUAL));
        refused("approvals.paper.approved", () -> paper.act(new Act.Return(CHIEF, at(), "다시"), office));
        refused("approvals.paper.approved", () -> paper.act(new Act.Withdraw(CLERK, at(), "다시"), office));
    }

    @Test
    void aNewDraftNamesTheOldOne() {
        var old = sign(submitted(line(Stage.review(LEADER))), LEADER, CHIEF);
        var fresh = new Paper.Id(UUID.randomUUID());
        var both = old.redraft(fresh, USUAL, B, at(), office);
        assertThat(both.fresh().predecessor()).contains(old.id());
        assertThat(both.old().successor()).contains(fresh);
        assertThat(both.fresh().status()).isEqualTo(Status.DRAFTING);
        refused("approvals.paper.replaced", () -> both.old().redraft(fresh, USUAL, B, at(), office));
        refused("approvals.redraft.early", () -> submitted(USUAL).redraft(fresh, USUAL, B, at(), office));
        var elsewhere = Line.of(OTHER, List.of(Stage.review(LEADER)), CHIEF, Terms.USUAL);
        refused("approvals.draft.other", () -> old.redraft(fresh, elsewhere, B, at(), office));
    }

    @Test
    void readersReadOnceAndOnlyAfterTheApproval() {
        var line = line(Stage.review(LEADER)).withCirculation(List.of(OTHER));
        var paper = sign(submitted(line), LEADER);
        refused("approvals.read.early", () -> paper.act(new Act.Read(OTHER, at()), office));
        var done = sign(paper, CHIEF);
        refused("approvals.read.other", () -> done.act(new Act.Read(LEGAL, at()), office));
        var read = done.act(new Act.Read(OTHER, at()), office);
        assertThat(read.readers()).containsExactly(OTHER);
        refused("approvals.read.twice", () -> read.act(new Act.Read(OTHER, at()), office));
    }

    @Test
    void eventsWithAHoleAreNoPaper() {
        var paper = sign(submitted(USUAL), LEADER);
        assertThat(Paper.replay(paper.id(), paper.events()).due()).isEqualTo(paper.due());
        var holed = List.of(paper.events().getFirst(), paper.events().getLast());
        assertThatIllegalArgumentException().isThrownBy(() -> Paper.replay(paper.id(), holed));
        assertThatIllegalArgumentException().isThrownBy(() -> Paper.replay(paper.id(), List.of()));
    }

    @Test
    void endlessWordsAreRefused() {
        var paper = submitted(USUAL);
        refused("approvals.words.long", () -> paper.act(new Act.Sign(LEADER, at(), A, "가".repeat(4_001)), office));
    }
}
