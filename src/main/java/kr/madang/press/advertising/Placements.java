package kr.madang.press.advertising;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.Won;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.budget.BudgetLines;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.advertising.Placement.State;
import kr.madang.press.outlets.Outlets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places advertisements and public notices (광고·공고 게재): no payment without a proof and a line of the budget. */
@Component
public class Placements {
    private static final int TITLE = 200;
    private static final int SIZE = 60;
    private static final int NOTE = 500;
    private static final long MOST = 100_000_000_000L;

    /** What somebody wants placed. @param line null while no line of the budget is named */
    public record Draft(
            UUID outlet,
            Placement.Kind kind,
            String title,
            String size,
            LocalDate day,
            Won fee,
            @Nullable UUID line,
            String note) {}

    private final PlacementStore store;
    private final Outlets outlets;
    private final ObjectProvider<BudgetLines> budget;
    private final Files files;
    private final Trail trail;
    private final Clock clock;

    Placements(
            PlacementStore store,
            Outlets outlets,
            ObjectProvider<BudgetLines> budget,
            Files files,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.outlets = outlets;
        this.budget = budget;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    public Placement get(UUID id) {
        return store.find(id).orElseThrow(() -> Refused.missing("press.placement.missing"));
    }

    /** Lines of the budget of a year, from whichever room keeps it. */
    public List<BudgetLines.Line> lines(int year) {
        return budget.stream().flatMap(b -> b.lines(year).stream()).toList();
    }

    @Transactional
    public Placement plan(Actor by, Draft draft) {
        mayWork(by);
        var placement = checked(Id.next(now()), draft, State.PLANNED);
        store.write(placement, by.login(), now());
        store.step(placement.id(), State.PLANNED, by.login(), now(), "");
        record(by, "placement.planned", placement, Map.of("fee", placement.fee().amount()));
        return get(placement.id());
    }

    @Transactional
    public Placement change(Actor by, UUID id, Draft draft) {
        mayWork(by);
        var before = held(id);
        if (!before.open()) throw Refused.conflict("press.placement.closed");
        var after = checked(id, draft, before.state());
        store.write(after, by.login(), now());
        record(
                by,
                "placement.changed",
                after,
                Map.of(
                        "feeBefore",
                        before.fee().amount(),
                        "feeAfter",
                        after.fee().amount()));
        return get(id);
    }

    private Placement checked(UUID id, Draft draft, State state) {
        var outlet = outlets.get(draft.outlet());
        text(draft.title(), 1, TITLE, "press.placement.title");
        text(draft.size(), 0, SIZE, "press.placement.size");
        text(draft.note(), 0, NOTE, "press.placement.note");
        if (draft.fee().amount() < 0 || draft.fee().amount() > MOST) throw Refused.invalid("press.placement.fee");
        var line = draft.line() == null
                ? null
                : lines(draft.day().getYear()).stream()
                        .filter(l -> l.id().equals(draft.line()))
                        .findFirst()
                        .orElseThrow(() -> Refused.invalid(
                                "press.placement.line", draft.day().getYear()));
        return new Placement(
                id,
                outlet.id(),
                outlet.name(),
                draft.kind(),
                draft.title().strip(),
                draft.size().strip(),
                draft.day(),
                draft.fee(),
                line == null ? null : line.id(),
                line == null ? "" : line.name(),
                state,
                null,
                "",
                draft.note().strip());
    }

    private static void text(String text, int least, int most, String code) {
        var length = text.strip().length();
        if (length < least || length > most || text.indexOf('\0') >= 0) throw Refused.invalid(code, most);
    }

    /** It appeared. */
    @Transactional
    public void placed(Actor by, UUID id) {
        var placement = step(by, id, State.PLANNED);
        if (placement.day().isAfter(Workdays.day(clock.instant()))) throw Refused.invalid("press.placement.future");
        move(by, placement, State.PLACED, "");
    }

    /** Brings the page it appeared on (게재지). */
    @Transactional
    public void proved(Actor by, UUID id, String name, InputStream bytes) {
        var placement = step(by, id, State.PLACED);
        var file = files.put(by, name, bytes);
        if (file.size() == 0) throw Refused.invalid("press.placement.proof");
        store.proof(id, file.id(), file.name());
        if (placement.proof() != null) files.delete(by, placement.proof(), "새 게재지로 바꿈");
        move(by, placement, State.PROVED, "");
    }

    @Transactional
    public void paid(Actor by, UUID id) {
        var placement = step(by, id, State.PROVED);
        if (placement.line() == null) throw Refused.conflict("press.placement.paid.line");
        move(by, placement, State.PAID, "");
    }

    /** A step back to put something right, or out of it altogether; the reason stays. */
    @Transactional
    public void back(Actor by, UUID id, String why) {
        mayWork(by);
        var placement = held(id);
        reason(why);
        var before =
                switch (placement.state()) {
                    case PLANNED, CANCELLED -> throw Refused.conflict("press.placement.step");
                    case PLACED -> State.PLANNED;
                    case PROVED -> State.PLACED;
                    case PAID -> State.PROVED;
                };
        if (placement.state() == State.PAID && !by.may("press", Level.APPROVE))
            throw new Refused(Refused.Reason.FORBIDDEN, "press.placement.paid.may");
        move(by, placement, before, why.strip());
    }

    @Transactional
    public void cancel(Actor by, UUID id, String why) {
        mayWork(by);
        var placement = held(id);
        reason(why);
        if (!placement.open()) throw Refused.conflict("press.placement.step");
        move(by, placement, State.CANCELLED, why.strip());
    }

    private static void reason(String why) {
        if (why.isBlank() || why.length() > NOTE) throw Refused.invalid("press.placement.why", NOTE);
    }

    private Placement step(Actor by, UUID id, State from) {
        mayWork(by);
        var placement = held(id);
        if (placement.state() != from) throw Refused.conflict("press.placement.step");
        return placement;
    }

    private void move(Actor by, Placement placement, State to, String why) {
        store.step(placement.id(), to, by.login(), now(), why);
        record(by, "placement." + to.name().toLowerCase(java.util.Locale.ROOT), placement, Map.of("why", why));
    }

    private Placement held(UUID id) {
        store.hold(id);
        return get(id);
    }

    private static void mayWork(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    private void record(Actor by, String act, Placement placement, Map<String, ?> details) {
        trail.record(by, "press", act, "placement:" + placement.id(), details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
