package kr.madang.notices.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what becomes of every message of a send (발송 원장). Who hands messages over leases a chunk with {@link #lease}, and the lease is
 * committed when it answers; then each message goes to its carrier once, and {@link #settle} appends what came of them. Whatever a
 * holder does not settle before its lease runs out becomes unknown. Any number of holders on any number of nodes may do so at once.
 */
@Component
public class Ledger {
    /** Where a run stands. */
    public enum RunState {
        READY,
        RUNNING,
        PAUSED,
        CANCELLED,
        CLOSED
    }

    /** How many messages a holder may have in hand, and so how many can become unknown with it. */
    public static final int WINDOW = 250;

    private static final int LAPSED = 20;
    private static final int PARKED = 1_000;
    private static final String LOST = "lost";
    private static final String CANCELLED = "cancelled";

    private final RunStore runs;
    private final OutcomeStore outcomes;
    private final Clock clock;

    Ledger(RunStore runs, OutcomeStore outcomes, Clock clock) {
        this.runs = runs;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Opens the run of a send in the transaction that freezes its messages, rows 1 to {@code rows}. */
    @Transactional
    public void open(int send, Lane lane, int rows) {
        runs.insert(send, lane, rows);
        runs.beginTally(send);
        runs.cut(send, 0, rows, WINDOW);
    }

    /**
     * Opens the run of a send and lets its messages be frozen under it.
     *
     * @param freeze writes rows 1 to n of the send and says n
     * @return n
     */
    @Transactional
    public int open(int send, Lane lane, IntSupplier freeze) {
        runs.insert(send, lane, 0);
        runs.beginTally(send);
        int rows = freeze.getAsInt();
        runs.rows(send, rows);
        runs.cut(send, 0, rows, WINDOW);
        return rows;
    }

    /** @throws Refused conflict when it is over */
    @Transactional
    public void start(int send) {
        move(send, List.of(RunState.READY, RunState.PAUSED), RunState.RUNNING);
    }

    /** Nobody takes another chunk of it; holders stop at their next look. */
    @Transactional
    public void pause(int send) {
        move(send, List.of(RunState.RUNNING), RunState.PAUSED);
    }

    /** Ends it: what waits is suppressed now, what is in hand when its holder looks. @return how many were suppressed now */
    @Transactional
    public int cancel(int send) {
        runs.lock(send);
        move(send, List.of(RunState.READY, RunState.RUNNING, RunState.PAUSED), RunState.CANCELLED);
        return runs.endWaiting(send).stream()
                .mapToInt(chunk -> suppress(send, runs.messages(chunk)))
                .sum();
    }

    private void move(int send, List<RunState> from, RunState to) {
        if (!runs.move(send, from, to, now())) throw Refused.conflict("notices.run.over");
    }

    private int suppress(int send, List<Message> messages) {
        return outcomes.append(
                send,
                OutcomeStore.Stage.HANDING,
                messages.stream().map(m -> Result.suppressed(m, CANCELLED)).toList(),
                now());
    }

    public Optional<RunState> state(int send) {
        return runs.find(send).map(RunStore.Run::state);
    }

    /** Whether something of a lane before this one waits. */
    public boolean pressing(Lane before) {
        return runs.pressing(before);
    }

    /** A run that is under way. @param waits whether anything of it can be taken */
    public record Afoot(int send, Lane lane, boolean waits) {}

    /** The running sends, foremost first. */
    public List<Afoot> afoot() {
        return runs.afoot();
    }

    public Counts counts(int send) {
        var run = runs.find(send).orElseThrow(() -> Refused.missing("notices.run.missing"));
        return new Counts(run.rows(), runs.tally(send));
    }

    // ------------------------------------------------------------------ handing over

    /**
     * Takes the next chunk of the foremost lane.
     *
     * @param last the hindmost lane to take from
     * @param carrier number of the carrier that will get it
     */
    @Transactional
    public Optional<Lease> lease(Lane last, int carrier, UUID holder, Duration whole) {
        return lease(last, carrier, holder, whole, _ -> true);
    }

    /** Takes the next chunk of the foremost send somebody can take. @param takes by number of the send */
    @Transactional
    public Optional<Lease> lease(Lane last, int carrier, UUID holder, Duration whole, IntPredicate takes) {
        var until = now().plus(whole);
        return runs.running(last).stream()
                .filter(takes::test)
                .flatMap(send -> runs.take(send, carrier, holder, until).stream())
                .findFirst()
                .map(chunk -> new Lease(chunk.send(), chunk.number(), chunk.fence(), until, runs.messages(chunk)));
    }

    /** The same lease for longer; empty when it is somebody else's by now. */
    @Transactional
    public Optional<Lease> renew(Lease lease, Duration whole) {
        var until = now().plus(whole);
        if (!runs.renew(lease, until)) return Optional.empty();
        return Optional.of(new Lease(lease.send(), lease.chunk(), lease.fence(), until, lease.messages()));
    }

    /**
     * Appends what came of the messages and ends the lease. Messages without a result were surely not handed: they wait again, or are
     * suppressed when the send was cancelled meanwhile. Results of a lease that was ended come in as late answers to what is unknown.
     */
    @Transactional
    public void settle(Lease lease, List<Result> results) {
        var run = runs.lock(lease.send());
        boolean all = results.size() == lease.messages().size();
        boolean over = run.state() == RunState.CANCELLED;
        if (!runs.release(lease, all || over)) {
            outcomes.append(lease.send(), OutcomeStore.Stage.ASKING, answers(results), now());
            return;
        }
        outcomes.append(lease.send(), OutcomeStore.Stage.HANDING, results, now());
        if (over && !all) suppress(lease.send(), without(lease, results));
        closeWhenDone(run);
    }

    private static List<Message> without(Lease lease, List<Result> results) {
        var told = results.stream().map(Result::row).collect(Collectors.toSet());
        return lease.messages().stream().filter(m -> !told.contains(m.row())).toList();
    }

    /** What nobody had an answer for stays unknown; what was suppressed meanwhile is known to have gone nowhere only by its holder. */
    private static List<Result> answers(List<Result> results) {
        return results.stream().filter(r -> r.state() != State.UNKNOWN).toList();
    }

    private void closeWhenDone(RunStore.Run run) {
        if (run.state() == RunState.RUNNING && !runs.open(run.send()))
            runs.move(run.send(), List.of(RunState.RUNNING), RunState.CLOSED, now());
    }

    // ------------------------------------------------------------------ what nobody told

    /**
     * Says that messages up to this row are about to be handed over, and none behind it. A holder who says so leaves no more unknown
     * than it had begun; one who never does may have handed over all of its chunk.
     *
     * @return false when the lease is somebody else's by now, and nothing may be handed any more
     */
    @Transactional
    public boolean begin(Lease lease, int row) {
        return runs.begin(lease, row);
    }

    /** Ends leases that ran out: what their holders had begun is unknown now, the rest waits again. @return how many are unknown */
    @Transactional
    public int recover() {
        int lost = 0;
        for (var chunk : runs.lapsed(now(), LAPSED)) {
            var run = runs.lock(chunk.send());
            var open = runs.messages(chunk);
            var begun = open.stream().filter(m -> m.row() <= chunk.begun()).toList();
            boolean over = run.state() == RunState.CANCELLED;
            if (!runs.end(chunk, now(), over || begun.size() == open.size())) continue;
            var unknown = begun.stream()
                    .map(m -> Result.unknown(m, chunk.carrier(), LOST))
                    .toList();
            lost += outcomes.append(chunk.send(), OutcomeStore.Stage.HANDING, unknown, now());
            if (over)
                suppress(
                        chunk.send(),
                        open.stream().filter(m -> m.row() > chunk.begun()).toList());
            closeWhenDone(run);
        }
        return lost;
    }

    /** Messages to ask their carriers about, unknown for at least this long. */
    public List<Unknown> unknown(Duration atLeast, int limit) {
        return unknown(atLeast, Optional.empty(), limit);
    }

    /** The next of them, the longest unknown first. @param after where the last page ended; empty at the beginning */
    public List<Unknown> unknown(Duration atLeast, Optional<Unknown> after, int limit) {
        return outcomes.unknown(now().minus(atLeast), after, limit);
    }

    /** The carrier's answer about an unknown message. What an officer tried on himself stands in no row, and nobody waits for it. */
    @Transactional
    public void resolve(int send, Result answer) {
        if (answer.row() < 1) return;
        runs.lock(send);
        outcomes.append(send, OutcomeStore.Stage.ASKING, List.of(answer), now());
    }

    /**
     * The carrier never got it, and is one whose word on that counts: the message waits for a second attempt, unless the send is over.
     *
     * @return false when another answer came before
     */
    @Transactional
    public boolean neverReceived(Unknown message, String code) {
        if (message.row() < 1) return false;
        var run = runs.lock(message.send());
        if (run.state() == RunState.CANCELLED) {
            var gone = new Result(message.row(), message.attempt(), State.SUPPRESSED, message.carrier(), "", CANCELLED);
            return outcomes.append(message.send(), OutcomeStore.Stage.ASKING, List.of(gone), now()) == 1;
        }
        if (!outcomes.notReceived(message, now(), code)) return false;
        runs.again(message.send(), message.row(), message.attempt() + 1);
        runs.move(message.send(), List.of(RunState.CLOSED), RunState.RUNNING, now());
        return true;
    }

    // ------------------------------------------------------------------ receipts

    /** A receipt and the message it speaks of. */
    private record Matched(Receipt receipt, OutcomeStore.Known message) {
        int send() {
            return message.send();
        }

        Result result() {
            return new Result(message.row(), message.attempt(), receipt.state(), receipt.carrier(), "", receipt.code());
        }
    }

    /** Takes receipts in any order, any number of times; those of unknown messages wait until the message is known. */
    @Transactional
    public void received(List<Receipt> receipts) {
        var matched = new ArrayList<Matched>();
        receipts.stream().collect(Collectors.groupingBy(Receipt::carrier)).forEach((carrier, mine) -> {
            var known = known(carrier, mine);
            for (var receipt : mine) {
                var message = known.get(receipt.carrierId());
                if (message == null) outcomes.park(receipt, now());
                else matched.add(new Matched(receipt, message));
            }
        });
        append(matched);
    }

    private Map<String, OutcomeStore.Known> known(int carrier, List<Receipt> receipts) {
        var ids = receipts.stream().map(Receipt::carrierId).distinct().toList();
        var known = new HashMap<String, OutcomeStore.Known>();
        outcomes.known(carrier, ids).forEach(message -> known.put(message.carrierId(), message));
        return known;
    }

    /** Send by send in the order of their numbers, so that two who do so never wait for each other in a circle. */
    private void append(List<Matched> matched) {
        var bySend = new TreeMap<>(matched.stream().collect(Collectors.groupingBy(Matched::send)));
        bySend.forEach((send, mine) -> {
            runs.lock(send);
            outcomes.receipts(
                    send,
                    mine.stream().map(Matched::result).toList(),
                    mine.stream().map(m -> m.receipt().at()).toList());
        });
    }

    /** Gives parked receipts to messages that are known by now, and forgets those nobody claimed. @return how many found theirs */
    @Transactional
    public int unpark(Duration keep) {
        var found = outcomes.unpark(PARKED);
        if (!found.isEmpty()) received(found);
        outcomes.forget(now().minus(keep));
        return found.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
