package kr.madang.approvals.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Verdict;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.sql.SideBySide;
import kr.madang.kernel.trail.Trail;
import kr.madang.kernel.trail.TrailEntry;
import kr.madang.kernel.trail.TrailFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks all document cards and registers and compares them with themselves, with the rows of the papers and with the audit trail (카드
 * 검증). Whoever owns the database could make a whole card anew, but not the trail: its key lies elsewhere.
 */
@Component
public class CardVerifier {
    private static final int SHOWN = 100;
    private static final int LANES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /**
     * What a walk found.
     *
     * @param cards how many cards were walked
     * @param links how many links they have
     * @param found how many findings there are
     * @param first the first of them, at most 100
     */
    public record Outcome(long cards, long links, long found, List<Finding> first) {
        public boolean sound() {
            return found == 0;
        }
    }

    private record Told(Card.Head head, String number) {
        Told with(Told other) {
            var longer = other.head.links() > head.links() ? other.head : head;
            return new Told(longer, number.isEmpty() ? other.number : number);
        }
    }

    private final CardStore cards;
    private final Trail trail;
    private final JsonMapper json;
    private final SideBySide lanes;
    private final TransactionTemplate snapshot;

    CardVerifier(
            CardStore cards, Trail trail, JsonMapper json, SideBySide lanes, PlatformTransactionManager transactions) {
        this.cards = cards;
        this.trail = trail;
        this.json = json;
        this.lanes = lanes;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    public Outcome verify() {
        return Objects.requireNonNull(snapshot.execute(status -> new Walk().run()));
    }

    /** What is wrong with one card; empty when it is sound. */
    public List<Finding> verify(Paper.Id id) {
        return Objects.requireNonNull(snapshot.execute(status -> new Walk().run(id)));
    }

    /** What is found on the way; each lane has one of its own. */
    private static final class Tally {
        private final List<Finding> first = new ArrayList<>();
        private long found;
        private long walked;
        private long links;

        void find(Finding finding) {
            found++;
            if (first.size() < SHOWN) first.add(finding);
        }

        void add(Tally other) {
            other.first.stream().limit(SHOWN - first.size()).forEach(first::add);
            found += other.found;
            walked += other.walked;
            links += other.links;
        }

        Outcome outcome() {
            return new Outcome(walked, links, found, List.copyOf(first));
        }
    }

    private final class Walk {
        private final Map<UUID, Told> told = new ConcurrentHashMap<>();
        private final Set<UUID> purged = new HashSet<>();

        Outcome run() {
            var all = new TrailFilter("", "approvals", "paper.", "paper:", null, null);
            trail.each(all, Integer.MAX_VALUE, this::listen);
            var tally = new Tally();
            lanes.each(cards.ranges(LANES), this::walk).forEach(tally::add);
            told.keySet().removeAll(purged);
            for (var id : told.keySet()) tally.find(Finding.of(id, "approvals.verify.gone"));
            cards.loose().forEach(id -> tally.find(Finding.of(id, "approvals.verify.loose")));
            cards.misnumbered().forEach(tally::find);
            return tally.outcome();
        }

        private Tally walk(CardStore.Range range) {
            var tally = new Tally();
            cards.each(range, stored -> check(stored, tally));
            return tally;
        }

        List<Finding> run(Paper.Id id) {
            var tally = new Tally();
            cards.one(id, stored -> {
                trail.each(told(stored), Integer.MAX_VALUE, this::listen);
                check(stored, tally);
            });
            if (cards.loose(id)) tally.find(Finding.of(id, "approvals.verify.loose"));
            return tally.outcome().first();
        }

        /** The trail is long: only the days of this card are asked for. A card that lies about its days is untold. */
        private static TrailFilter told(CardStore.Stored stored) {
            var days = stored.links().stream()
                    .map(link -> switch (link.entry()) {
                        case Entry.Kept(var version) -> version.at();
                        case Entry.Acted(var event) -> event.at();
                    })
                    .map(at -> LocalDate.ofInstant(at, OfficeRoster.SEOUL))
                    .sorted()
                    .toList();
            var subject = "paper:" + stored.paper();
            if (days.isEmpty()) return new TrailFilter("", "approvals", "paper.", subject, null, null);
            var from = days.getFirst().minusDays(1);
            return new TrailFilter(
                    "", "approvals", "paper.", subject, from, days.getLast().plusDays(1));
        }

        /** The longest chain that was told is the last; clocks of several nodes may differ. */
        private void listen(TrailEntry entry) {
            if (entry.act().equals(Discards.PURGED)) purged.add(id(entry));
            var details = json.readTree(entry.details());
            var head = details.path("head").asString("");
            if (head.isEmpty()) return;
            var parts = head.split(":");
            var id = id(entry);
            var number = details.path("number").asString("");
            told.merge(id, new Told(new Card.Head(Integer.parseInt(parts[0]), parts[1]), number), Told::with);
        }

        private static UUID id(TrailEntry entry) {
            return UUID.fromString(entry.subject().substring("paper:".length()));
        }

        private void check(CardStore.Stored stored, Tally tally) {
            tally.walked++;
            tally.links += stored.links().size();
            var id = stored.paper();
            var said = told.remove(id.value());
            if (stored.unreadable() > 0) {
                tally.find(Finding.of(id, "approvals.verify.unreadable", stored.unreadable()));
                return;
            }
            var card = new Card(id, stored.links());
            if (broken(id, card.verify(stored.head()), tally)) return;
            if (said == null) tally.find(Finding.of(id, "approvals.verify.untold"));
            else if (!said.head().equals(stored.head()) && broken(id, card.verify(said.head()), tally)) return;
            if (said != null && !said.number().equals(stored.number()))
                tally.find(Finding.of(id, "approvals.verify.number", stored.number(), said.number()));
            row(stored, card, tally);
        }

        private boolean broken(Paper.Id id, Verdict verdict, Tally tally) {
            return switch (verdict) {
                case Verdict.Sound _ -> false;
                case Verdict.Broken(int number, var flaw) -> {
                    tally.find(Finding.of(id, flaw.code(), number));
                    yield true;
                }
            };
        }

        /** What lists and searches show has to be what the card says. */
        private void row(CardStore.Stored stored, Card card, Tally tally) {
            var paper = replay(stored.paper(), card);
            if (paper == null) {
                tally.find(Finding.of(stored.paper(), "approvals.verify.unreadable", 1));
                return;
            }
            boolean same = paper.status() == stored.status()
                    && paper.line().approver().equals(stored.approver())
                    && paper.line().drafter().equals(stored.drafter())
                    && card.versions().getLast().title().equals(stored.title());
            if (!same) tally.find(Finding.of(stored.paper(), "approvals.verify.row"));
        }

        private @Nullable Paper replay(Paper.Id id, Card card) {
            try {
                return card.versions().isEmpty() ? null : Paper.replay(id, card.events());
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
