package kr.madang.approvals.line;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.Refused;

/**
 * The planned way of a paper (결재선): drafter, reviews and concurrences in order, one approver, and those who read it afterwards
 * (공람). Everyone has one seat at most before the approval, so a seat is known by its person.
 */
public record Line(Person drafter, List<Stage> stages, Person approver, List<Person> circulation, Terms terms) {
    private static final int MOST_SEATS = 50;
    private static final int MOST_READERS = 1_000;

    public Line {
        stages = List.copyOf(stages);
        circulation = List.copyOf(circulation);
        var seats = new ArrayList<Person>();
        stages.forEach(stage -> seats.addAll(stage.people()));
        seats.add(approver);
        if (new HashSet<>(seats).size() < seats.size()) throw Refused.invalid("approvals.line.twice");
        if (seats.size() > MOST_SEATS) throw Refused.invalid("approvals.line.long", MOST_SEATS);
        if (seats.subList(0, seats.size() - 1).contains(drafter)) throw Refused.invalid("approvals.line.drafter");
        if (approver.equals(drafter) && !terms.alone()) throw Refused.invalid("approvals.line.alone");
        if (new HashSet<>(circulation).size() < circulation.size()) throw Refused.invalid("approvals.line.readers");
        if (circulation.size() > MOST_READERS) throw Refused.invalid("approvals.line.crowd", MOST_READERS);
    }

    public static Line of(Person drafter, List<Stage> stages, Person approver, Terms terms) {
        return new Line(drafter, stages, approver, List.of(), terms);
    }

    public Line withCirculation(List<Person> readers) {
        return new Line(drafter, stages, approver, readers, terms);
    }

    /** Everyone who signs, in the order of the line; the approver last. */
    public List<Person> seats() {
        var seats = new ArrayList<Person>();
        stages.forEach(stage -> seats.addAll(stage.people()));
        seats.add(approver);
        return List.copyOf(seats);
    }

    /** In which capacity this person's seat signs; empty for anyone without a seat. */
    public Optional<Role> roleOf(Person seat) {
        for (var stage : stages) if (stage.people().contains(seat)) return Optional.of(stage.role());
        return seat.equals(approver) ? Optional.of(Role.APPROVE) : Optional.empty();
    }

    /** Whose turn it is once the {@code settled} seats are done; several in a parallel concurrence, nobody after the approval. */
    public List<Person> due(Set<Person> settled) {
        for (var stage : stages) {
            var left = stage.people().stream().filter(p -> !settled.contains(p)).toList();
            if (!left.isEmpty()) return left;
        }
        return settled.contains(approver) ? List.of() : List.of(approver);
    }

    /** Whether {@code seat} comes after everything that is due now. */
    boolean later(Person seat, Set<Person> settled) {
        return seats().contains(seat)
                && !settled.contains(seat)
                && !due(settled).contains(seat);
    }

    /** A review is asked for and none is planned. */
    boolean lacksReview() {
        return terms.reviewed()
                && !approver.equals(drafter)
                && stages.stream().noneMatch(stage -> stage.role() == Role.REVIEW);
    }

    /** Whether this line, put in place of {@code old}, leaves every settled seat where it was. */
    boolean keeps(Line old, Set<Person> settled) {
        if (!drafter.equals(old.drafter)) return false;
        for (int i = 0; i < old.stages.size(); i++) {
            var before = old.stages.get(i);
            if (before.people().stream().noneMatch(settled::contains)) break;
            if (i >= stages.size()) return false;
            var now = stages.get(i);
            boolean done = settled.containsAll(before.people());
            if (done ? !now.equals(before) : !extended(before, now, settled)) return false;
        }
        return true;
    }

    /** A parallel concurrence that is half done may change, but not lose who has signed. */
    private static boolean extended(Stage before, Stage now, Set<Person> settled) {
        return now.role() == before.role()
                && before.people().stream().filter(settled::contains).allMatch(now.people()::contains);
    }
}
