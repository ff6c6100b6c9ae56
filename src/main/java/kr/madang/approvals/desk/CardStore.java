package kr.madang.approvals.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.card.Link;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the verification: every card as it is stored, in one pass. */
@Repository
class CardStore {
    /**
     * A card as its rows tell it, with what the row of the paper says.
     *
     * @param unreadable number of the first link whose row is gone or says nothing sensible; 0 when there is none
     */
    record Stored(
            Paper.Id paper,
            Card.Head head,
            Status status,
            Person drafter,
            Person approver,
            String title,
            String number,
            List<Link> links,
            int unreadable) {}

    /**
     * Papers from an id to below another (구간); null where there is no end. Said of every table, so that each is read from where the
     * papers begin to where they end.
     */
    record Range(@Nullable UUID from, @Nullable UUID to) {
        static final Range ALL = new Range(null, null);

        private String of(String column) {
            return (from == null ? "" : " and " + column + " >= :from")
                    + (to == null ? "" : " and " + column + " < :to");
        }

        private Map<String, UUID> ends() {
            var ends = new HashMap<String, UUID>();
            if (from != null) ends.put("from", from);
            if (to != null) ends.put("to", to);
            return ends;
        }
    }

    private static String select(Range range) {
        return """
            select p.id, p.links, p.head, p.status, p.drafter, p.approver, p.title as shown,
                coalesce(n.unit_name || '-' || n.serial, '') as given,
                l.number as link, l.previous, l.hash as link_hash, l.version as kept,
                e.number, e.kind, e.who, e.for_whom, e.role, e.at, e.hash, e.words, e.line::text as line, e.other,
                coalesce(e.version, v.version) as version, v.title, v.body, v.summary, v.keywords,
                v.attachments::text as attachments, v.written_by, v.written_at
            from approvals.paper p
            left join approvals.register_entry n on n.paper = p.id and n.register = 'PRODUCTION'%s
            left join approvals.link l on l.paper = p.id%s
            left join approvals.content_version v on v.paper = l.paper and v.version = l.version%s
            left join approvals.event e on e.paper = l.paper and e.number = l.event%s
            where true%s""".formatted(
                range.of("n.paper"), range.of("l.paper"), range.of("v.paper"), range.of("e.paper"), range.of("p.id"));
    }

    private static final String LOOSE = """
            select paper from approvals.event e where %snot exists (
                select from approvals.link l where l.paper = e.paper and l.event = e.number)
            union
            select paper from approvals.content_version v where %snot exists (
                select from approvals.link l where l.paper = v.paper and l.version = v.version)""";
    /** So many are read before a second connection would have begun. */
    private static final int FEW = 20_000;

    private static final String IN_ORDER = " order by p.id, l.number";

    private final JdbcClient db;

    CardStore(JdbcClient db) {
        this.db = db;
    }

    /** All papers in at most so many parts of the same size, in their order; few papers in one. */
    List<Range> ranges(int most) {
        return ranges(most, FEW);
    }

    /** @param few the smallest part */
    List<Range> ranges(int most, int few) {
        long papers =
                db.sql("select count(*) from approvals.paper").query(Long.class).single();
        long size = Math.max(few, Math.ceilDiv(papers, most));
        var cuts = new ArrayList<@Nullable UUID>();
        cuts.add(null);
        for (long at = size; at < papers; at += size)
            cuts.add(db.sql("select id from approvals.paper order by id offset :at limit 1")
                    .param("at", at)
                    .query(UUID.class)
                    .single());
        cuts.add(null);
        return IntStream.range(1, cuts.size())
                .mapToObj(i -> new Range(cuts.get(i - 1), cuts.get(i)))
                .toList();
    }

    /** Hands out one card after the other. */
    void each(Range range, Consumer<Stored> taker) {
        var gathering = new Gathering(taker);
        try (var rows = db
                .sql(select(range) + IN_ORDER)
                .params(range.ends())
                .withFetchSize(1_000)
                .query((row, n) -> gathering.take(row))
                .stream()) {
            rows.forEach(row -> {});
        }
        gathering.end();
    }

    /** Hands out one card; none when there is no such paper. */
    void one(Paper.Id id, Consumer<Stored> taker) {
        var gathering = new Gathering(taker);
        db.sql(select(Range.ALL) + " and p.id = :id" + IN_ORDER)
                .param("id", id)
                .query((row, n) -> gathering.take(row))
                .list();
        gathering.end();
    }

