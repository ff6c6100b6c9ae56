package kr.madang.approvals.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.Register;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.gate.Approved;
import kr.madang.kernel.gate.Returned;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Writes down what an act made of a paper (문서 기록): content, event, links of the card, seats, standing, numbers, the news for the room
 * that asked, and the audit trail, all in the transaction of the act.
 */
@Component
class Keeper {
    private final PaperStore papers;
    private final ActStore acts;
    private final SeatStore seats;
    private final RegisterStore registers;
    private final Units units;
    private final Shelf shelf;
    private final Trail trail;
    private final ApplicationEventPublisher news;

    Keeper(
            PaperStore papers,
            ActStore acts,
            SeatStore seats,
            RegisterStore registers,
            Units units,
            Shelf shelf,
            Trail trail,
            ApplicationEventPublisher news) {
        this.papers = papers;
        this.acts = acts;
        this.seats = seats;
        this.registers = registers;
        this.units = units;
        this.shelf = shelf;
        this.trail = trail;
        this.news = news;
    }

    /** A new draft. */
    void drafted(Actor by, Held held, Paper paper, Content content) {
        try {
            papers.insert(held, paper, content);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("approvals.gate.open");
        }
        acted(by, held, paper, content.version(1, held.drafter(), held.madeAt()));
    }

    /** @param fresh the new content, when the act wrote one */
    void acted(Actor by, Held held, Paper paper, @Nullable Version fresh) {
        var event = paper.last();
        var links = links(held, paper, fresh);
        var newest = links.getLast();
        var head = new Card.Head(newest.number(), newest.hash());
        seats.follow(paper);
        try {
            if (fresh != null) papers.insert(paper.id(), fresh);
            acts.write(paper, links, head, fresh);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("approvals.act.late");
        }
        var details = new HashMap<String, Object>(Map.of("event", event.number(), "head", text(head)));
        if (approves(paper)) {
            shelf.file(by, paper.id(), held.filing(), held.unit(), event.at());
            details.put("number", number(held, paper, event.at()));
        }
        tell(by, held, paper, String.valueOf(details.getOrDefault("number", "")));
        trail.record(by, "approvals", "paper." + word(event.kind()), "paper:" + paper.id(), details);
    }

    /** A new content stands on the card before the act that brought it. */
    private static List<Link> links(Held held, Paper paper, @Nullable Version fresh) {
        var links = new ArrayList<Link>();
        if (fresh != null) links.add(next(paper.id(), held.head(), new Entry.Kept(fresh)));
        var acted = new Entry.Acted(paper.last());
        links.add(
                links.isEmpty()
                        ? next(paper.id(), held.head(), acted)
                        : links.getLast().next(paper.id(), acted));
        return links;
    }

    private static Link next(Paper.Id paper, Card.Head head, Entry entry) {
        return Link.of(paper, head.links() + 1, entry, head.hash());
    }

    /** As it stands in the audit trail: {@code 5:3fa9…}. */
    static String text(Card.Head head) {
        return head.links() + ":" + head.hash();
    }

    private static boolean approves(Paper paper) {
        return paper.last().kind().signature()
                && paper.last().seat().equals(paper.line().approver());
    }

    /** Taken when everything else is written: the register stays locked for no longer than it must. */
    private String number(Held held, Paper paper, Instant at) {
        var unit = units.coded(held.unit());
        int year = LocalDate.ofInstant(at, OfficeRoster.SEOUL).getYear();
        var id = paper.id().value();
        long serial = registers.draw(Register.PRODUCTION.name(), unit.code(), unit.name(), year, id, at);
        var second = held.filing().second();
        if (second != null) registers.draw(second.name(), "", unit.name(), second.yearly() ? year : 0, id, at);
        return unit.name() + "-" + serial;
    }

    private void tell(Actor by, Held held, Paper paper, String number) {
        var origin = held.origin();
        if (origin == null) return;
        var last = paper.last();
        var id = paper.id().value();
        var who = PaperStore.uuid(last.who());
        var kind = held.filing().task();
        if (approves(paper))
            news.publishEvent(
                    new Approved(id, origin.subject(), kind, origin.seal(), number, who, by.name(), last.at()));
        if (last.kind() == Event.Kind.RETURNED)
            news.publishEvent(
                    new Returned(id, origin.subject(), kind, origin.seal(), who, by.name(), last.words(), last.at()));
    }

    private static String word(Event.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
