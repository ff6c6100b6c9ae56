package kr.madang.notices.sends;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of sends (발송 목록): by words, stage and kind, and by day for the calendar. */
@Component
public class SendList {
    /**
     * A send as lists show it.
     *
     * @param at when it started, shall start or was written
     * @param rows people it is for; 0 before its start
     * @param delivered of those, as many as the carriers say
     */
    public record Item(
            int serial,
            String title,
            Send.State state,
            Kind kind,
            Channel channel,
            Instant at,
            String author,
            int rows,
            int delivered,
            int failed) {
        public LocalDate day() {
            return LocalDate.ofInstant(at, Calendar.SEOUL);
        }
    }

    /** What somebody looks for. */
    public record Query(
            String words,
            Send.@Nullable State state,
            @Nullable Kind kind) {
        public static final Query ALL = new Query("", null, null);

        public Query {
            words = words.replace("\0", "").strip();
            if (words.length() > 100) words = words.substring(0, 100);
        }
    }

    private static final Keyset<Item> NEWEST = Keyset.<Item>of("sends")
            .descending("s.listed_at", Instant.class, Item::at)
            .descending("s.serial", Integer.class, Item::serial);

    private static final String SELECT = """
            select s.serial, s.title, %s as stands, s.kind, s.channel, s.listed_at, s.author_name,
                coalesce(r.rows, (select sum(count)::int from notices.past_count where send = s.serial), 0) as rows,
                coalesce((select count from notices.tally where send = s.serial and state = 2),
                    (select count from notices.past_count where send = s.serial and state = 2), 0) as delivered,
                coalesce((select sum(count)::int from notices.tally where send = s.serial and state in (3, 4)),
                    (select sum(count)::int from notices.past_count where send = s.serial and state in (3, 4)), 0) as failed
            from notices.send s left join notices.run r on r.send = s.serial and s.state = 'STARTED'
            """.formatted(SendStore.STATE);

    private static final String WHERE = """
            where (:words = '' or strpos(lower(s.title || ' ' || s.text), lower(:words)) > 0 or s.serial::text = :words)
                and (:state = '' or %s = :state) and (:kind = '' or s.kind = :kind) and\s""".formatted(SendStore.STATE);

    private final JdbcClient db;

    SendList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Item> page(Query query, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> asked(query, SELECT + WHERE + where + tail)
                .params(keys)
                .query(SendList::item)
                .list());
    }

    public long count(Query query) {
        return asked(query, """
                select count(*) from notices.send s
                left join notices.run r on r.send = s.serial and s.state = 'STARTED' """ + WHERE + "true").query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(Query query, String sql) {
        var state = query.state();
        var kind = query.kind();
        return db.sql(sql)
                .param("words", query.words())
                .param("state", state == null ? "" : state.name())
                .param("kind", kind == null ? "" : kind.name());
    }

    /** Those that started or shall start in a month, by time; drafts have no place in a calendar. */
    public List<Item> month(YearMonth month) {
        return db.sql(SELECT + """
                where s.listed_at >= :from and s.listed_at < :to
                    and (s.started_at is not null or s.state in ('APPROVAL', 'SCHEDULED', 'HELD')
                        or s.due_at is not null and s.state in ('DRAFT', 'RETURNED'))
                order by s.listed_at, s.serial limit 1000""")
                .param("from", month.atDay(1).atStartOfDay(Calendar.SEOUL).toInstant())
                .param(
                        "to",
                        month.plusMonths(1)
                                .atDay(1)
                                .atStartOfDay(Calendar.SEOUL)
                                .toInstant())
                .query(SendList::item)
                .list();
    }

    private static Item item(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Item(
                row.getInt("serial"),
                row.getString("title"),
                Send.State.valueOf(row.getString("stands")),
                Kind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                SendStore.instant(row, "listed_at"),
                row.getString("author_name"),
                row.getInt("rows"),
                row.getInt("delivered"),
                row.getInt("failed"));
    }
}