    /** Papers that have versions or events outside of their chain. */
    List<UUID> loose() {
        return db.sql(LOOSE.formatted("", "") + " order by paper")
                .query(UUID.class)
                .list();
    }

    boolean loose(Paper.Id id) {
        var one = "paper = :id and ";
        return !db.sql(LOOSE.formatted(one, one))
                .param("id", id)
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    /**
     * Registers with gaps or with more or fewer numbers than were counted; papers with a number too few or too many;
     * received documents that a unit took without one.
     */
    List<Finding> misnumbered() {
        var found = new ArrayList<Finding>();
        db.sql("""
                select coalesce(c.register, n.register) as register, coalesce(c.unit, n.unit) as unit,
                    coalesce(c.year, n.year) as year, coalesce(c.last, 0) as counted, coalesce(n.many, 0) as many,
                    coalesce(n.most, 0) as most
                from approvals.register_counter c
                full join (
                    select register, unit, year, count(*) as many, max(serial) as most
                    from approvals.register_entry group by register, unit, year) n
                    on (n.register, n.unit, n.year) = (c.register, c.unit, c.year)
                where c.last is distinct from n.many or c.last is distinct from n.most""")
                .query((row, n) -> found.add(Finding.of(
                        (row.getString("register") + " " + row.getString("unit") + " " + row.getInt("year")),
                        "approvals.verify.register",
                        row.getLong("counted"),
                        row.getLong("many"),
                        row.getLong("most"))))
                .list();
        db.sql("""
                select p.id from approvals.paper p
                left join approvals.register_entry n on n.paper = p.id and n.register = 'PRODUCTION'
                where (p.status = 'APPROVED') <> (n.paper is not null)""")
                .query((row, n) -> found.add(Finding.of(row.getString("id"), "approvals.verify.numberless")))
                .list();
        db.sql("""
                select r.id from approvals.receipt r
                where r.state in ('TAKEN', 'ASSIGNED', 'DONE') and not exists (
                    select from approvals.register_entry n where n.receipt = r.id and n.unit = r.unit)""")
                .query((row, n) -> found.add(Finding.of(row.getString("id"), "approvals.verify.unreceived")))
                .list();
        return found;
    }

    /** Puts the rows of one card together. */
    private static final class Gathering {
        private final Consumer<Stored> taker;
        private @Nullable Stored now;

        Gathering(Consumer<Stored> taker) {
            this.taker = taker;
        }

        boolean take(ResultSet row) throws SQLException {
            var id = new Paper.Id(row.getObject("id", UUID.class));
            if (now == null || !now.paper().equals(id)) {
                end();
                now = begin(id, row);
            }
            row.getInt("link");
            if (!row.wasNull()) now = plus(now, row);
            return true;
        }

        void end() {
            if (now != null) taker.accept(now);
        }

        private static Stored begin(Paper.Id id, ResultSet row) throws SQLException {
            return new Stored(
                    id,
                    new Card.Head(row.getInt("links"), row.getString("head")),
                    Status.valueOf(row.getString("status")),
                    Person.of(row.getObject("drafter", UUID.class)),
                    Person.of(row.getObject("approver", UUID.class)),
                    row.getString("shown"),
                    row.getString("given"),
                    new ArrayList<>(),
                    0);
        }

        private static Stored plus(Stored card, ResultSet row) throws SQLException {
            int number = row.getInt("link");
            try {
                var previous = row.getString("previous");
                card.links().add(new Link(number, entry(row), previous, row.getString("link_hash")));
                return card;
            } catch (RuntimeException unreadable) {
                return card.unreadable() > 0 ? card : unreadable(card, number);
            }
        }

        private static Stored unreadable(Stored c, int number) {
            return new Stored(
                    c.paper(),
                    c.head(),
                    c.status(),
                    c.drafter(),
                    c.approver(),
                    c.title(),
                    c.number(),
                    c.links(),
                    number);
        }

        /** A row that is gone has nothing where something must be. */
        private static Entry entry(ResultSet row) throws SQLException {
            row.getInt("kept");
            return row.wasNull()
                    ? new Entry.Acted(PaperStore.event(row, 0))
                    : new Entry.Kept(PaperStore.version(row, 0));
        }
    }
}
