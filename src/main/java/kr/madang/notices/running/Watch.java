package kr.madang.notices.running;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Outgoing;

/**
 * What runs just now, as all holders of a node see it (발송 살핌). It is looked up a few times a second by one of them, so that a pause, a
 * cancellation or something more urgent is known to everybody within that time without each of them asking.
 */
final class Watch {
    /** A running send. @param waits whether anything of it can be taken */
    record Sight(Ledger.Afoot run, Outgoing outgoing) {}

    private final Function<Integer, java.util.Optional<Outgoing>> outgoings;
    private volatile Map<Integer, Sight> running = Map.of();

    Watch(Function<Integer, java.util.Optional<Outgoing>> outgoings) {
        this.outgoings = outgoings;
    }

    void look(List<Ledger.Afoot> afoot) {
        var known = running;
        running = afoot.stream()
                .flatMap(run -> sight(run, known).stream())
                .collect(Collectors.toUnmodifiableMap(s -> s.run().send(), s -> s));
        synchronized (this) {
            notifyAll();
        }
    }

    private java.util.Optional<Sight> sight(Ledger.Afoot run, Map<Integer, Sight> known) {
        var before = known.get(run.send());
        if (before != null) return java.util.Optional.of(new Sight(run, before.outgoing()));
        return outgoings.apply(run.send()).map(outgoing -> new Sight(run, outgoing));
    }

    boolean runs(int send) {
        return running.containsKey(send);
    }

    /** Whether a send may be taken by a holder of this channel at the moment. */
    boolean takes(int send, Channel channel, Calendar calendar, Instant now) {
        var sight = running.get(send);
        return sight != null && fits(sight, channel, calendar, now);
    }

    private static boolean fits(Sight sight, Channel channel, Calendar calendar, Instant now) {
        var outgoing = sight.outgoing();
        return outgoing.channel() == channel
                && calendar.closed(outgoing.kind(), now).isEmpty();
    }

    /** Whether there is anything to take, up to this lane. */
    boolean waits(Channel channel, Lane last, Calendar calendar, Instant now) {
        return running.values().stream()
                .anyMatch(
                        s -> s.run().waits() && s.run().lane().compareTo(last) <= 0 && fits(s, channel, calendar, now));
    }

    /** Whether something more urgent waits. */
    boolean pressing(Channel channel, Lane before, Calendar calendar, Instant now) {
        return running.values().stream()
                .anyMatch(s ->
                        s.run().waits() && s.run().lane().compareTo(before) < 0 && fits(s, channel, calendar, now));
    }

    /** The lane of a send that runs; the last for one that does not any more. */
    Lane lane(int send) {
        var sight = running.get(send);
        return sight == null ? Lane.BULK : sight.run().lane();
    }

    synchronized void await(long millis) throws InterruptedException {
        wait(millis);
    }
}
