package kr.madang.approvals.desk;

import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards of single papers (문서관리카드): every version and act with its place in the chain, verified while one looks. */
@Component
public class Cards {
    private final Papers papers;
    private final Access access;
    private final CardStore store;
    private final CardVerifier verifier;

    Cards(Papers papers, Access access, CardStore store, CardVerifier verifier) {
        this.papers = papers;
        this.access = access;
        this.store = store;
        this.verifier = verifier;
    }

    /** Opens a card; like any look at the paper it is recorded. Not one transaction: the verification takes a connection of its own. */
    public CardView open(Actor by, Paper.Id id) {
        var view = papers.open(by, id);
        var links = new ArrayList<Link>();
        store.one(id, stored -> links.addAll(stored.links()));
        return new CardView(view, links, verifier.verify(id), before(by, view));
    }

    private @Nullable Version before(Actor by, PaperView view) {
        var old = view.paper().predecessor().filter(id -> access.mayRead(by, id));
        return old.map(id -> papers.open(by, id).current()).orElse(null);
    }

    /** The card as a file that can be verified without this program's database. */
    public byte[] file(CardView view) {
        return CardFile.write(
                new Card(view.paper().paper().id(), view.links()), view.paper().names());
    }

    /** What is wrong with a card in a file; empty when it is sound. */
    public static List<Finding> recheck(byte[] file) {
        return CardFile.recheck(file);
    }
}
