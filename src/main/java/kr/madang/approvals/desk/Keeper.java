package kr.madang.approvals.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Roster;
import kr.madang.approvals.line.StandIn;
import kr.madang.approvals.records.Register;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.gate.Approved;
import kr.madang.kernel.gate.Returned;
import kr.madang.kernel.news.NewPost;
import kr.madang.kernel.news.News;
import kr.madang.kernel.search.Search;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Writes down what acts made of their papers (문서 기록): content, event, links of the card, seats, standing, numbers, the news for the
 * room that asked, and the audit trail, all in the transaction of the acts.
 */
@Component
class Keeper {
    private static final Comparator<Deed> IN_TURN =
            Comparator.comparing(deed -> deed.event().at());

    private static final String WAITS = "결재할 문서가 왔습니다.";

    private final RowStore rows;
    private final ActStore acts;
    private final SeatStore seats;
    private final RegisterStore registers;
    private final Units units;
    private final Shelf shelf;
    private final OfficeRoster roster;
    private final Trail trail;
    private final ApplicationEventPublisher decisions;
    private final News news;
    private final Search search;

    Keeper(
            RowStore rows,
            ActStore acts,
            SeatStore seats,
            RegisterStore registers,
            Units units,
            Shelf shelf,
            OfficeRoster roster,
            Trail trail,
            ApplicationEventPublisher decisions,
            News news,
            Search search) {
        this.rows = rows;
        this.acts = acts;
        this.seats = seats;
        this.registers = registers;
        this.units = units;
        this.shelf = shelf;
        this.roster = roster;
        this.trail = trail;
        this.decisions = decisions;
        this.news = news;
        this.search = search;
    }

    /** @param fresh the new content, when the act wrote one */
    void acted(Actor by, Held held, Paper paper, @Nullable Version fresh) {
        write(List.of(Deed.of(trail.hand(by), held, paper, fresh)));
    }

    /** Writes several at once, each of another paper. */
    void write(List<Deed> deeds) {
        if (deeds.isEmpty()) return;
        begin(deeds);
        for (var deed : deeds) if (deed.event().kind() == Event.Kind.LINE_CHANGED) seats.follow(deed.paper());
        try {
            acts.write(deeds);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("approvals.act.late");
        }
        var numbers = approve(deeds.stream().filter(Deed::approves).toList());
        var notes = new ArrayList<Trail.Signed>();
        var people = roster.now();
        for (var deed : deeds) {
            var number = numbers.getOrDefault(deed.paper().id(), "");
            tell(deed, number);
            waits(deed, people);
            notes.add(new Trail.Signed(deed.hand(), note(deed, number)));
        }
        trail.record("approvals", notes);
        changed(deeds.stream().map(deed -> deed.paper().id()).toList());
    }

    /** The search hears of every act, and of what else changes about a paper. */
    void changed(List<Paper.Id> papers) {
        search.changed(
                SearchablePapers.KIND, papers.stream().map(Paper.Id::value).toList());
    }

    /** Writes the papers that begin, and what is said anew. */
    private void begin(List<Deed> deeds) {
        var begun = new PaperRows();
        for (var deed : deeds) {
            var said = deed.fresh();
            if (said == null) continue;
            if (deed.first()) begun.paper(deed.held(), deed.paper(), said, deed.head());
            if (deed.first()) begun.seats(deed.paper());
            begun.version(deed.paper().id(), said);
        }
        try {
            rows.insert(begun);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict(deeds.getFirst().first() ? "approvals.gate.open" : "approvals.act.late");
        }
    }

    /** Numbers are taken when everything else is written: the register stays locked for no longer than it must. */
    private Map<Paper.Id, String> approve(List<Deed> approved) {
        if (approved.isEmpty()) return Map.of();
        shelf.file(approved.stream()
                .map(deed -> new Shelf.Placing(
                        deed.hand().by(),
                        deed.paper().id(),
                        deed.held().filing().unitTask(),
                        deed.held().unit(),
                        deed.event().at()))
                .toList());
        return numbers(approved.stream().sorted(IN_TURN).toList());
    }

