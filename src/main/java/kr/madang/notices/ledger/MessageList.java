package kr.madang.notices.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages of a send one by one (발송 건별 결과), as the ledger knows them. */
@Component
public class MessageList {
    /**
     * A message and where it stands.
     *
     * @param code the carrier's word for it, or why it did not go out
     * @param at when that was known; null while it is queued
     * @param carrier number of the line; 0 for none
     */
    public record Line(
            int row,
            UUID contact,
            State state,
            int attempt,
            String code,
            @Nullable Instant at,
            int carrier) {}

    /** How many messages stand somewhere for the same reason. */
    public record Reason(State state, String code, int carrier, int count) {}

    private static final Keyset<Line> BY_ROW = Keyset.<Line>of("messages").ascending("m.row", Integer.class, Line::row);

    private static final String LAST = """
            left join lateral (
                select o.state, o.attempt, o.code, o.at, o.carrier from notices.outcome o
                where o.send = m.send and o.row = m.row order by o.attempt desc, o.stage desc limit 1) o on true
            where m.send = :send and (:state < 0 or coalesce(o.state, 0) = :state)\s""";
    private static final String SELECT = """
            select m.row, m.contact, coalesce(o.state, 0) as state, coalesce(o.attempt, 1) as attempt,
                coalesce(o.code, '') as code, o.at, coalesce(o.carrier, 0) as carrier
            from notices.message m
            """;

    private final JdbcClient db;

    MessageList(JdbcClient db) {
        this.db = db;
    }

    /** @param state null for all */
    public Slice<Line> page(int send, @Nullable State state, @Nullable String cursor, int size) {
        return BY_ROW.slice(cursor, size, (where, tail, keys) -> db.sql(SELECT + LAST + "and " + where + tail)
                .param("send", send)
                .param("state", state == null ? -1 : state.code())
                .params(keys)
                .query(MessageList::line)
                .list());
    }

    /** All of them in portions, in the order of their rows. */
    public void each(int send, @Nullable State state, int portion, Consumer<List<Line>> taker) {
        int after = 0;
        while (true) {
            var some = db.sql(SELECT + LAST + "and m.row > :after order by m.row limit :portion")
                    .param("send", send)
                    .param("state", state == null ? -1 : state.code())
                    .param("after", after)
                    .param("portion", portion)
                    .query(MessageList::line)
                    .list();
            if (some.isEmpty()) return;
            taker.accept(some);
            after = some.getLast().row();
        }
    }

    /** Why messages stand where they do, the most frequent first. */
    public List<Reason> reasons(int send) {
        return db.sql("""
                select state, code, coalesce(carrier, 0) as carrier, count(*)::int as n from (
                    select distinct on (row) row, state, code, carrier from notices.outcome where send = :send
                    order by row, attempt desc, stage desc) last
                where state <> 0 group by 1, 2, 3 order by n desc, state, code limit 200""")
                .param("send", send)
                .query((row, n) -> new Reason(
                        State.of(row.getInt("state")), row.getString("code"), row.getInt("carrier"), row.getInt("n")))
                .list();
    }

    private static Line line(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        return new Line(
                row.getInt("row"),
                row.getObject("contact", UUID.class),
                State.of(row.getInt("state")),
                row.getInt("attempt"),
                row.getString("code"),
                at == null ? null : at.toInstant(),
                row.getInt("carrier"));
    }
}
