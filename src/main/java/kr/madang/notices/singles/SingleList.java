package kr.madang.notices.singles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.Counts;
import kr.madang.notices.ledger.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts of messages to one person (낱건 발송 목록), as the ledger has them. */
@Component
public class SingleList {
    /**
     * One in a list.
     *
     * @param masked empty once nobody may see even that
     * @param at when its state was known; null while it waits
     */
    public record Item(
            UUID id,
            Use use,
            Channel channel,
            State state,
            String code,
            String masked,
            String reference,
            String by,
            Instant madeAt,
            @Nullable Instant at) {}

    /**
     * What somebody looks for.
     *
     * @param words last four digits of a number, or a reference; empty for all
     * @param from first day of the runs; what waits for its run always counts
     */
    public record Query(
            String words, @Nullable Use use, @Nullable State state, LocalDate from) {
        private static final Pattern ENDING = Pattern.compile("\\d{4}");
        private static final int LONGEST = 200;

        public Query {
            words = words.replace("\0", "").strip();
            if (words.length() > LONGEST) words = words.substring(0, LONGEST);
        }

        String ending() {
            return ENDING.matcher(words).matches() ? words : "";
        }
    }

    private static final Keyset<Item> NEWEST = Keyset.<Item>of("singles").descending("s.id", UUID.class, Item::id);

    private static final String SELECT = """
            select s.id, s.use, s.channel, s.masked, s.reference, s.by_name, s.made_at, coalesce(o.state, 0) as state, o.at,
                coalesce(o.code, '') as code
            """;

    private static final String NOTHING_KNOWN = "cross join (select 0 as state) o\n";

    private static final String BODY = """
            from notices.single s left join notices.single_run r on r.send = s.send
            """ + SingleStore.LAST + """
            where (:words = '' or s.ending = :ending and :ending <> '' or s.reference = :words)
                and (:use = '' or s.use = :use) and (:state < 0 or coalesce(o.state, 0) = :state)
                and (s.send is null or r.day >= :from) and\s""";

    private final JdbcClient db;

    SingleList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Item> page(Query query, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> asked(query, SELECT + BODY + where + tail)
                .params(keys)
                .query(SingleList::item)
                .list());
    }

    public long count(Query query) {
        // looking each of them up in the ledger takes time, and nothing depends on it unless a state is asked for
        var body = query.state() == null ? BODY.replace(SingleStore.LAST, NOTHING_KNOWN) : BODY;
        return asked(query, "select count(*) " + body + "true")
                .query(Long.class)
                .single();
    }

    /** One that a program asked for with its key. */
    public Optional<Item> find(UUID by, UUID id) {
        return db.sql(SELECT + "from notices.single s\n" + SingleStore.LAST
                        + "where s.id = :id and s.by_id = :by and s.use in ('API', 'TEST')")
                .param("id", id)
                .param("by", by)
                .query(SingleList::item)
                .optional();
    }

    /** What a program asked for with its key. @param reference empty for all */
    public Slice<Item> of(UUID by, String reference, @Nullable State state, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(
                        SELECT + "from notices.single s\n" + SingleStore.LAST + """
                        where s.by_id = :by and s.use in ('API', 'TEST') and (:reference = '' or s.reference = :reference)
                            and (:state < 0 or coalesce(o.state, 0) = :state) and\s""" + where + tail)
                .param("by", by)
                .param("reference", reference)
                .param("state", state == null ? -1 : state.code())
                .params(keys)
                .query(SingleList::item)
                .list());
    }

    private JdbcClient.StatementSpec asked(Query query, String sql) {
        var use = query.use();
        var state = query.state();
        return db.sql(sql)
                .param("words", query.words())
                .param("ending", query.ending())
                .param("use", use == null ? "" : use.name())
                .param("state", state == null ? -1 : state.code())
                .param("from", query.from());
    }

    /** How many stand where, for each use that has any: the tallies of the runs, and what waits for its run. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Map<Use, Counts> counts(LocalDate from) {
        var rows = new EnumMap<Use, Integer>(Use.class);
        db.sql("""
                select use, sum(n)::int as n from (
                    select s.use, r.rows as n from notices.single_run s join notices.run r on r.send = s.send
                    where s.day >= :from
                    union all select use, count(*) from notices.single where row is null group by use) every
                group by use having sum(n) > 0""").param("from", from).query(row -> {
            rows.put(Use.valueOf(row.getString("use")), row.getInt("n"));
        });
        var counts = new EnumMap<Use, Counts>(Use.class);
        var tallies = tallies(from);
        rows.forEach((use, all) -> counts.put(use, new Counts(all, tallies.getOrDefault(use, Map.of()))));
        return counts;
    }

    private Map<Use, Map<State, Integer>> tallies(LocalDate from) {
        var tallies = new EnumMap<Use, Map<State, Integer>>(Use.class);
        db.sql("""
                select s.use, t.state, sum(t.count)::int as n from notices.single_run s join notices.tally t on t.send = s.send
                where s.day >= :from group by s.use, t.state""").param("from", from).query(row -> {
            tallies.computeIfAbsent(Use.valueOf(row.getString("use")), _ -> new EnumMap<>(State.class))
                    .put(State.of(row.getInt("state")), row.getInt("n"));
        });
        return tallies;
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                Use.valueOf(row.getString("use")),
                Channel.valueOf(row.getString("channel")),
                State.of(row.getInt("state")),
                row.getString("code"),
                row.getString("masked"),
                row.getString("reference"),
                row.getString("by_name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                SingleStore.instant(row, "at"));
    }
}
