package kr.madang.approvals.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DelegationTableTests {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final DelegationTable TABLE = new DelegationTable(List.of(
            row("contract.goods", "물품 구매", Amounts.below(5_000_000), Position.LEADER),
            row("contract.goods", "물품 구매", new Amounts(5_000_000, 50_000_000), Position.CHIEF),
            row("contract.goods", "물품 구매", new Amounts(50_000_000, 200_000_000), Position.DIRECTOR),
            row("contract", "계약", Amounts.ANY, Position.VICE_HEAD),
            new Entry(
                    "press",
                    "보도자료",
                    Amounts.ANY,
                    Position.CHIEF,
                    true,
                    true,
                    "별표 2",
                    SINCE,
                    LocalDate.of(2025, 12, 31)),
            row("plan", "기본계획", Amounts.ANY, Position.HEAD)));

    private static Entry row(String task, String title, Amounts amounts, Position position) {
        return Entry.of(task, title, amounts, position, "별표 1", SINCE);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThat(catchThrowableOfType(Refused.class, act))
                .extracting(Refused::code)
                .isEqualTo(code);
    }

    @Test
    void theAmountChoosesThePosition() {
        assertThat(TABLE.decide("contract.goods", 0L, DAY).position()).isEqualTo(Position.LEADER);
        assertThat(TABLE.decide("contract.goods", 4_999_999L, DAY).position()).isEqualTo(Position.LEADER);
        assertThat(TABLE.decide("contract.goods", 5_000_000L, DAY).position()).isEqualTo(Position.CHIEF);
        assertThat(TABLE.decide("contract.goods", 50_000_000L, DAY).position()).isEqualTo(Position.DIRECTOR);
    }

    @Test
    void itSaysWhy() {
        var decision = TABLE.decide("contract.goods", 7_000_000L, DAY);
        assertThat(decision.why())
                .extracting(Reason::code)
                .containsExactly("approvals.why.between", "approvals.why.delegated");
        assertThat(decision.why().getFirst().args()).containsExactly("7,000,000", "5,000,000", "50,000,000");
        assertThat(decision.why().getLast().args()).containsExactly("물품 구매", "과장", "별표 1", "2024. 1. 1.");
        assertThat(decision.terms(true).delegated()).isTrue();
        assertThat(TABLE.decide("plan", null, DAY).why())
                .extracting(Reason::code)
                .containsExactly("approvals.why.kept");
    }

    @Test
    void aSpecialTaskFollowsTheGeneralOne() {
        var decision = TABLE.decide("contract.works.road", 10L, DAY);
        assertThat(decision.position()).isEqualTo(Position.VICE_HEAD);
        assertThat(decision.why())
                .extracting(Reason::code)
                .containsExactly("approvals.why.general", "approvals.why.delegated");
    }

    @Test
    void whatNobodyDelegatedTheHeadDecides() {
        assertThat(TABLE.decide("unknown", null, DAY).position()).isEqualTo(Position.HEAD);
        assertThat(TABLE.decide("unknown", null, DAY).terms(true).alone()).isFalse();
        var gap = TABLE.decide("contract.goods", 200_000_000L, DAY);
        assertThat(gap.position()).isEqualTo(Position.HEAD);
        assertThat(gap.why()).extracting(Reason::code).containsExactly("approvals.why.gap");
    }

    @Test
    void rowsCountOnTheirDays() {
        var last = TABLE.decide("press", null, LocalDate.of(2025, 12, 31));
        assertThat(last.position()).isEqualTo(Position.CHIEF);
        assertThat(last.terms(false).alone()).isTrue();
        assertThat(last.terms(false).important()).isTrue();
        assertThat(TABLE.decide("press", null, LocalDate.of(2026, 1, 1)).position())
                .isEqualTo(Position.HEAD);
        assertThat(TABLE.decide("press", null, SINCE.minusDays(1)).position()).isEqualTo(Position.HEAD);
    }

    @Test
    void anAmountIsAskedForWhereTheRowsNeedOne() {
        refused("approvals.delegation.amount", () -> TABLE.decide("contract.goods", null, DAY));
        refused("approvals.delegation.negative", () -> TABLE.decide("contract.goods", -1L, DAY));
        assertThat(TABLE.decide("contract", null, DAY).position()).isEqualTo(Position.VICE_HEAD);
    }

    @Test
    void twoRowsNeverAnswerTheSameQuestion() {
        var first = row("a", "가", Amounts.below(100), Position.CHIEF);
        refused(
                "approvals.table.overlap",
                () -> new DelegationTable(List.of(first, row("a", "가", new Amounts(99, 200), Position.HEAD))));
        var later = Entry.of("a", "가", Amounts.ANY, Position.HEAD, "", DAY);
        var ended = new Entry("a", "가", Amounts.ANY, Position.CHIEF, false, false, "", SINCE, DAY.minusDays(1));
        assertThat(new DelegationTable(List.of(ended, later))
                        .decide("a", null, DAY)
                        .position())
                .isEqualTo(Position.HEAD);
        var touching = new Entry("a", "가", Amounts.ANY, Position.CHIEF, false, false, "", SINCE, DAY);
        refused("approvals.table.overlap", () -> new DelegationTable(List.of(touching, later)));
    }

    @Test
    void brokenRowsAreRefused() {
        refused("approvals.table.amounts", () -> new Amounts(5, 5));
        refused("approvals.table.amounts", () -> new Amounts(-1, 5));
        refused("approvals.table.task", () -> row("A b", "가", Amounts.ANY, Position.CHIEF));
        refused("approvals.table.title", () -> row("a", " ", Amounts.ANY, Position.CHIEF));
        refused(
                "approvals.table.reversed",
                () -> new Entry("a", "가", Amounts.ANY, Position.CHIEF, false, false, "", DAY, SINCE));
    }
}
