package kr.madang.press.advertising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.Won;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.advertising.Placement.Kind;
import kr.madang.press.advertising.Placement.State;
import kr.madang.press.advertising.PlacementStore.Query;
import kr.madang.press.advertising.PlacementStore.Sort;
import kr.madang.press.outlets.Outlets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Advertisements from the plan to the payment, and sums that are the sums of their rows. */
@OfficeTest
class PlacementsTests {
    private static final Actor DESK = new Actor(UUID.randomUUID(), "press", "담당", "", Map.of("press", Level.WORK));
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    @Autowired
    Placements placements;

    @Autowired
    PlacementStore store;

    @Autowired
    Outlets outlets;

    private UUID outlet() {
        return outlets.add(DESK, "광고 매체 " + System.nanoTime(), Tier.CENTRAL_DAILY, List.of())
                .id();
    }

    private static Placements.Draft draft(UUID outlet, LocalDate day, long fee) {
        return new Placements.Draft(outlet, Kind.NOTICE, "열람 공고", "5단 8cm", day, new Won(fee), null, "");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private void prove(UUID id) {
        placements.proved(DESK, id, "게재지.pdf", new ByteArrayInputStream(new byte[] {1, 2}));
    }

    @Test
    void aPlacementGoesStepByStepAndIsNotPaidWithoutALine() {
        var placed = placements.plan(DESK, draft(outlet(), DAY, 550_000));
        refused("press.placement.step", () -> prove(placed.id()));
        refused("press.placement.step", () -> placements.paid(DESK, placed.id()));
        placements.placed(DESK, placed.id());
        refused(
                "press.placement.proof",
                () -> placements.proved(DESK, placed.id(), "빈.pdf", new ByteArrayInputStream(new byte[0])));
        prove(placed.id());
        assertThat(placements.get(placed.id()).proofName()).isEqualTo("게재지.pdf");
        refused("press.placement.closed", () -> placements.change(DESK, placed.id(), draft(outlet(), DAY, 1)));
        refused("press.placement.paid.line", () -> placements.paid(DESK, placed.id()));
        placements.back(DESK, placed.id(), "예산 과목 정하기");
        assertThat(store.steps(placed.id()))
                .extracting(PlacementStore.Step::state)
                .containsExactly(State.PLANNED, State.PLACED, State.PROVED, State.PLACED);
        placements.cancel(DESK, placed.id(), "게재 안 됨");
        refused("press.placement.step", () -> placements.back(DESK, placed.id(), "x"));
    }

    @Test
    void whatCannotBeIsRefused() {
        var reader = new Actor(UUID.randomUUID(), "r", "r", "", Map.of("press", Level.VIEW));
        refused("press.forbidden", () -> placements.plan(reader, draft(outlet(), DAY, 1)));
        refused("press.placement.fee", () -> placements.plan(DESK, draft(outlet(), DAY, -1)));
        refused("press.placement.fee", () -> placements.plan(DESK, draft(outlet(), DAY, Long.MAX_VALUE)));
        refused(
                "press.placement.line",
                () -> placements.plan(
                        DESK,
                        new Placements.Draft(outlet(), Kind.NOTICE, "x", "", DAY, Won.ZERO, UUID.randomUUID(), "")));
        var future = placements.plan(DESK, draft(outlet(), LocalDate.of(2999, 1, 1), 1));
        refused("press.placement.future", () -> placements.placed(DESK, future.id()));
    }

    @Test
    void sumsAreTheSumsOfTheRows() {
        var outlet = outlet();
        for (int i = 0; i < 40; i++) {
            var made = placements.plan(DESK, draft(outlet, DAY.plusDays(i * 5L), 1_000L * (i + 1)));
            if (i % 7 == 6) placements.cancel(DESK, made.id(), "취소");
        }
        var query = new Query("", outlet, null, null, DAY, DAY.plusYears(1));
        for (var sort : Sort.values()) {
            var seen = new java.util.ArrayList<Placement>();
            String cursor = null;
            do {
                var slice = store.page(query, sort, cursor, 7);
                seen.addAll(slice.rows());
                cursor = slice.next();
            } while (cursor != null);
            long fee = seen.stream()
                    .filter(p -> p.state() != State.CANCELLED)
                    .mapToLong(p -> p.fee().amount())
                    .sum();
            assertThat(seen).hasSize(40).doesNotHaveDuplicates();
            assertThat(store.total(query).fee().amount()).isEqualTo(fee);
        }
        var months = store.byMonth(query);
        assertThat(months.stream().mapToLong(s -> s.fee().amount()).sum())
                .isEqualTo(store.total(query).fee().amount());
        assertThat(months.stream().mapToLong(PlacementStore.Sum::count).sum()).isEqualTo(40);
        assertThat(store.byOutlet(query)).singleElement().satisfies(s -> assertThat(s.count())
                .isEqualTo(40));
    }

    @Test
    void twoWhoNoteItAsPlacedAtOnceNoteItOnce() throws Exception {
        var placed = placements.plan(DESK, draft(outlet(), DAY, 1));
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> note = () -> {
                try {
                    placements.placed(DESK, placed.id());
                    return true;
                } catch (Refused e) {
                    return false;
                }
            };
            assertThat(two.invokeAll(List.of(note, note)).stream()
                            .filter(f -> f.resultNow())
                            .count())
                    .isEqualTo(1);
        }
        assertThat(store.steps(placed.id())).hasSize(2);
    }
}
