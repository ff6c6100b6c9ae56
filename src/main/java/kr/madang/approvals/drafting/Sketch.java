package kr.madang.approvals.drafting;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Role;
import kr.madang.approvals.line.Stage;
import kr.madang.kernel.Refused;

/**
 * A line while it is put together (결재선 편집): rows in the order in which people will act, the approver after all reviews and concurrences,
 * readers last. It may lack an approver; the rules of the line judge it only when it is used. Every step gives another sketch.
 */
public record Sketch(List<Row> rows) {
    /** More than a line may have; what is longer was not made here. */
    private static final int MOST = 1_100;

    public static final Sketch EMPTY = new Sketch(List.of());

    /** What a row says of its person. */
    public enum Part {
        REVIEW(Role.REVIEW),
        /** 협조, after everything above it. */
        CONCUR(Role.CONCUR),
        /** 협조 at the same time as the concurrence above it (병렬). */
        TOGETHER(Role.CONCUR),
        APPROVE(Role.APPROVE),
        CIRCULATE(Role.CIRCULATE);

        private final Role role;

        Part(Role role) {
            this.role = role;
        }

        public Role role() {
            return role;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Part of(String word) {
            return Arrays.stream(values())
                    .filter(p -> p.word().equals(word))
                    .findFirst()
                    .orElseThrow(Sketch::unreadable);
        }

        boolean concurs() {
            return this == CONCUR || this == TOGETHER;
        }

        /** Stages may change places, and readers, but not one with the other. */
        int group() {
            return this == APPROVE ? 1 : this == CIRCULATE ? 2 : 0;
        }
    }

    public record Row(Part part, Person person) {}

    public Sketch {
        if (rows.size() > MOST) throw unreadable();
        rows = tidy(rows);
    }

    /** Groups in their order; a concurrence that has none above it to join stands by itself. */
    private static List<Row> tidy(List<Row> rows) {
        var tidy = new ArrayList<Row>();
        for (int group = 0; group < 3; group++)
            for (var row : rows)
                if (row.part.group() == group) {
                    boolean joins = !tidy.isEmpty() && tidy.getLast().part.concurs();
                    tidy.add(row.part == Part.TOGETHER && !joins ? new Row(Part.CONCUR, row.person) : row);
                }
        if (tidy.stream().filter(row -> row.part == Part.APPROVE).count() > 1) throw unreadable();
        return List.copyOf(tidy);
    }

    /** As a form carries it: {@code review:<person> concur:<person> together:<person> approve:<person>}. */
    public String text() {
        return rows.stream()
                .map(row -> row.part.word() + ":" + row.person.key())
                .collect(joining(" "));
    }

    /** @throws Refused when the text was not made by {@link #text} */
    public static Sketch parse(String text) {
        var rows = new ArrayList<Row>();
        for (var word : text.strip().split("\\s+", MOST + 2)) if (!word.isEmpty()) rows.add(row(word));
        return new Sketch(rows);
    }

    private static Row row(String word) {
        int colon = word.indexOf(':');
        if (colon < 0) throw unreadable();
        return new Row(Part.of(word.substring(0, colon)), person(word.substring(colon + 1)));
    }

