package kr.madang.notices.lines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import kr.madang.notices.carriers.Balance;
import kr.madang.notices.carriers.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of how lines do: what came back in each minute, and how each node finds its end. */
@Repository
class HealthStore {
    /** How a node finds its end of a line. @param trouble null when it can carry */
    record Found(int line, String node, @Nullable String trouble, Instant since, Instant seenAt) {}

    private final JdbcClient db;

    HealthStore(JdbcClient db) {
        this.db = db;
    }

    void add(int line, Instant minute, String node, Balance.Seen seen) {
        db.sql("""
                insert into notices.line_minute as m (line, minute, node, good, bad, slow)
                values (:line, :minute, :node, :good, :bad, :slow)
                on conflict (line, minute, node) do update set good = m.good + excluded.good,
                    bad = m.bad + excluded.bad, slow = m.slow + excluded.slow""")
                .param("line", line)
                .param("minute", minute)
                .param("node", node)
                .param("good", seen.good())
                .param("bad", seen.bad())
                .param("slow", seen.slow())
                .update();
    }

    /** All nodes together, the oldest first; minutes in which nothing came back are left out. */
    List<Standing.Minute> minutes(int line, Instant from) {
        return db.sql("""
                select minute, sum(good)::int as good, sum(bad)::int as bad, sum(slow)::int as slow
                from notices.line_minute where line = :line and minute >= :from group by minute order by minute""")
                .param("line", line)
                .param("from", from)
                .query((row, n) -> new Standing.Minute(
                        at(row, "minute"), row.getInt("good"), row.getInt("bad"), row.getInt("slow")))
                .list();
    }

    int forgetMinutes(Instant before) {
        return db.sql("delete from notices.line_minute where minute < :before")
                .param("before", before)
                .update();
    }

    void found(Found found, int revision) {
        db.sql("""
                insert into notices.line_state (line, node, revision, trouble, since, seen_at)
                values (:line, :node, :revision, :trouble, :since, :at)
                on conflict (line, node) do update set revision = excluded.revision, trouble = excluded.trouble,
                    since = excluded.since, seen_at = excluded.seen_at""")
                .param("line", found.line())
                .param("node", found.node())
                .param("revision", revision)
                .param("trouble", found.trouble())
                .param("since", found.since())
                .param("at", found.seenAt())
                .update();
    }

    void gone(int line, String node) {
        db.sql("delete from notices.line_state where line = :line and node = :node")
                .param("line", line)
                .param("node", node)
                .update();
    }

    /** Those of nodes that have looked lately. */
    List<Found> states(Instant after) {
        return db.sql("""
                select line, node, trouble, since, seen_at from notices.line_state
                where seen_at > :after order by line, node""")
                .param("after", after)
                .query((row, n) -> new Found(
                        row.getInt("line"),
                        row.getString("node"),
                        row.getString("trouble"),
                        at(row, "since"),
                        at(row, "seen_at")))
                .list();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    void forgetStates(Instant before) {
        db.sql("delete from notices.line_state where seen_at < :before")
                .param("before", before)
                .update();
    }
}
