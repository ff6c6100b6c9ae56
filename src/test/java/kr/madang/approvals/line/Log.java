package kr.madang.approvals.line;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kr.madang.approvals.line.Event.Kind;

/** Questions to the log of a paper, each answered by reading it again from the end. */
record Log(List<Event> events) {
    private static final Set<Kind> TURNS = EnumSet.of(
            Kind.DRAFTED,
            Kind.SUBMITTED,
            Kind.WITHDRAWN,
            Kind.RETURNED,
            Kind.HELD,
            Kind.RESUMED,
            Kind.DISCARDED,
            Kind.RESTORED);

    Event last() {
        return events.getLast();
    }

    boolean has(Kind kind) {
        return events.stream().anyMatch(e -> e.kind() == kind);
    }

    Line line() {
        return lineAt(events.size());
    }

    private Line lineAt(int end) {
        for (int i = end - 1; i >= 0; i--) {
            var line = events.get(i).line();
            if (line != null) return line;
        }
        throw new AssertionError("no line");
    }

    Person drafter() {
        return events.getFirst().who();
    }

    String content() {
        return events.stream()
                .filter(e -> e.kind() == Kind.DRAFTED || e.kind() == Kind.REVISED)
                .toList()
                .getLast()
                .hash();
    }

    boolean approved() {
        return events.stream().anyMatch(e -> e.kind() == Kind.SIGNED && e.role() == Role.APPROVE);
    }

    boolean deputyApproved() {
        return events.stream()
                .anyMatch(e -> e.kind() == Kind.SIGNED && e.role() == Role.APPROVE && e.forWhom() != null);
    }

    private int turnIndex() {
        for (int i = events.size() - 1; ; i--) if (TURNS.contains(events.get(i).kind())) return i;
    }

    private Kind turn() {
        return events.get(turnIndex()).kind();
    }

    boolean withDrafter() {
        return turn() == Kind.DRAFTED || turn() == Kind.WITHDRAWN || turn() == Kind.RESTORED;
    }

    boolean discarded() {
        return turn() == Kind.DISCARDED;
    }

    boolean running() {
        return !approved() && (turn() == Kind.SUBMITTED || turn() == Kind.RESUMED || turn() == Kind.HELD && !held());
    }

    /** Held, and no change of the line has taken the holding seat out of the waiting ones. */
    boolean held() {
        return !approved() && turn() == Kind.HELD && holder().isPresent();
    }

    Optional<Person> holder() {
        int at = turnIndex();
        if (events.get(at).kind() != Kind.HELD) return Optional.empty();
        var seat = events.get(at).seat();
        for (int end = at + 1; end <= events.size(); end++)
            if (!new Log(events.subList(0, end)).waiting().contains(seat)) return Optional.empty();
        return Optional.of(seat);
    }

    private List<Event> sinceWithdrawal() {
        int from = 0;
        for (int i = 0; i < events.size(); i++) if (events.get(i).kind() == Kind.WITHDRAWN) from = i;
        return events.subList(from, events.size());
    }

    Set<Person> settled() {
        var done = new HashSet<Person>();
        for (var e : sinceWithdrawal())
            if (e.kind() == Kind.SIGNED || e.kind() == Kind.DISSENTED || e.kind() == Kind.SKIPPED) done.add(e.seat());
        return done;
    }

    Optional<Person> lastSigner() {
        return sinceWithdrawal().stream()
                .filter(e -> e.kind() == Kind.SIGNED || e.kind() == Kind.DISSENTED)
                .map(Event::who)
                .reduce((a, b) -> b);
    }

    /** The lowest rank of the line that has unsettled seats, all of them. */
    List<Person> waiting() {
        var ranks = new TreeMap<Integer, List<Person>>();
        var done = settled();
        var line = line();
        for (int i = 0; i < line.stages().size(); i++) {
            var open = line.stages().get(i).people().stream()
                    .filter(p -> !done.contains(p))
                    .toList();
            if (!open.isEmpty()) ranks.put(i, open);
        }
        if (!done.contains(line.approver())) ranks.put(Integer.MAX_VALUE, List.of(line.approver()));
        return ranks.isEmpty() ? List.of() : ranks.firstEntry().getValue();
    }

    String capacity(Person seat) {
        return capacity(line(), seat);
    }

    static String capacity(Line line, Person seat) {
        var found = new TreeSet<String>();
        line.stages().forEach(s -> s.people().forEach(p -> {
            if (p.equals(seat)) found.add(s.role().title());
        }));
        if (line.approver().equals(seat)) found.add("결재");
        return String.join(",", found);
    }
}
