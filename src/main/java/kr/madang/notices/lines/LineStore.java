package kr.madang.notices.lines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of lines, their pins and their history. */
@Repository
class LineStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Keyset<LineChange> NEWEST = Keyset.<LineChange>of("notices.line_change")
            .descending("c.at", Instant.class, LineChange::at)
            .descending("c.id", Long.class, LineChange::id);

    /** Everything of a channel goes to this line or waits. */
    record Pin(Channel channel, int line, String why, Instant at, String by) {}

    private final JdbcClient db;
    private final JsonMapper json;

    LineStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    int nextNumber() {
        return db.sql("select nextval(pg_get_serial_sequence('notices.line', 'number'))::int")
                .query(Integer.class)
                .single();
    }

    void insert(StoredLine line, Instant at, String by) {
        db.sql("""
                insert into notices.line (number, name, channel, kind, settings, sealed, rate, running, revision, weight,
                    reduced_at, raised_at, changed_at, changed_by)
                values (:number, :name, :channel, :kind, :settings::jsonb, :sealed, :rate, :running, :revision, :weight,
                    :reduced, :raised, :at, :by)""")
                .params(params(line))
                .param("reduced", line.reducedAt())
                .param("raised", line.raisedAt())
                .param("weight", line.weight())
                .param("sealed", line.sealed())
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** What its contract says; its share is changed elsewhere. @return false when somebody else changed it meanwhile */
    boolean update(StoredLine line, int before, Instant at, String by) {
        return db.sql("""
                        update notices.line set name = :name, channel = :channel, settings = :settings::jsonb, sealed = :sealed,
                            rate = :rate, running = :running, revision = :revision, changed_at = :at, changed_by = :by
                        where number = :number and revision = :before and kind = :kind""")
                        .params(params(line))
                        .param("sealed", line.sealed())
                        .param("before", before)
                        .param("at", at)
                        .param("by", by)
                        .update()
                == 1;
    }

    private Map<String, Object> params(StoredLine line) {
        return Map.of(
                "number",
                line.number(),
                "name",
                line.name(),
                "channel",
                line.channel(),
                "kind",
                line.kind(),
                "settings",
                json.writeValueAsString(line.settings()),
                "rate",
                line.rate(),
                "running",
                line.running(),
                "revision",
                line.revision());
    }

    void weigh(int number, int weight, Instant reduced, Instant raised) {
        db.sql("""
                update notices.line set weight = :weight, reduced_at = :reduced, raised_at = :raised
                where number = :number""")
                .param("number", number)
                .param("weight", weight)
                .param("reduced", reduced)
                .param("raised", raised)
                .update();
    }

    List<StoredLine> all() {
        return db.sql("select * from notices.line order by number")
                .query((row, n) -> line(row))
                .list();
    }

    Optional<StoredLine> find(int number) {
        return db.sql("select * from notices.line where number = :number")
                .param("number", number)
                .query((row, n) -> line(row))
                .optional();
    }

    Optional<StoredLine> lock(int number) {
        return db.sql("select * from notices.line where number = :number for update")
                .param("number", number)
                .query((row, n) -> line(row))
                .optional();
    }

    /** Judging and pinning look at all lines together. */
    void lockAll() {
        db.sql("select number from notices.line order by number for update")
                .query()
                .listOfRows();
    }

    private StoredLine line(ResultSet row) throws SQLException {
        return new StoredLine(
                row.getInt("number"),
                row.getString("name"),
                Channel.valueOf(row.getString("channel")),
                LineKind.valueOf(row.getString("kind")),
                json.readValue(row.getString("settings"), TEXTS),
                row.getString("sealed"),
                row.getInt("rate"),
                row.getBoolean("running"),
                row.getInt("revision"),
                row.getInt("weight"),
                at(row, "reduced_at"),
                at(row, "raised_at"));
    }

    // ------------------------------------------------------------------ pins

    List<Pin> pins() {
        return db.sql("select channel, line, why, at, by from notices.line_pin")
                .query((row, n) -> new Pin(
                        Channel.valueOf(row.getString("channel")),
                        row.getInt("line"),
                        row.getString("why"),
                        at(row, "at"),
                        row.getString("by")))
                .list();
    }

    void pin(Pin pin) {
        db.sql("""
                insert into notices.line_pin (channel, line, why, at, by) values (:channel, :line, :why, :at, :by)
                on conflict (channel) do update set line = excluded.line, why = excluded.why, at = excluded.at, by = excluded.by""")
                .param("channel", pin.channel())
                .param("line", pin.line())
                .param("why", pin.why())
                .param("at", pin.at())
                .param("by", pin.by())
                .update();
    }

    /** @return false when it was not pinned */
    boolean unpin(int line) {
        return db.sql("delete from notices.line_pin where line = :line")
                        .param("line", line)
                        .update()
                == 1;
    }

    // ------------------------------------------------------------------ history

    void changed(int line, Instant at, LineChange.What what, int from, int to, String why, String by) {
        db.sql("""
                insert into notices.line_change (line, at, what, weight_from, weight_to, why, by)
                values (:line, :at, :what, :from, :to, :why, :by)""")
                .param("line", line)
                .param("at", at)
                .param("what", what)
                .param("from", from)
                .param("to", to)
                .param("why", why)
                .param("by", by)
                .update();
    }

    /** Newest first. @param line 0 for all of them */
    Slice<LineChange> changes(int line, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql("""
                select c.id, c.line, l.name, c.at, c.what, c.weight_from, c.weight_to, c.why, c.by
                from notices.line_change c join notices.line l on l.number = c.line
                where (:line = 0 or c.line = :line) and\s""" + where + tail)
                .param("line", line)
                .params(keys)
                .query((row, n) -> new LineChange(
                        row.getLong("id"),
                        row.getInt("line"),
                        row.getString("name"),
                        at(row, "at"),
                        LineChange.What.valueOf(row.getString("what")),
                        row.getInt("weight_from"),
                        row.getInt("weight_to"),
                        row.getString("why"),
                        row.getString("by")))
                .list());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
