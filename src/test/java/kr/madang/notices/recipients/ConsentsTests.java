package kr.madang.notices.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import kr.madang.notices.Kind;
import kr.madang.notices.recipients.Consents.Bar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may be told what and when, over random lives and clocks. */
class ConsentsTests {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant NOON = seoul("2026-11-22T12:00:00");
    private static final int LIVES = 4_000;

    private final SplittableRandom random = new SplittableRandom(20261122);

    private static Instant seoul(String time) {
        return LocalDateTime.parse(time).atZone(SEOUL).toInstant();
    }

    private static Consent given(Purpose purpose, String topic, Instant at) {
        return new Consent(purpose, topic, at, Consent.Source.WEB, "2026-1", null, null);
    }

    private static Consent withdrawn(Consent consent, Instant at, Consent.Withdrawal how) {
        return new Consent(
                consent.purpose(), consent.topic(), consent.givenAt(), consent.source(), consent.wording(), at, how);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T20:59:59.999999, false",
        "2026-11-22T21:00:00, true",
        "2026-11-22T23:59:59, true",
        "2026-11-23T00:00:00, true",
        "2026-11-23T07:59:59.999999, true",
        "2026-11-23T08:00:00, false"
    })
    void theNightIsFromTwentyOneToEightInSeoul(String time, boolean night) {
        assertThat(Night.covers(seoul(time))).isEqualTo(night);
    }

    @Test
    void advertisingNeverGoesOutAtNightWithoutAConsentOfItsOwn() {
        for (int i = 0; i < LIVES; i++) {
            var consents = life();
            var at = moment();
            if (consents.bar(Kind.ADVERTISING, Set.of(), at).isPresent()) continue;
            assertThat(consents.stands(Purpose.ADVERTISING, at)).isTrue();
            int hour = at.atZone(SEOUL).getHour();
            if (hour >= 21 || hour < 8)
                assertThat(consents.stands(Purpose.NIGHT, at))
                        .as(consents + " at " + at)
                        .isTrue();
        }
    }

    @Test
    void aWithdrawalCountsFromItsVeryMoment() {
        for (int i = 0; i < LIVES; i++) {
            var at = moment();
            var given = given(Purpose.PUBLIC, "", at.minusSeconds(random.nextInt(1_000_000)));
            var consents = new Consents(List.of(withdrawn(given, at, Consent.Withdrawal.SELF)));
            assertThat(consents.bar(Kind.PUBLIC, Set.of(), at)).contains(Bar.WITHDRAWN);
            assertThat(consents.bar(Kind.PUBLIC, Set.of(), at.plusSeconds(random.nextInt(1_000_000))))
                    .contains(Bar.WITHDRAWN);
            if (given.givenAt().isBefore(at))
                assertThat(consents.bar(Kind.PUBLIC, Set.of(), at.minusNanos(1_000)))
                        .isEmpty();
        }
    }

    @Test
    void takingBackNoticesNeverKeepsADisasterAway() {
        for (int i = 0; i < LIVES; i++) {
            var consents = new Consents(life().all().stream()
                    .filter(c -> c.purpose() != Purpose.DISASTER)
                    .toList());
            assertThat(consents.bar(Kind.DISASTER, Set.of("CULTURE"), moment())).isEmpty();
        }
        assertThat(Consents.NONE.bar(Kind.DISASTER, Set.of(), NOON)).isEmpty();
    }

    @Test
    void whoRefusedDisastersIsLeftInPeaceUntilTheyChangeTheirMind() {
        var refused = withdrawn(given(Purpose.DISASTER, "", NOON.minusSeconds(9)), NOON, Consent.Withdrawal.SELF);
        assertThat(new Consents(List.of(refused)).bar(Kind.DISASTER, Set.of(), NOON))
                .contains(Bar.WITHDRAWN);
        assertThat(new Consents(List.of(refused)).bar(Kind.DISASTER, Set.of(), NOON.minusNanos(1)))
                .isEmpty();
        var again = given(Purpose.DISASTER, "", NOON.plusSeconds(60));
        var both = new Consents(List.of(refused, again));
        assertThat(both.bar(Kind.DISASTER, Set.of(), NOON.plusSeconds(59))).isPresent();
        assertThat(both.bar(Kind.DISASTER, Set.of(), NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void aTopicIsHeardByThoseWhoChoseItAndThoseWhoChoseEverything() {
        var culture = new Consents(List.of(given(Purpose.PUBLIC, "CULTURE", Instant.EPOCH)));
        var everything = new Consents(List.of(given(Purpose.PUBLIC, "", Instant.EPOCH)));
        assertThat(culture.bar(Kind.PUBLIC, Set.of("CULTURE", "JOBS"), NOON)).isEmpty();
        assertThat(culture.bar(Kind.PUBLIC, Set.of("JOBS"), NOON)).contains(Bar.WITHDRAWN);
        assertThat(culture.bar(Kind.PUBLIC, Set.of(), NOON)).isEmpty();
        assertThat(everything.bar(Kind.PUBLIC, Set.of("JOBS"), NOON)).isEmpty();
    }

    @Test
    void aRejectionIsCalledOne() {
        var ads = withdrawn(given(Purpose.ADVERTISING, "", Instant.EPOCH), NOON, Consent.Withdrawal.REJECTED);
        assertThat(new Consents(List.of(ads)).bar(Kind.ADVERTISING, Set.of(), NOON))
                .isEqualTo(Optional.of(Bar.REJECTED));
    }

    @Test
    void aWishAsksForTheNightOnlyWithAdvertising() {
        assertThat(new Wish(true, Set.of(), true, true, true).checked().items()).hasSize(3);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Wish(true, Set.of(), false, true, true).checked())
                .hasMessageContaining("notices.wish.night");
        var less = new Wish(true, Set.of(Topic.JOBS), true, true, true).without(Set.of(Purpose.ADVERTISING));
        assertThat(less).isEqualTo(new Wish(true, Set.of(Topic.JOBS), false, false, true));
    }

    private Consents life() {
        var all = new ArrayList<Consent>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var purpose = Purpose.values()[random.nextInt(4)];
            var topic = purpose == Purpose.PUBLIC && random.nextBoolean() ? "CULTURE" : "";
            var given = given(purpose, topic, moment());
            all.add(
                    random.nextBoolean()
                            ? given
                            : withdrawn(
                                    given,
                                    given.givenAt().plusSeconds(random.nextInt(10_000_000)),
                                    Consent.Withdrawal.values()[random.nextInt(6)]));
        }
        return new Consents(all);
    }

    /** Any microsecond of two years. */
    private Instant moment() {
        return NOON.minusSeconds(random.nextInt(60_000_000)).plusNanos(random.nextInt(1_000_000) * 1_000L);
    }
}
