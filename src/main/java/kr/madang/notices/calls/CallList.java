package kr.madang.notices.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Past and running calls (비상소집 이력). */
@Component
public class CallList {
    /** A call as lists show it. @param coming how many said that they come */
    public record Item(
            int serial,
            String name,
            String text,
            boolean drill,
            String cause,
            String by,
            Instant at,
            Call.State state,
            @Nullable Instant metAt,
            int told,
            int coming) {
        /** How long it took until enough were coming. */
        public Optional<Duration> took() {
            return metAt == null ? Optional.empty() : Optional.of(Duration.between(at, metAt));
        }
    }

    private static final Keyset<Item> NEWEST = Keyset.<Item>of("calls")
            .descending("c.started_at", Instant.class, Item::at)
            .descending("c.serial", Integer.class, Item::serial);

    private static final String WHERE =
            "where (:words = '' or strpos(lower(c.name || ' ' || c.text), lower(:words)) > 0) and (:state = '' or c.state = :state) and ";

    private final JdbcClient db;

    CallList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Item> page(String words, Call.@Nullable State state, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql("""
                        select c.*, (select count(distinct e.person)::int from notices.call_event e
                                where e.call = c.serial and e.kind = 'TOLD') as told,
                            (select count(*)::int from (
                                select distinct on (e.person) e.answer from notices.call_event e
                                where e.call = c.serial and e.kind = 'ANSWERED' order by e.person, e.number desc) l
                                where l.answer = 'COMING') as coming
                        from notices.call c\s""" + WHERE + where + tail)
                .param("words", cut(words))
                .param("state", state == null ? "" : state.name())
                .params(keys)
                .query(CallList::item)
                .list());
    }

    public long count(String words, Call.@Nullable State state) {
        return db.sql("select count(*) from notices.call c " + WHERE + "true")
                .param("words", cut(words))
                .param("state", state == null ? "" : state.name())
                .query(Long.class)
                .single();
    }

    /** Running calls in which somebody was told and has not answered. */
    public List<Integer> waitingFor(UUID person) {
        return db.sql("""
                select c.serial from notices.call c where c.state in ('RUNNING', 'EXHAUSTED')
                    and exists (select from notices.call_event e
                        where e.call = c.serial and e.kind = 'TOLD' and e.person = :person)
                    and not exists (select from notices.call_event e
                        where e.call = c.serial and e.kind = 'ANSWERED' and e.person = :person)
                order by c.serial desc""").param("person", person).query(Integer.class).list();
    }

    private static String cut(String words) {
        var clean = words.replace("\0", "").strip();
        return clean.length() > 100 ? clean.substring(0, 100) : clean;
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        var met = row.getObject("met_at", OffsetDateTime.class);
        var text = row.getString("text");
        return new Item(
                row.getInt("serial"),
                row.getString("name"),
                row.getBoolean("drill") ? "[훈련] " + text : text,
                row.getBoolean("drill"),
                row.getString("cause"),
                row.getString("by_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Call.State.valueOf(row.getString("state")),
                met == null ? null : met.toInstant(),
                row.getInt("told"),
                row.getInt("coming"));
    }
}
