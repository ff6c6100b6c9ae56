package kr.madang.approvals.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.Register;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.search.Search;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in papers that were decided before this program kept them (문서 일괄 등록): with every version and act, a card of its own, and
 * numbers in the order of the approvals.
 */
@Component
public class BulkPapers {
    private static final int BATCH = 1_000;

    /**
     * A paper with its whole life.
     *
     * @param versions what it said, oldest first
     */
    public record Life(Paper paper, List<Version> versions, Filing filing, String team, String drafterName) {
        public Life {
            versions = List.copyOf(versions);
        }

        Instant settledAt() {
            return paper.approvedAt().orElse(paper.last().at());
        }
    }

    private record Book(String register, String unit, int year) {}

    private final RowStore store;
    private final Units units;
    private final Shelf shelf;
    private final Trail trail;
    private final Search search;

    BulkPapers(RowStore store, Units units, Shelf shelf, Trail trail, Search search) {
        this.store = store;
        this.units = units;
        this.shelf = shelf;
        this.trail = trail;
        this.search = search;
    }

    /**
     * Takes them all or none.
     *
     * @throws Refused conflict when a register they belong into has given numbers already
     */
    @Transactional
    public void take(Actor by, List<Life> lives) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
        var ordered = lives.stream()
                .sorted(Comparator.comparing(Life::settledAt)
                        .thenComparing(life -> life.paper().id().value()))
                .toList();
        store.defer();
        var homes = new HashMap<String, Units.Unit>();
        var last = new HashMap<Book, Long>();
        for (int from = 0; from < ordered.size(); from += BATCH) {
            var rows = new PaperRows();
            var notes = new ArrayList<Trail.Note>();
            for (var life : ordered.subList(from, Math.min(from + BATCH, ordered.size()))) {
                var unit = homes.computeIfAbsent(life.team(), units::of);
                notes.add(take(life, unit, last, rows));
            }
            store.insert(rows);
            trail.record(by, "approvals", notes);
        }
        last.forEach((register, serial) -> {
            if (!store.open(register.register(), register.unit(), register.year(), serial))
                throw Refused.conflict("approvals.bulk.register", String.valueOf(register.year()));
        });
        shelf.fileStrays(by);
        search.changed(
                SearchablePapers.KIND,
                lives.stream().map(life -> life.paper().id().value()).toList());
    }

    private Trail.Note take(Life life, Units.Unit unit, Map<Book, Long> last, PaperRows rows) {
        var paper = life.paper();
        var card = card(life);
        rows.paper(held(life, unit), paper, life.versions().getLast(), card.head());
        life.versions().forEach(version -> rows.version(paper.id(), version));
        paper.events().forEach(event -> rows.event(paper.id(), event));
        card.links().forEach(link -> rows.link(paper.id(), link));
        rows.seats(paper);
        var details = new LinkedHashMap<String, Object>();
        details.put("event", paper.last().number());
        details.put("head", Keeper.text(card.head()));
        paper.approvedAt().ifPresent(at -> details.put("number", number(life, unit, at, last, rows)));
        return new Trail.Note("paper.taken", "paper:" + paper.id(), details);
    }

    private static Held held(Life life, Units.Unit unit) {
        var paper = life.paper();
        return new Held(
                paper.id(),
                life.filing(),
                life.team(),
                unit.code(),
                paper.line().drafter(),
                life.drafterName(),
                Card.of(paper.id()).head(),
                paper.predecessor().orElse(null),
                null,
                paper.events().getFirst().at());
    }

    /** Each version stands before the event that brought it, as {@link Keeper} binds them. */
    private static Card card(Life life) {
        var card = Card.of(life.paper().id());
        int kept = 0;
        for (Event event : life.paper().events()) {
            if (event.version() > kept)
                card = card.plus(new Entry.Kept(life.versions().get(kept++)));
            card = card.plus(new Entry.Acted(event));
        }
        return card;
    }

    private static String number(Life life, Units.Unit unit, Instant at, Map<Book, Long> last, PaperRows rows) {
        int year = LocalDate.ofInstant(at, OfficeRoster.SEOUL).getYear();
        var id = life.paper().id().value();
        long serial = draw(new Book(Register.PRODUCTION.name(), unit.code(), year), unit, id, at, last, rows);
        var second = life.filing().second();
        if (second != null) draw(new Book(second.name(), "", second.yearly() ? year : 0), unit, id, at, last, rows);
        return unit.name() + "-" + serial;
    }

    private static long draw(
            Book register, Units.Unit unit, UUID paper, Instant at, Map<Book, Long> last, PaperRows rows) {
        long serial = last.merge(register, 1L, Long::sum);
        rows.entry(register.register(), register.unit(), register.year(), serial, unit.name(), paper, at);
        return serial;
    }
}
