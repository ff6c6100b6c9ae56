package kr.madang.approvals.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One paper on its way to one recipient (발송 한 건). Whoever carries it holds a lease; before it is handed to a channel that cannot take
 * things back, that is written down, so that a node that dies in between leaves a doubt to be told rather than a second letter.
 *
 * @param dueAt when the program carries it; null while it waits for somebody to take it by hand
 * @param handed it has been given to the channel, and nobody yet knows how that ended
 * @param why code of the sentence that tells why it failed or was withdrawn; empty otherwise
 * @param detail what the other side said, without addresses
 */
public record Delivery(
        Id id,
        Channel channel,
        State state,
        int tries,
        @Nullable Instant dueAt,
        @Nullable Lease lease,
        boolean handed,
        @Nullable Instant sentAt,
        @Nullable Instant arrivedAt,
        String why,
        String detail) {
    public static final Duration LEASE = Duration.ofMinutes(5);
    public static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** @param holder who carries it, unlike any other holder ever */
    public record Lease(String holder, Instant until) {
        boolean holds(Instant now) {
            return until.isAfter(now);
        }
    }

    /** Every delivery is in exactly one of these (발송 상태). */
    public enum State {
        /** Waits for the consent of the unit's head. */
        ASKED("동의 대기"),
        QUEUED("발송 대기"),
        SENT("발송"),
        ARRIVED("도달"),
        FAILED("실패"),
        WITHDRAWN("회수");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Delivery queued(Id id, Channel channel, @Nullable Instant dueAt) {
        return new Delivery(id, channel, State.QUEUED, 0, dueAt, null, false, null, null, "", "");
    }

    /** Waits for a word before it is queued. */
    public static Delivery asked(Id id, Channel channel) {
        return new Delivery(id, channel, State.ASKED, 0, null, null, false, null, null, "", "");
    }

    /** The head agreed. @param due false where somebody takes it by hand */
    public Delivery agreed(Instant now, boolean due) {
        if (state != State.ASKED) throw Refused.conflict("approvals.delivery.state", state.title());
        return queued(id, channel, due ? now : null);
    }

    /** Nobody carries it and its time has come. */
    public boolean due(Instant now) {
        return state == State.QUEUED && dueAt != null && !dueAt.isAfter(now) && (lease == null || !lease.holds(now));
    }

    /**
     * Somebody takes it up, also after one who died.
     *
     * @return carried by {@code holder}, or failed where the one who died may have sent it
     */
    public Delivery claimed(String holder, Instant now) {
        if (!due(now)) throw Refused.conflict("approvals.delivery.busy");
        if (handed && !channel.repeatable()) return ended(State.FAILED, "approvals.fate.unsure", "");
        return with(state, new Lease(holder, now.plus(LEASE)), false);
    }

    /** From now on only the channel knows. */
    public Delivery handedOver(String holder) {
        held(holder);
        return with(state, lease, true);
    }

    public Delivery sent(String holder, Instant now) {
        held(holder);
        return gone(State.SENT, now, null);
    }

    /** It reached the other side while it was carried. */
    public Delivery delivered(String holder, Instant now) {
        held(holder);
        return gone(State.ARRIVED, now, now);
    }

    /** Somebody took it away by hand (인편·내려받기). */
    public Delivery taken(Instant now) {
        if (state == State.SENT || state == State.ARRIVED) return this;
        if (state != State.QUEUED || dueAt != null) throw Refused.conflict("approvals.delivery.state", state.title());
        return gone(State.SENT, now, null);
    }

    /** The other side told of the arrival. @param at when it says it arrived */
    public Delivery confirmed(Instant at, Instant now) {
        if (state == State.ARRIVED && at.equals(arrivedAt)) return this;
        if (state != State.SENT || sentAt == null) throw Refused.conflict("approvals.delivery.state", state.title());
        if (at.isBefore(sentAt.minus(LEASE)) || at.isAfter(now.plus(LEASE)))
            throw Refused.invalid("approvals.arrival.time");
        return gone(State.ARRIVED, sentAt, at.isBefore(sentAt) ? sentAt : at);
    }

    /** @param lasting trying again would end the same */
    public Delivery failed(String holder, String code, String said, boolean lasting, Instant now) {
        held(holder);
        int tried = tries + 1;
        if (lasting || tried >= MOST_TRIES) return ended(State.FAILED, code, said);
        // 1, 4, 16, 64 minutes
        var next = now.plus(FIRST_PAUSE.multipliedBy(1L << (2 * (tried - 1))));
        return new Delivery(id, channel, state, tried, next, null, false, null, null, code, said);
    }

    /** Somebody has it sent once more after it failed. */
    public Delivery again(Instant now) {
        if (state != State.FAILED) throw Refused.conflict("approvals.delivery.state", state.title());
        return queued(id, channel, now);
    }

    /** What lies in the queue may be taken back, and what hangs on the homepage taken down. */
    public Delivery withdrawn(Instant now, String reason) {
        boolean carried = lease != null && lease.holds(now);
        boolean open = state == State.ASKED || (state == State.QUEUED && !carried && !handed);
        boolean shown = state == State.ARRIVED && channel == Channel.HOMEPAGE;
        if (carried) throw Refused.conflict("approvals.delivery.busy");
        if (!open && !shown) throw Refused.conflict("approvals.delivery.state", state.title());
        if (reason.isBlank()) throw Refused.invalid("approvals.delivery.reason");
        return ended(State.WITHDRAWN, "approvals.fate.withdrawn", reason.strip());
    }

    private void held(String holder) {
        if (state != State.QUEUED || lease == null || !lease.holder().equals(holder))
            throw Refused.conflict("approvals.delivery.lost");
    }

    private Delivery with(State other, @Nullable Lease held, boolean over) {
        return new Delivery(id, channel, other, tries, dueAt, held, over, sentAt, arrivedAt, why, detail);
    }

    private Delivery gone(State other, Instant sent, @Nullable Instant arrived) {
        return new Delivery(id, channel, other, tries, dueAt, null, false, sent, arrived, "", "");
    }

    private Delivery ended(State other, String code, String said) {
        return new Delivery(id, channel, other, tries, dueAt, null, false, sentAt, arrivedAt, code, said);
    }
}
