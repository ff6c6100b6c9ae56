package kr.madang.approvals.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One paper on its way from draft to approval (기안문): never changed, each act makes the next one with one event more. Two acts at once
 * on the same paper get the same event number; the store keeps one.
 */
public final class Paper {
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** An old paper and the new draft in its place, each naming the other. */
    public record Redrafted(Paper old, Paper fresh) {}

    private final Id id;
    private final List<Event> events;
    private final Standing standing;

    private Paper(Id id, List<Event> events, Standing standing) {
        this.id = id;
        this.events = events;
        this.standing = standing;
    }

    /**
     * A first draft.
     *
     * @param content SHA-256 of the content
     */
    public static Paper draft(Id id, Line line, String content, Instant at, Roster roster) {
        return drafted(id, line, content, at, roster, null);
    }

    private static Paper drafted(
            Id id, Line line, String content, Instant at, Roster roster, @Nullable Id predecessor) {
        if (!roster.serves(line.drafter(), at)) throw Refused.invalid("approvals.person.left");
        var event = new Event(
                1,
                Event.Kind.DRAFTED,
                line.drafter(),
                null,
                Role.DRAFT,
                at,
                1,
                Rules.hash(content),
                "",
                line,
                predecessor);
        return new Paper(id, List.of(event), Standing.first(event));
    }

    /**
     * The paper as its events tell it; what was allowed then is not judged again.
     *
     * @throws IllegalArgumentException when the events do not begin with a draft or are not numbered 1, 2, 3 …
     */
    public static Paper replay(Id id, List<Event> events) {
        if (events.isEmpty() || events.getFirst().kind() != Event.Kind.DRAFTED)
            throw new IllegalArgumentException("a paper begins with its draft");
        var standing = Standing.first(events.getFirst());
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).number() != i + 1) throw new IllegalArgumentException("event " + (i + 1) + " is missing");
            if (i > 0) standing = standing.after(events.get(i));
        }
        return new Paper(id, List.copyOf(events), standing);
    }

    /**
     * The paper after the act.
     *
     * @throws Refused when the rules do not allow it; this paper is unchanged
     */
    public Paper act(Act act, Roster roster) {
        return with(new Rules(this, standing, roster).judge(act));
    }

    /**
     * A new draft in place of a returned, withdrawn or approved paper (재기안).
     *
     * @throws Refused when this paper is still on its way or has been replaced already
     */
    public Redrafted redraft(Id fresh, Line line, String content, Instant at, Roster roster) {
        var event = new Rules(this, standing, roster).judgeRedraft(line.drafter(), fresh, at);
        return new Redrafted(with(event), drafted(fresh, line, content, at, roster, id));
    }

    private Paper with(Event event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new Paper(id, List.copyOf(more), standing.after(event));
    }

    public Id id() {
        return id;
    }

    public List<Event> events() {
        return events;
    }

    public Event last() {
        return events.getLast();
    }

    public Status status() {
        return standing.status();
    }

    public Line line() {
        return standing.line();
    }

    /** SHA-256 of the current content. */
    public String content() {
        return standing.content();
    }

    public int version() {
        return standing.version();
    }

    /** The seats the paper waits for now; empty unless it is underway. */
    public List<Person> due() {
        return status().underway() ? line().due(standing.settled().keySet()) : List.of();
    }

    public Set<Person> settled() {
        return standing.settled().keySet();
    }

    /** Whose seat holds the paper. */
    public Optional<Person> heldFor() {
        return Optional.ofNullable(standing.heldFor());
    }

    /** A deputy approved, and the absent approver has yet to confirm the report (사후보고). */
    public boolean reportDue() {
        return standing.reportDue();
    }

    /** Who has read it of those it circulates to. */
    public Set<Person> readers() {
        return standing.readers();
    }

    public Optional<Instant> approvedAt() {
        return status() == Status.APPROVED
                ? Optional.ofNullable(standing.settled().get(line().approver())).map(Event::at)
                : Optional.empty();
    }

    public Optional<Id> predecessor() {
        return Optional.ofNullable(events.getFirst().other());
    }

    public Optional<Id> successor() {
        return Optional.ofNullable(standing.successor());
    }

    /** The boxes of the line to print, in the order of the line; the drafter is not among them. */
    public List<Box> boxes() {
        return line().seats().stream()
                .map(standing.settled()::get)
                .filter(java.util.Objects::nonNull)
                .map(event -> Box.of(event, line().terms()))
                .toList();
    }
}
