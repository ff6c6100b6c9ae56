package kr.madang.approvals.desk;

import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act, to be written down (처리 결과): the newest event of the paper, and how the card goes on.
 *
 * @param held the paper's row as it was before
 * @param fresh the new content, which stands on the card before the act that brought it; null when the act wrote none
 */
record Deed(
        Trail.Hand hand, Held held, Paper paper, @Nullable Version fresh, List<Link> links) {
    Deed {
        links = List.copyOf(links);
    }

    static Deed of(Trail.Hand hand, Held held, Paper paper, @Nullable Version fresh) {
        var links = new ArrayList<Link>();
        if (fresh != null) links.add(next(paper.id(), held.head(), new Entry.Kept(fresh)));
        var acted = new Entry.Acted(paper.last());
        links.add(
                links.isEmpty()
                        ? next(paper.id(), held.head(), acted)
                        : links.getLast().next(paper.id(), acted));
        return new Deed(hand, held, paper, fresh, links);
    }

    private static Link next(Paper.Id paper, Card.Head head, Entry entry) {
        return Link.of(paper, head.links() + 1, entry, head.hash());
    }

    Event event() {
        return paper.last();
    }

    /** The paper itself begins with it. */
    boolean first() {
        return event().kind() == Event.Kind.DRAFTED;
    }

    boolean approves() {
        return event().kind().signature() && event().seat().equals(paper.line().approver());
    }

    Card.Head head() {
        return new Card.Head(links.getLast().number(), links.getLast().hash());
    }
}