    static Person person(String key) {
        try {
            return Person.of(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    public static Sketch of(Route route) {
        var rows = new ArrayList<Row>();
        for (var stage : route.stages())
            for (int i = 0; i < stage.people().size(); i++) {
                var part = stage.role() == Role.REVIEW ? Part.REVIEW : i == 0 ? Part.CONCUR : Part.TOGETHER;
                rows.add(new Row(part, stage.people().get(i)));
            }
        rows.add(new Row(Part.APPROVE, route.approver()));
        route.circulation().forEach(reader -> rows.add(new Row(Part.CIRCULATE, reader)));
        return new Sketch(rows);
    }

    /** @throws Refused when nobody approves, or by the rules of a stage */
    public Route route() {
        var stages = new ArrayList<Stage>();
        for (var row : rows) {
            if (row.part == Part.REVIEW) stages.add(Stage.review(row.person));
            if (row.part == Part.CONCUR) stages.add(Stage.concur(row.person));
            if (row.part == Part.TOGETHER) stages.add(joined(stages.removeLast(), row.person));
        }
        var approver = approver().orElseThrow(() -> Refused.invalid("approvals.draft.approver"));
        return new Route(stages, approver, people(Part.CIRCULATE));
    }

    private static Stage joined(Stage stage, Person more) {
        var people = new ArrayList<>(stage.people());
        people.add(more);
        return new Stage(Role.CONCUR, people);
    }

    public Optional<Person> approver() {
        return people(Part.APPROVE).stream().findFirst();
    }

    public List<Person> people(Part part) {
        return rows.stream().filter(row -> row.part == part).map(Row::person).toList();
    }

    /** Who signs has one seat: somebody seated already moves to the new one. There is one approver. */
    public Sketch plus(Part part, Person person) {
        var fewer = this;
        for (int i = rows.size() - 1; i >= 0; i--) if (replaced(rows.get(i), part, person)) fewer = fewer.without(i);
        var more = new ArrayList<>(fewer.rows);
        more.add(new Row(part, person));
        return new Sketch(more);
    }

    private static boolean replaced(Row row, Part part, Person person) {
        boolean reads = row.part == Part.CIRCULATE;
        boolean same = row.person.equals(person) && reads == (part == Part.CIRCULATE);
        return same || (part == Part.APPROVE && row.part == Part.APPROVE);
    }

    public Sketch without(int at) {
        var less = new ArrayList<>(rows);
        var gone = less.remove(index(at));
        // whoever acted together with the one that goes still acts together
        boolean next = at < less.size() && less.get(at).part == Part.TOGETHER;
        if (gone.part == Part.CONCUR && next) less.set(at, new Row(Part.CONCUR, less.get(at).person));
        return new Sketch(less);
    }

    public boolean mayRise(int at) {
        return at > 0 && rows.get(at).part.group() == rows.get(at - 1).part.group();
    }

    public boolean mayFall(int at) {
        return at < rows.size() - 1 && mayRise(at + 1);
    }

    public Sketch up(int at) {
        if (!mayRise(index(at))) return this;
        int above = at - 1;
        // a review does not part those who act together
        if (rows.get(at).part == Part.REVIEW) while (rows.get(above).part == Part.TOGETHER) above--;
        return above == at - 1 ? swapped(above) : moved(at, above);
    }

    public Sketch down(int at) {
        if (!mayFall(index(at))) return this;
        int below = at + 1;
        if (rows.get(at).part == Part.REVIEW)
            while (below + 1 < rows.size() && rows.get(below + 1).part == Part.TOGETHER) below++;
        return below == at + 1 ? swapped(at) : moved(at, below);
    }

    private Sketch moved(int from, int to) {
        var other = new ArrayList<>(rows);
        other.add(to, other.remove(from));
        return new Sketch(other);
    }

    /** Two concurrences trade places, not the way in which they stand beside each other. */
    private Sketch swapped(int upper) {
        var other = new ArrayList<>(rows);
        Collections.swap(other, upper, upper + 1);
        var first = other.get(upper);
        var second = other.get(upper + 1);
        if (first.part.concurs() && second.part.concurs()) {
            other.set(upper, new Row(second.part, first.person));
            other.set(upper + 1, new Row(first.part, second.person));
        }
        return new Sketch(other);
    }

    /** A concurrence joins the one above it, or leaves it again. */
    public boolean mayJoin(int at) {
        return at > 0 && rows.get(at).part.concurs() && rows.get(at - 1).part.concurs();
    }

    public Sketch joined(int at) {
        if (!mayJoin(index(at))) return this;
        var other = new ArrayList<>(rows);
        var row = rows.get(at);
        other.set(at, new Row(row.part == Part.CONCUR ? Part.TOGETHER : Part.CONCUR, row.person));
        return new Sketch(other);
    }

    private int index(int at) {
        if (at < 0 || at >= rows.size()) throw unreadable();
        return at;
    }

    /** One step as a button says it: {@code up:3}, {@code add.review:<person>}. */
    public Sketch step(String step) {
        int colon = step.indexOf(':');
        if (colon < 0) throw unreadable();
        var verb = step.substring(0, colon);
        var what = step.substring(colon + 1);
        if (verb.startsWith("add.")) return plus(Part.of(verb.substring(4)), person(what));
        int at = number(what);
        return switch (verb) {
            case "up" -> up(at);
            case "down" -> down(at);
            case "join" -> joined(at);
            case "drop" -> without(at);
            default -> throw unreadable();
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private static Refused unreadable() {
        return Refused.invalid("approvals.sketch.unreadable");
    }
}
