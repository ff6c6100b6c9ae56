package kr.madang.notices.lines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the ways out (발송 연결 관리): add and change them, switch them on and off, pin one, try one out. */
@Component
public class LineDesk {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_WHY = 200;
    private static final int LONGEST_SECRET = 200;
    private static final int MOST_RATE = 10_000;
    private static final int MIDDLE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final LineStore store;
    private final LineSecrets secrets;
    private final LineKeeper keeper;
    private final Trail trail;
    private final Clock clock;

    LineDesk(LineStore store, LineSecrets secrets, LineKeeper keeper, Trail trail, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.keeper = keeper;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody typed about a line.
     *
     * @param values by the names of the kind's fields; a secret left empty stays what it was
     */
    public record Draft(String name, int rate, Map<String, String> values) {
        public Draft {
            name = name.strip();
            values = Map.copyOf(values);
        }

        /** Passwords may be among the values. */
        @Override
        public String toString() {
            return "Draft[" + name + "]";
        }
    }

    // ------------------------------------------------------------------ looking

    /** By number. */
    public List<StoredLine> all(Actor by) {
        mayLook(by);
        return store.all();
    }

    /** @throws Refused missing when there is no such line */
    public StoredLine get(Actor by, int number) {
        mayLook(by);
        return store.find(number).orElseThrow(() -> Refused.missing("notices.line.missing"));
    }

    /** Newest first. @param line 0 for all of them */
    public Slice<LineChange> history(Actor by, int line, @Nullable String cursor, int size) {
        mayLook(by);
        return store.changes(line, cursor, size);
    }

    // ------------------------------------------------------------------ contracts

    /** A new line is switched off until somebody has tried it. @return its number */
    @Transactional
    public int add(Actor by, LineKind kind, Draft draft) {
        mayManage(by);
        check(draft);
        int number = store.nextNumber();
        var contract = Contract.read(kind, draft.values());
        var line = new StoredLine(
                number,
                draft.name(),
                kind.channel(),
                kind,
                contract.values(),
                secrets.seal(number, secrets(kind, draft, LineSecrets.made(kind))),
                draft.rate(),
                false,
                1,
                MIDDLE,
                Instant.EPOCH,
                now());
        try {
            store.insert(line, now(), by.login());
        } catch (DuplicateKeyException e) {
            throw taken(e, draft.name());
        }
        told(by, line, LineChange.What.ADDED, "line.added", "");
        return number;
    }

    /** The line is opened anew on every node within seconds; what is under way goes out over the old one. */
    @Transactional
    public void change(Actor by, int number, Draft draft) {
        mayManage(by);
        check(draft);
        var line = lock(number);
        var contract = Contract.read(line.kind(), draft.values());
        var kept = secrets(line.kind(), draft, secrets.open(line));
        var next = with(line, draft, contract, secrets.seal(number, kept), line.running());
        update(by, line, next, draft.name());
        told(by, next, LineChange.What.CHANGED, "line.changed", "");
    }

    private static StoredLine with(
            StoredLine line, Draft draft, Contract contract, @Nullable String sealed, boolean running) {
        return new StoredLine(
                line.number(),
                draft.name(),
                line.channel(),
                line.kind(),
                contract.values(),
                sealed,
                draft.rate(),
                running,
                line.revision() + 1,
                line.weight(),
                line.reducedAt(),
                line.raisedAt());
    }

    private void update(Actor by, StoredLine line, StoredLine next, String name) {
        try {
            if (!store.update(next, line.revision(), now(), by.login()))
                throw Refused.conflict("notices.line.meanwhile");
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.line.twice", name);
        }
    }

    /** Names are the office's, and browsers know one line only. */
    private static Refused taken(DuplicateKeyException why, String name) {
        return String.valueOf(why.getMessage()).contains("line_push")
                ? Refused.conflict("notices.line.once")
                : Refused.conflict("notices.line.twice", name);
    }

    private static void check(Draft draft) {
        if (draft.name().isEmpty()
                || draft.name().length() > LONGEST_NAME
                || draft.name().chars().anyMatch(Character::isISOControl))
            throw Refused.invalid("notices.line.name", LONGEST_NAME);
        if (draft.rate() < 0 || draft.rate() > MOST_RATE) throw Refused.invalid("notices.line.rate", MOST_RATE);
    }

    private static Map<String, String> secrets(LineKind kind, Draft draft, Map<String, String> before) {
        var secrets = new HashMap<>(before);
        for (var field : kind.fields()) {
            var typed = draft.values().getOrDefault(field.name(), "");
            if (!field.secret() || typed.isEmpty()) continue;
            if (typed.length() > LONGEST_SECRET || typed.chars().anyMatch(Character::isISOControl))
                throw Refused.invalid("notices.line.wrong.secret", field.name());
            secrets.put(field.name(), typed);
        }
        return secrets;
    }

    // ------------------------------------------------------------------ on, off, pin

    /** Switching a pinned line off frees the channel as well. */
    @Transactional
    public void turn(Actor by, int number, boolean on, String why) {
        mayManage(by);
        var reason = reason(why);
        var line = lock(number);
        if (line.running() == on) throw Refused.conflict(on ? "notices.line.on.already" : "notices.line.off.already");
        var same = new Draft(line.name(), line.rate(), Map.of());
        update(by, line, with(line, same, line.contract(), line.sealed(), on), line.name());
        told(
                by,
                line,
                on ? LineChange.What.SWITCHED_ON : LineChange.What.SWITCHED_OFF,
                on ? "line.on" : "line.off",
                reason);
        if (!on && store.unpin(number)) told(by, line, LineChange.What.UNPINNED, "line.unpinned", reason);
    }

    /** Everything of its channel goes over this line or waits, until somebody takes the pin away. */
    @Transactional
    public void pin(Actor by, int number, String why) {
        mayManage(by);
        var reason = reason(why);
        store.lockAll();
        var line = lock(number);
        if (!line.running()) throw Refused.conflict("notices.line.pin.off");
        var before = store.pins().stream()
                .filter(pin -> pin.channel() == line.channel())
                .findFirst();
        if (before.filter(pin -> pin.line() == number).isPresent()) throw Refused.conflict("notices.line.pin.already");
        before.ifPresent(pin -> told(by, lock(pin.line()), LineChange.What.UNPINNED, "line.unpinned", reason));
        store.pin(new LineStore.Pin(line.channel(), number, reason, now(), by.login()));
        told(by, line, LineChange.What.PINNED, "line.pinned", reason);
    }

    @Transactional
    public void unpin(Actor by, int number, String why) {
        mayManage(by);
        var reason = reason(why);
        var line = lock(number);
        if (!store.unpin(number)) throw Refused.conflict("notices.line.pin.none");
        told(by, line, LineChange.What.UNPINNED, "line.unpinned", reason);
    }

    private static String reason(String why) {
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_WHY || reason.chars().anyMatch(Character::isISOControl))
            throw Refused.invalid("notices.line.why", LONGEST_WHY);
        return reason;
    }

