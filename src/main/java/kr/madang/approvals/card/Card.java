package kr.madang.approvals.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import org.jspecify.annotations.Nullable;

/**
 * The document card of one paper (문서관리카드): all versions and acts in the order they happened, each bound to the one before. A card
 * cannot tell that its last links were cut off unless its head is kept elsewhere too.
 */
public record Card(Paper.Id paper, List<Link> links) {
    /**
     * Where the chain ended when it was written down elsewhere.
     *
     * @param links how many there were
     */
    public record Head(int links, String hash) {}

    public Card {
        links = List.copyOf(links);
    }

    public static Card of(Paper.Id paper) {
        return new Card(paper, List.of());
    }

    public Card plus(Entry entry) {
        var more = new ArrayList<>(links);
        more.add(links.isEmpty() ? Link.first(paper, entry) : links.getLast().next(paper, entry));
        return new Card(paper, more);
    }

    public Head head() {
        return links.isEmpty()
                ? new Head(0, Link.ORIGIN)
                : new Head(links.size(), links.getLast().hash());
    }

    public List<Version> versions() {
        return links.stream()
                .filter(link -> link.entry() instanceof Entry.Kept)
                .map(link -> ((Entry.Kept) link.entry()).version())
                .toList();
    }

    public List<Event> events() {
        return links.stream()
                .filter(link -> link.entry() instanceof Entry.Acted)
                .map(link -> ((Entry.Acted) link.entry()).event())
                .toList();
    }

    public Verdict verify() {
        return verify(null);
    }

    /** @param expected the head as it was written down elsewhere; null when it was not */
    public Verdict verify(@Nullable Head expected) {
        var previous = Link.ORIGIN;
        var kept = new HashSet<String>();
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var flaw = flaw(link, i + 1, previous).or(() -> unseen(link, kept));
            if (flaw.isPresent()) return new Verdict.Broken(i + 1, flaw.get());
            if (link.entry() instanceof Entry.Kept(Version version)) kept.add(version.hash());
            previous = link.hash();
        }
        return expected == null ? new Verdict.Sound(head()) : against(expected);
    }

    private Optional<Flaw> flaw(Link link, int number, String previous) {
        if (link.number() != number) return Optional.of(Flaw.MISSING);
        if (!link.previous().equals(previous)) return Optional.of(Flaw.DETACHED);
        return link.sound(paper) ? Optional.empty() : Optional.of(Flaw.ALTERED);
    }

    /** Somebody signed a content that the card does not hold. */
    private static Optional<Flaw> unseen(Link link, HashSet<String> kept) {
        boolean signed = link.entry() instanceof Entry.Acted(Event event)
                && event.kind().signature()
                && !kept.contains(event.hash());
        return signed ? Optional.of(Flaw.UNSEEN) : Optional.empty();
    }

    private Verdict against(Head expected) {
        if (links.size() < expected.links()) return new Verdict.Broken(links.size() + 1, Flaw.CUT);
        var there = expected.links() == 0
                ? Link.ORIGIN
                : links.get(expected.links() - 1).hash();
        if (!there.equals(expected.hash())) return new Verdict.Broken(expected.links(), Flaw.REWRITTEN);
        return links.size() > expected.links()
                ? new Verdict.Broken(expected.links() + 1, Flaw.UNANNOUNCED)
                : new Verdict.Sound(head());
    }
}
