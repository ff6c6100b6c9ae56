package kr.madang.approvals.dispatch;

import static kr.madang.approvals.dispatch.Delivery.State.ARRIVED;
import static kr.madang.approvals.dispatch.Delivery.State.FAILED;
import static kr.madang.approvals.dispatch.Delivery.State.QUEUED;
import static kr.madang.approvals.dispatch.Delivery.State.SENT;
import static kr.madang.approvals.dispatch.Delivery.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.UUID;
import kr.madang.kernel.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A delivery reaches its end once, whoever dies on the way. */
class DeliveryTests {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Delivery.Id ID = new Delivery.Id(new UUID(0, 1));

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static Delivery mail() {
        return Delivery.queued(ID, Channel.EMAIL, NOW);
    }

    @Test
    void oneCarriesItAtATime() {
        var claimed = mail().claimed("a", NOW);
        refused("approvals.delivery.busy", () -> claimed.claimed("b", NOW.plusSeconds(1)));
        refused("approvals.delivery.lost", () -> claimed.sent("b", NOW));
        assertThat(claimed.sent("a", NOW).state()).isEqualTo(SENT);
        refused("approvals.delivery.lost", () -> claimed.sent("a", NOW).sent("a", NOW));
    }

    @Test
    void anotherTakesOverFromOneWhoDiedBeforeHandingItOver() {
        var died = mail().claimed("a", NOW);
        var later = NOW.plus(Delivery.LEASE);
        var taken = died.claimed("b", later);
        assertThat(taken.state()).isEqualTo(QUEUED);
        refused("approvals.delivery.lost", () -> taken.handedOver("a"));
        assertThat(taken.handedOver("b").sent("b", later).state()).isEqualTo(SENT);
    }

    @Test
    void aLetterThatMayHaveGoneIsNotSentAgain() {
        var died = mail().claimed("a", NOW).handedOver("a");
        var found = died.claimed("b", NOW.plus(Delivery.LEASE));
        assertThat(found.state()).isEqualTo(FAILED);
        assertThat(found.why()).isEqualTo("approvals.fate.unsure");
        assertThat(found.due(NOW.plus(Duration.ofDays(9)))).isFalse();
        assertThat(found.again(NOW).state()).isEqualTo(QUEUED);
    }

    @Test
    void whatBearsRepetitionIsHandedOverAgain() {
        var died = Delivery.queued(ID, Channel.AGENCY, NOW).claimed("a", NOW).handedOver("a");
        assertThat(died.claimed("b", NOW.plus(Delivery.LEASE)).state()).isEqualTo(QUEUED);
    }

    @Test
    void itIsTriedFiveTimesEachLater() {
        var d = mail();
        var at = NOW;
        var last = Duration.ZERO;
        for (int i = 1; i < Delivery.MOST_TRIES; i++) {
            d = d.claimed("n" + i, at).failed("n" + i, "approvals.fate.mail", "451", false, at);
            assertThat(d.state()).isEqualTo(QUEUED);
            var next = java.util.Objects.requireNonNull(d.dueAt());
            assertThat(d.due(next.minusMillis(1))).isFalse();
            assertThat(Duration.between(at, next)).isGreaterThan(last);
            last = Duration.between(at, next);
            at = next;
        }
        d = d.claimed("z", at).failed("z", "approvals.fate.mail", "451", false, at);
        assertThat(d.state()).isEqualTo(FAILED);
    }

    @Test
    void anArrivalIsToldOnceAndNotFromTheFuture() {
        var sent = Delivery.queued(ID, Channel.AGENCY, null).taken(NOW);
        refused("approvals.arrival.time", () -> sent.confirmed(NOW.plus(Duration.ofDays(1)), NOW.plusSeconds(60)));
        refused("approvals.arrival.time", () -> sent.confirmed(NOW.minus(Duration.ofDays(1)), NOW.plusSeconds(60)));
        var arrived = sent.confirmed(NOW.minusSeconds(20), NOW.plusSeconds(60));
        assertThat(arrived.state()).isEqualTo(ARRIVED);
        assertThat(arrived.arrivedAt()).as("never before it went").isEqualTo(NOW);
        refused("approvals.delivery.state", () -> arrived.confirmed(NOW.plusSeconds(30), NOW.plusSeconds(60)));
        refused("approvals.delivery.state", () -> arrived.withdrawn(NOW, "까닭"));
        refused("approvals.delivery.state", () -> Delivery.queued(ID, Channel.AGENCY, null)
                .confirmed(NOW, NOW));
    }

    @Test
    void onlyWhatHasNotGoneIsTakenBack() {
        assertThat(mail().withdrawn(NOW, "잘못 적음").state()).isEqualTo(WITHDRAWN);
        refused("approvals.delivery.reason", () -> mail().withdrawn(NOW, " "));
        refused("approvals.delivery.busy", () -> mail().claimed("a", NOW).withdrawn(NOW, "까닭"));
        refused(
                "approvals.delivery.state",
                () -> mail().claimed("a", NOW).handedOver("a").withdrawn(NOW.plus(Delivery.LEASE), "까닭"));
        var shown = Delivery.queued(ID, Channel.HOMEPAGE, NOW).claimed("a", NOW).delivered("a", NOW);
        assertThat(shown.withdrawn(NOW, "내림").state()).isEqualTo(WITHDRAWN);
    }

    /** Nodes with drifting clocks claim, die, hand over and report at random. */
    @Test
    void walksNeverGiveALetterToTheServerTwiceWithoutAPerson() {
        var random = new Random(20261122);
        var ends = EnumSet.noneOf(Delivery.State.class);
        for (int walk = 0; walk < 20_000; walk++) ends.add(walk(random));
        assertThat(ends).contains(SENT, FAILED, WITHDRAWN);
    }

    private static Delivery.State walk(Random random) {
        var d = mail();
        var now = NOW;
        int given = 0;
        String holder = "";
        boolean handed = false;
        for (int step = 0; step < 30; step++) {
            now = now.plusSeconds(random.nextInt(400));
            var drifted = now.minusSeconds(random.nextInt(3));
            var node = "n" + step;
            try {
                switch (random.nextInt(6)) {
                    case 0, 1 -> {
                        d = d.claimed(node, drifted);
                        holder = node;
                        handed = false;
                    }
                    case 2 -> {
                        d = d.handedOver(holder);
                        // the server takes it the moment it is handed over
                        if (!handed) given++;
                        handed = true;
                    }
                    case 3 -> d = d.sent(holder, drifted);
                    case 4 -> {
                        d = d.failed(holder, "approvals.fate.mail", "", false, drifted);
                        // the server said that it did not take it
                        if (handed) given--;
                        handed = false;
                    }
                    default -> d = d.withdrawn(drifted, "까닭");
                }
            } catch (Refused refused) {
                // the rules said no
            }
            assertThat(given).isLessThanOrEqualTo(1);
            if (d.state() == SENT || d.state() == WITHDRAWN || d.state() == FAILED) {
                assertThat(d.lease()).isNull();
                if (d.state() == WITHDRAWN) assertThat(given).isZero();
                return d.state();
            }
        }
        return d.state();
    }
}
