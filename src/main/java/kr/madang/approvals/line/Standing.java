package kr.madang.approvals.line;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a paper add up to (현재 상태).
 *
 * @param settled seats that are done, with the event that did it, in the order of time
 * @param heldFor the seat that holds the paper
 * @param reportDue a deputy approved and the absent approver has not confirmed the report
 */
record Standing(
        Status status,
        Line line,
        int version,
        String content,
        Map<Person, Event> settled,
        @Nullable Person heldFor,
        boolean reportDue,
        Set<Person> readers,
        Paper.@Nullable Id successor) {

    static Standing first(Event drafted) {
        return new Standing(
                Status.DRAFTING,
                requireNonNull(drafted.line()),
                1,
                drafted.hash(),
                Map.of(),
                null,
                false,
                Set.of(),
                null);
    }

    Standing after(Event e) {
        return switch (e.kind()) {
            case DRAFTED -> throw new IllegalArgumentException("drafted twice");
            case REVISED -> revised(e);
            case LINE_CHANGED -> changed(requireNonNull(e.line()));
            case SUBMITTED -> now(Status.RUNNING, Map.of(), null);
            case SIGNED, DISSENTED -> signed(e);
            case SKIPPED -> now(status, with(e), heldFor);
            case RETURNED -> now(Status.RETURNED, settled, null);
            case HELD -> now(Status.HELD, settled, e.seat());
            case RESUMED -> now(Status.RUNNING, settled, null);
            case WITHDRAWN -> now(Status.WITHDRAWN, Map.of(), null);
            case DISCARDED -> now(Status.DISCARDED, settled, null);
            case RESTORED -> now(Status.DRAFTING, settled, null);
            case REPORTED -> new Standing(status, line, version, content, settled, heldFor, false, readers, successor);
            case READ -> read(e.who());
            case REDRAFTED ->
                new Standing(status, line, version, content, settled, heldFor, reportDue, readers, e.other());
        };
    }

    private Standing now(Status next, Map<Person, Event> done, @Nullable Person held) {
        return new Standing(next, line, version, content, done, held, reportDue, readers, successor);
    }

    private Standing revised(Event e) {
        return new Standing(status, line, e.version(), e.hash(), settled, heldFor, reportDue, readers, successor);
    }

    /** A hold ends when the line no longer waits for the person who holds. */
    private Standing changed(Line next) {
        boolean freed = heldFor != null && !next.due(settled.keySet()).contains(heldFor);
        return new Standing(
                freed ? Status.RUNNING : status,
                next,
                version,
                content,
                settled,
                freed ? null : heldFor,
                reportDue,
                readers,
                successor);
    }

    private Standing signed(Event e) {
        boolean last = e.seat().equals(line.approver());
        boolean report = last && e.forWhom() != null && line.terms().important();
        return new Standing(
                last ? Status.APPROVED : status, line, version, content, with(e), null, report, readers, successor);
    }

    private Standing read(Person reader) {
        var all = new HashSet<>(readers);
        all.add(reader);
        return new Standing(status, line, version, content, settled, heldFor, reportDue, Set.copyOf(all), successor);
    }

    private Map<Person, Event> with(Event e) {
        var done = new LinkedHashMap<>(settled);
        done.put(e.seat(), e);
        return Collections.unmodifiableMap(done);
    }
}