    /** What everything of a channel is bound to. */
    public Optional<Pinned> pinned(Actor by, Channel channel) {
        mayLook(by);
        return store.pins().stream()
                .filter(pin -> pin.channel() == channel)
                .map(pin -> new Pinned(pin.line(), pin.why(), pin.at(), pin.by()))
                .findFirst();
    }

    /** A line that is pinned, since when and why. */
    public record Pinned(int line, String why, Instant at, String by) {}

    // ------------------------------------------------------------------ trying out

    /** Calls the other side with a line of its own and sends nothing. @return why it does not work; empty when it does */
    public Optional<String> tryOut(Actor by, int number) {
        mayManage(by);
        var line = get(by, number);
        trail.record(by, "notices", "line.tried", "line:" + number, Map.of());
        return keeper.tryOut(line, PATIENCE);
    }

    /** Lets this node look at once instead of within seconds. */
    public void look() {
        keeper.look();
    }

    // ------------------------------------------------------------------ in common

    private StoredLine lock(int number) {
        return store.lock(number).orElseThrow(() -> Refused.missing("notices.line.missing"));
    }

    private void told(Actor by, StoredLine line, LineChange.What what, String act, String why) {
        store.changed(line.number(), now(), what, line.weight(), line.weight(), why, by.login());
        trail.record(
                by,
                "notices",
                act,
                "line:" + line.number(),
                Map.of("name", line.name(), "kind", line.kind().name(), "why", why));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void mayLook(Actor by) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.line.may.look");
    }

    private static void mayManage(Actor by) {
        if (!by.may("notices", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.line.may.manage");
    }
}
