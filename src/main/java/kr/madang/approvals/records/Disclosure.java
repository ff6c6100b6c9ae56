package kr.madang.approvals.records;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;

/**
 * Whether the public may see a paper (공개구분), decided for each paper.
 *
 * @param grounds which numbers of 정보공개법 §9① forbid it, 1 to 8; none exactly when the paper is open
 * @param closedParts what is blacked out of a partly open paper; empty otherwise
 */
public record Disclosure(Kind kind, SortedSet<Integer> grounds, String closedParts) {
    public static final Disclosure OPEN = new Disclosure(Kind.OPEN, Collections.emptySortedSet(), "");
    private static final int GROUNDS = 8;

    public enum Kind {
        OPEN("공개"),
        PARTLY("부분공개"),
        CLOSED("비공개");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Disclosure {
        grounds = Collections.unmodifiableSortedSet(new TreeSet<>(grounds));
        for (int ground : grounds)
            if (ground < 1 || ground > GROUNDS) throw Refused.invalid("approvals.disclosure.ground", ground, GROUNDS);
        if (kind == Kind.OPEN && !grounds.isEmpty()) throw Refused.invalid("approvals.disclosure.open");
        if (kind != Kind.OPEN && grounds.isEmpty())
            throw Refused.invalid("approvals.disclosure.groundless", kind.title());
        if (kind == Kind.PARTLY && closedParts.isBlank()) throw Refused.invalid("approvals.disclosure.parts");
        if (kind != Kind.PARTLY && !closedParts.isBlank()) throw Refused.invalid("approvals.disclosure.noparts");
    }

    public static Disclosure closed(Collection<Integer> grounds) {
        return new Disclosure(Kind.CLOSED, new TreeSet<>(grounds), "");
    }

    public static Disclosure partly(Collection<Integer> grounds, String closedParts) {
        return new Disclosure(Kind.PARTLY, new TreeSet<>(grounds), closedParts);
    }

    /** As it is printed: {@code 비공개(5,6)}. */
    public String text() {
        if (kind == Kind.OPEN) return kind.title();
        return grounds.stream().map(String::valueOf).collect(Collectors.joining(",", kind.title() + "(", ")"));
    }
}
