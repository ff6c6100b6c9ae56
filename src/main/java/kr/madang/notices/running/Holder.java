package kr.madang.notices.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.Message;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.sends.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who takes chunks and hands them over (발송 일꾼), looking up between bundles whether he still should. */
final class Holder {
    private static final Logger log = LoggerFactory.getLogger(Holder.class);
    private static final Duration BREATH = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

    private final UUID id = UUID.randomUUID();
    private final Ledger ledger;
    private final Runner.Plugs plugs;
    private final Runner.Settings settings;
    private final Clock clock;
    private final Watch watch;
    private final Strikes strikes;
    private final BooleanSupplier stopping;
    private final Pace pace = new Pace();

    Holder(
            Ledger ledger,
            Runner.Plugs plugs,
            Runner.Settings settings,
            Clock clock,
            Watch watch,
            Strikes strikes,
            BooleanSupplier stopping) {
        this.ledger = ledger;
        this.plugs = plugs;
        this.settings = settings;
        this.clock = clock;
        this.watch = watch;
        this.strikes = strikes;
        this.stopping = stopping;
    }

    /** Takes one chunk and carries it as far as it may. @return false when there was nothing to do, or nothing could be done */
    boolean turn(Channel channel, Lane last) {
        try {
            var calendar = plugs.calendar().get();
            if (!watch.waits(channel, last, calendar, clock.instant())) return false;
            var exit = plugs.exits()
                    .choose(channel)
                    .filter(e -> e.carrier().trouble().isEmpty());
            if (exit.isEmpty()) return false;
            var lease = ledger.lease(
                    last,
                    exit.get().number(),
                    id,
                    settings.lease(),
                    send -> watch.takes(send, channel, calendar, clock.instant()));
            return lease.isPresent() && carry(lease.get(), exit.get(), channel);
        } catch (RuntimeException e) {
            // the database may be away; what was leased and not carried runs out or was given back
            if (!stopping.getAsBoolean()) log.warn("발송을 잠시 멈춥니다: {}", e.getMessage());
            return false;
        }
    }

    /** A chunk on its way. */
    private static final class Trip {
        Lease lease;
        final List<Result> results = new ArrayList<>();
        boolean going = true;

        Trip(Lease lease) {
            this.lease = lease;
        }
    }

    private boolean carry(Lease lease, Exits.Exit exit, Channel channel) {
        var trip = new Trip(lease);
        try {
            var outgoing = plugs.outgoings().apply(lease.send());
            if (outgoing.isPresent()) hand(trip, outgoing.get(), exit, channel);
            else trip.going = false;
        } finally {
            settle(trip);
        }
        return trip.going;
    }

    private void hand(Trip trip, Outgoing outgoing, Exits.Exit exit, Channel channel) {
        var written = plugs.letters().write(trip.lease, outgoing, clock.instant());
        trip.results.addAll(written.suppressed());
        var ready = written.ready();
        for (int from = 0; from < ready.size() && trip.going; ) {
            if (!mayGoOn(trip, outgoing, channel)) return;
            int to = Math.min(ready.size(), from + pace.size());
            if (!begin(trip.lease, ready, from, to)) return;
            hand(trip, ready.subList(from, to), outgoing, exit);
            from = to;
        }
    }

    /** A lease alone says that all of the chunk may be on its way; who hands over less at a time says how far he is. */
    private boolean begin(Lease lease, List<Letters.Ready> ready, int from, int to) {
        if (from == 0 && to == ready.size()) return true;
        return ledger.begin(lease, ready.get(to - 1).message().row());
    }

    /** Not when the send was stopped, the hour is over, something urgent waits, or the lease cannot be kept. */
    private boolean mayGoOn(Trip trip, Outgoing outgoing, Channel channel) {
        var now = clock.instant();
        var calendar = plugs.calendar().get();
        if (stopping.getAsBoolean() || !watch.runs(trip.lease.send())) return false;
        if (calendar.closed(outgoing.kind(), now).isPresent()) return false;
        if (watch.pressing(channel, watch.lane(trip.lease.send()), calendar, now)) return false;
        if (now.isBefore(
                trip.lease.until().minus(settings.lease().multipliedBy(2).dividedBy(3)))) return true;
        var longer = ledger.renew(trip.lease, settings.lease());
        longer.ifPresent(renewed -> trip.lease = renewed);
        return longer.isPresent();
    }

    private void hand(Trip trip, List<Letters.Ready> bundle, Outgoing outgoing, Exits.Exit exit) {
        var began = System.nanoTime();
        var answers = answers(bundle, exit, until(trip.lease, outgoing));
        var took = Duration.ofNanos(System.nanoTime() - began);
        pace.took(bundle.size(), took);
        plugs.exits().seen(exit, answers, took);
        for (int i = 0; i < answers.size(); i++)
            result(trip.lease.send(), bundle.get(i).message(), answers.get(i), exit.number())
                    .ifPresent(trip.results::add);
        if (answers.stream().anyMatch(a -> a instanceof Answer.Throttled || a instanceof Answer.Unsent)) {
            trip.going = false;
            if (answers.stream().noneMatch(Answer.Handed.class::isInstance)) Runner.sleep(BREATH);
        }
    }

    private List<Answer> answers(List<Letters.Ready> bundle, Exits.Exit exit, Instant until) {
        try {
            return exit.carrier()
                    .hand(bundle.stream().map(Letters.Ready::parcel).toList(), until);
        } catch (RuntimeException e) {
            log.warn("연결 {}이(가) 대답하지 않고 실패했습니다", exit.number(), e);
            return Collections.nCopies(bundle.size(), new Answer.Unknown("failure"));
        }
    }

    /** Nothing leaves the office after its hour, nor after the lease. */
    private Instant until(Lease lease, Outgoing outgoing) {
        var now = clock.instant();
        var until = now.plus(settings.patience());
        var held = lease.until().minus(settings.lease().dividedBy(6));
        var open = plugs.calendar().get().until(outgoing.kind(), now);
        if (held.isBefore(until)) until = held;
        return open.isBefore(until) ? open : until;
    }

    /** What has no result was surely not handed and waits again. */
    private Optional<Result> result(int send, Message message, Answer answer, int carrier) {
        return switch (answer) {
            case Answer.Handed(String name) -> Optional.of(Result.handed(message, carrier, name));
            case Answer.Rejected(String code, boolean forGood) ->
                forGood || strikes.out(send, message)
                        ? Optional.of(Result.failed(message, carrier, code))
                        : Optional.empty();
            case Answer.Unknown(String why) -> Optional.of(Result.unknown(message, carrier, why));
            case Answer.Throttled _, Answer.Unsent _, Answer.NotReceived _ -> Optional.empty();
        };
    }

    /** Until the database has it: what was handed must not be forgotten because the database was away for a while. */
    private void settle(Trip trip) {
        boolean interrupted = Thread.interrupted();
        var end = clock.instant().plus(LONGEST_RETRY);
        for (var pause = BREATH; ; pause = pause.multipliedBy(2)) {
            try {
                ledger.settle(trip.lease, trip.results);
                break;
            } catch (RuntimeException e) {
                log.warn("발송 결과를 적을 수 없습니다: {}", e.getMessage());
                if (stopping.getAsBoolean() || clock.instant().isAfter(end)) break;
                if (!Runner.sleep(pause.compareTo(Duration.ofSeconds(4)) > 0 ? Duration.ofSeconds(4) : pause))
                    interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