    /** All drawn in one order, so that two who draw for several papers never wait for each other in a circle. */
    private Map<Paper.Id, String> numbers(List<Deed> approved) {
        var known = new HashMap<String, Units.Unit>();
        UnaryOperator<String> name =
                code -> known.computeIfAbsent(code, units::coded).name();
        var produced = new TreeMap<RegisterStore.Series, List<Deed>>();
        var others = new TreeMap<RegisterStore.Series, List<Deed>>();
        for (var deed : approved) {
            join(produced, Register.PRODUCTION.name(), deed.held().unit(), year(deed), deed);
            var second = deed.held().filing().second();
            if (second != null) join(others, second.name(), "", second.yearly() ? year(deed) : 0, deed);
        }
        var numbers = new HashMap<Paper.Id, String>();
        produced.forEach((series, deeds) -> {
            long serial = draw(series, deeds, name);
            for (var deed : deeds) numbers.put(deed.paper().id(), name.apply(series.unit()) + "-" + serial++);
        });
        others.forEach((series, deeds) -> draw(series, deeds, name));
        return numbers;
    }

    private static void join(
            Map<RegisterStore.Series, List<Deed>> all, String register, String unit, int year, Deed deed) {
        all.computeIfAbsent(new RegisterStore.Series(register, unit, year), any -> new ArrayList<>())
                .add(deed);
    }

    private long draw(RegisterStore.Series series, List<Deed> deeds, UnaryOperator<String> name) {
        return registers.draw(
                series,
                deeds.stream()
                        .map(deed -> new RegisterStore.Numbered(
                                name.apply(deed.held().unit()),
                                deed.paper().id().value(),
                                null,
                                deed.event().at()))
                        .toList());
    }

    private static int year(Deed deed) {
        return LocalDate.ofInstant(deed.event().at(), OfficeRoster.SEOUL).getYear();
    }

    private static Trail.Note note(Deed deed, String number) {
        var details = new HashMap<String, Object>(Map.of("event", deed.event().number(), "head", text(deed.head())));
        if (!number.isEmpty()) details.put("number", number);
        return new Trail.Note(
                "paper." + word(deed.event().kind()), "paper:" + deed.paper().id(), details);
    }

    /** As it stands in the audit trail: {@code 5:3fa9…}. */
    static String text(Card.Head head) {
        return head.links() + ":" + head.hash();
    }

    private void tell(Deed deed, String number) {
        var origin = deed.held().origin();
        if (origin == null) return;
        var last = deed.event();
        var id = deed.paper().id().value();
        var who = PaperStore.uuid(last.who());
        var name = deed.hand().by().name();
        var kind = deed.held().filing().task();
        if (deed.approves())
            decisions.publishEvent(
                    new Approved(id, origin.subject(), kind, origin.seal(), number, who, name, last.at()));
        if (last.kind() == Event.Kind.RETURNED)
            decisions.publishEvent(
                    new Returned(id, origin.subject(), kind, origin.seal(), who, name, last.words(), last.at()));
    }

    /**
     * News for whom the paper waits now, and for who acts in the seats of those who are away. Its title stays in the house; and the moment
     * is that of the draft, so that who has heard of the paper does not hear of it again.
     */
    private void waits(Deed deed, Roster people) {
        var actor = deed.hand().by().id();
        var at = deed.event().at();
        var due = deed.paper().due().stream()
                .flatMap(person -> people.standIn(person, at) instanceof StandIn.Deputy(Person deputy, var _)
                        ? Stream.of(person, deputy)
                        : Stream.of(person))
                .map(PaperStore::uuid)
                .filter(id -> !id.equals(actor))
                .collect(Collectors.toSet());
        if (due.isEmpty()) return;
        var link = "/desk/approvals/papers/" + deed.paper().id();
        var drafted = deed.paper().events().getFirst().at();
        news.tell(new NewPost(ApprovalsDesks.ROOM, ApprovalsDesks.DUE, WAITS, link, drafted, due));
    }

    private static String word(Event.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
