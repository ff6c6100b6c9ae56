package kr.madang.notices.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import kr.madang.notices.carriers.Balance.Seen;
import kr.madang.notices.carriers.Balance.What;
import org.junit.jupiter.api.Test;

/** Hours of sending over two carriers, minute by minute. */
class BalanceTests {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final int PER_MINUTE = 10_000;

    private final Random random = new Random(1);
    private Balance balance = Balance.of(List.of("one", "two"), START);
    private Instant now = START;

    /** Sends for so many minutes; each carrier errs as often as told. @return what each got */
    private Map<String, Integer> run(int minutes, ToDoubleFunction<String> errs, ToDoubleFunction<String> slow) {
        var got = new HashMap<String, Integer>(Map.of("one", 0, "two", 0));
        for (int minute = 0; minute < minutes; minute++) {
            for (int chunk = 0; chunk < PER_MINUTE / 250; chunk++) {
                var carrier = balance.choose(random.nextDouble());
                if (carrier.isEmpty()) continue;
                got.merge(carrier.get(), 250, Integer::sum);
                int bad = (int) Math.round(250 * errs.applyAsDouble(carrier.get()));
                balance = balance.seen(
                        carrier.get(), new Seen(250 - bad, bad, (int) (250 * slow.applyAsDouble(carrier.get()))), now);
            }
            now = now.plus(Duration.ofMinutes(1));
            balance = balance.judge(now);
        }
        return got;
    }

    private Map<String, Integer> run(int minutes) {
        return run(minutes, _ -> 0, _ -> 0);
    }

    private int weight(String carrier) {
        return balance.standings().get(carrier).weight();
    }

    @Test
    void goodCarriersShareAlike() {
        var got = run(120);
        assertThat(got.get("one")).isBetween(500_000, 700_000);
        assertThat(balance.changes()).isEmpty();
    }

    @Test
    void aFewErrorsAmongManyAnswersAreNoFault() {
        run(120, _ -> 0.008, _ -> 0);
        assertThat(balance.changes()).isEmpty();
    }

    @Test
    void whoErrsLosesHalfEachMinuteAndKeepsALittle() {
        run(1);
        run(3, carrier -> carrier.equals("one") ? 0.5 : 0, _ -> 0);
        assertThat(weight("one")).isLessThan(Balance.MIDDLE / 2);
        run(60, carrier -> carrier.equals("one") ? 0.5 : 0, _ -> 0);
        assertThat(weight("one")).isEqualTo(Balance.LEAST);
        assertThat(weight("two")).isEqualTo(Balance.MIDDLE);
        var got = run(60, carrier -> carrier.equals("one") ? 0.5 : 0, _ -> 0);
        assertThat(got.get("one")).isBetween(1, 60_000);
        assertThat(balance.changes())
                .allMatch(c -> c.what() != What.CUT || c.why().startsWith("errors "));
    }

    @Test
    void itComesBackLittleByLittleWhenItErrsNoMore() {
        run(10, carrier -> carrier.equals("one") ? 0.5 : 0, _ -> 0);
        int low = weight("one");
        run(20);
        assertThat(weight("one")).isGreaterThan(low).isLessThan(Balance.MIDDLE);
        run(60);
        assertThat(weight("one")).isEqualTo(Balance.MIDDLE);
        assertThat(balance.changes().getLast().what()).isEqualTo(What.RAISED);
    }

    @Test
    void whoIsSlowLosesToo() {
        run(30, _ -> 0, carrier -> carrier.equals("two") ? 0.2 : 0.1);
        assertThat(weight("two")).isEqualTo(Balance.LEAST);
        assertThat(weight("one")).isEqualTo(Balance.MIDDLE);
        assertThat(balance.changes().getFirst().why()).startsWith("slow ");
    }

    @Test
    void tooFewAnswersAreNoGround() {
        for (int minute = 0; minute < 60; minute++) {
            balance = balance.seen("one", new Seen(0, 9, 0), now);
            now = now.plus(Duration.ofMinutes(2));
            balance = balance.judge(now);
        }
        assertThat(balance.changes()).isEmpty();
        assertThat(Balance.of(List.of("one"), START)
                        .seen("one", new Seen(0, 19, 19), START)
                        .judge(START.plusSeconds(60))
                        .changes())
                .isEmpty();
    }

    @Test
    void whoRestsGetsNothingAndComesBack() {
        balance = balance.link("one", Optional.of("link lost"), now);
        assertThat(run(10).get("one")).isZero();
        balance = balance.link("one", Optional.of("still lost"), now);
        balance = balance.link("one", Optional.empty(), now);
        assertThat(run(10).get("one")).isPositive();
        assertThat(balance.changes()).extracting(Balance.Change::what).containsExactly(What.RESTED, What.WOKEN);
        assertThat(balance.changes().getFirst().why()).isEqualTo("link lost");
    }

    @Test
    void nobodyIsChosenWhenAllRest() {
        balance = balance.link("one", Optional.of("down"), now).link("two", Optional.of("down"), now);
        assertThat(balance.choose(0.5)).isEmpty();
    }

    @Test
    void whatIsPinnedGetsAllOrWaits() {
        balance = balance.pin("two", "contract", now);
        assertThat(run(10).get("one")).isZero();
        balance = balance.link("two", Optional.of("down"), now);
        assertThat(balance.choose(0.1)).isEmpty();
        balance = balance.unpin("contract ended", now);
        assertThat(balance.choose(0.1)).contains("one");
        assertThat(balance.changes())
                .extracting(Balance.Change::what)
                .containsExactly(What.PINNED, What.RESTED, What.UNPINNED);
        assertThatThrownBy(() -> balance.pin("three", "", now)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChanceFindsSomebody() {
        for (double chance : new double[] {0, 0.4999, 0.5, 0.9999999, 1})
            assertThat(balance.choose(chance)).isPresent();
    }

    @Test
    void aWrongNumberIsNotTheCarriersFault() {
        List<Answer> answers = List.of(
                new Answer.Handed("1"),
                new Answer.Rejected("0x0B", true),
                new Answer.Rejected("0x08", false),
                new Answer.Throttled("0x58"),
                new Answer.Unknown(""),
                new Answer.Unsent(""));
        assertThat(Seen.of(answers, Duration.ofSeconds(1))).isEqualTo(new Seen(2, 4, 0));
        assertThat(Seen.of(answers, Duration.ofSeconds(6)).slow()).isEqualTo(6);
    }

    @Test
    void theOldestChangesAreForgotten() {
        for (int i = 0; i < 1_000; i++) {
            balance = balance.link("one", i % 2 == 0 ? Optional.of("down " + i) : Optional.empty(), now.plusSeconds(i));
        }
        assertThat(balance.changes()).hasSize(200);
        assertThat(balance.changes().getLast().at()).isEqualTo(START.plusSeconds(999));
    }
}
