package kr.madang.notices.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.calls.CallEvent.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls staff out (비상소집). What happens next is asked of the engine under the lock of the call, and what it says is written with its
 * messages in one transaction: whoever dies in the middle has told nobody, and two nodes tell everybody once.
 */
@Component
public class Calls {
    private static final Duration BREATH = Duration.ofSeconds(5);

    /** Who holds a slip, and of what. @param person key of the account */
    public record Held(StoredCall call, String person) {}

    private final CallStore store;
    private final Trees trees;
    private final Telling telling;
    private final CallSlips slips;
    private final Trail trail;
    private final Clock clock;

    Calls(CallStore store, Trees trees, Telling telling, CallSlips slips, Trail trail, Clock clock) {
        this.store = store;
        this.trees = trees;
        this.telling = telling;
        this.slips = slips;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Begins a call by hand; the first rung is told after the commit.
     *
     * @throws Refused also when phones could not show what it says
     */
    @Transactional
    public int start(Actor by, UUID tree, String text, boolean drill) {
        require(by, Level.APPROVE);
        var stored = trees.get(tree);
        if (stored.retired()) throw Refused.conflict("notices.calls.tree.retired");
        var call = Call.start(stored.tree(), unmarked(text), drill, now());
        telling.check(call);
        return begin(by, tree, call, text, "");
    }

    /**
     * Begins a call that an alert asks for.
     *
     * @param called who stood in the tree when people were asked about the alert
     * @param cause identifier of the alert
     */
    @Transactional
    public int start(Actor by, UUID tree, Tree called, String text, boolean drill, String cause) {
        require(by, Level.APPROVE);
        return begin(by, tree, Call.start(called, unmarked(text), drill, now()), text, cause);
    }

    private int begin(Actor by, UUID tree, Call began, String text, String cause) {
        var now = began.events().getFirst().at();
        int serial = store.insert(tree, began, unmarked(text), cause, by);
        store.append(serial, 1, began.events().get(1), null, null, null);
        keep(serial, began, began.at(now), null, now);
        trail.record(
                by,
                "notices",
                "call.started",
                "call:" + serial,
                Map.of("tree", tree, "drill", began.drill(), "cause", cause));
        return serial;
    }

    /** The mark of a drill is put before every text that goes out, and stands there once. */
    private static String unmarked(String text) {
        return text.strip().replaceFirst("^\\[훈련]\\s*", "");
    }

    /** Writes what the call has now and had not before, and posts the messages of those who are told. */
    private void keep(int serial, Call before, Call after, @Nullable Via via, Instant now) {
        var fresh = after.since(before);
        var told = fresh.stream()
                .filter(CallEvent.Told.class::isInstance)
                .map(e -> ((CallEvent.Told) e).person())
                .toList();
        var posted =
                told.isEmpty() ? Map.<String, Telling.Posted>of() : telling.tell(Actor.SYSTEM, serial, after, told);
        int number = before.events().size();
        for (var event : fresh) {
            var letters = event instanceof CallEvent.Told t
                    ? posted.getOrDefault(t.person(), Telling.Posted.NOTHING)
                    : Telling.Posted.NOTHING;
            boolean answer = event instanceof CallEvent.Answered;
            store.append(serial, number++, event, answer ? via : null, letters.sms(), letters.email());
        }
        store.stand(serial, after, next(after, now));
    }

    /** A clock that was set back must not make the watch turn in circles. */
    private static @Nullable Instant next(Call call, Instant now) {
        return call.next()
                .map(at -> at.isAfter(now) ? at : now.plus(BREATH))
                .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
    }

    /** Calls in which something is due, whatever has waited longest first. */
    List<Integer> due() {
        return store.due(now());
    }

    /** Does what is due in one call. Any node may try. @return false when somebody else just does, or has done so */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public boolean step(int serial) {
        var now = now();
        if (!store.take(serial, now)) return false;
        var call = store.find(serial).orElseThrow().call();
        keep(serial, call, call.at(now), null, now);
        return true;
    }

    /** Somebody answers by the slip in his message. @throws Refused when the slip is none of ours, or the call is over */
    @Transactional
    public void answer(String slip, Answer answer) {
        var held = held(slip).orElseThrow(() -> Refused.missing("notices.calls.slip"));
        var person = new Actor(UUID.fromString(held.person()), "", "", "", Map.of());
        answer(person, held.call().serial(), held.person(), answer, Via.LINK);
    }

    /** Whose slip it is; empty when it is none of ours. */
    public Optional<Held> held(String slip) {
        return slips.read(slip).flatMap(read -> store.find(read.call()).flatMap(call -> {
            var places = Telling.places(call.call());
            return read.place() < places.size()
                    ? Optional.of(new Held(call, places.get(read.place())))
                    : Optional.empty();
        }));
    }

    /** At the desk: everybody for himself, and whoever works here for those who said it by telephone. */
    @Transactional
    public void answer(Actor by, int serial, UUID person, Answer answer) {
        if (!by.id().equals(person)) require(by, Level.WORK);
        answer(by, serial, person.toString(), answer, Via.DESK);
    }

    private void answer(Actor by, int serial, String person, Answer answer, Via via) {
        var call = lock(serial).call();
        var now = now();
        keep(serial, call, call.answered(person, answer, now), via, now);
        var facts = Map.<String, Object>of("person", person, "answer", answer, "via", via);
        trail.record(by, "notices", "call.answered", "call:" + serial, facts);
    }

    @Transactional
    public void end(Actor by, int serial, String reason) {
        require(by, Level.WORK);
        var call = lock(serial).call();
        keep(serial, call, call.ended(reason, now()), null, now());
        trail.record(by, "notices", "call.ended", "call:" + serial, Map.of("reason", reason.strip()));
    }

    public StoredCall get(int serial) {
        return store.find(serial).orElseThrow(Calls::missing);
    }

    public List<Integer> ofCause(String cause) {
        return store.ofCause(cause);
    }

    private StoredCall lock(int serial) {
        return store.lock(serial).orElseThrow(Calls::missing);
    }

    private static Refused missing() {
        return Refused.missing("notices.calls.missing");
    }

    private static void require(Actor by, Level level) {
        if (!by.may("notices", level)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.send.forbidden");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
