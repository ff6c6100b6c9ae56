package kr.madang.press.coverage.feeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rows of sources: settings, claims, budgets and how far they have been read. */
@Component
class SourceStore {
    private final JdbcClient db;

    SourceStore(JdbcClient db) {
        this.db = db;
    }

    List<Source> all() {
        return db.sql("select * from press.source order by name")
                .query(SourceStore::source)
                .list();
    }

    Optional<Source> find(UUID id) {
        return db.sql("select * from press.source where id = :id")
                .param("id", id)
                .query(SourceStore::source)
                .optional();
    }

    void insert(Source source, Instant at) {
        db.sql("""
                insert into press.source (id, name, kind, address, words, sealed, daily_budget, pause_minutes, active, due_at, added_at)
                values (:id, :name, :kind, :address, :words, :sealed, :budget, :pause, :active, :at, :at)""")
                .param("id", source.id())
                .param("kind", source.kind())
                .param("name", source.name())
                .param("address", source.address())
                .param("words", String.join("\n", source.words()))
                .param("sealed", source.sealed())
                .param("budget", source.dailyBudget())
                .param("pause", source.pauseMinutes())
                .param("active", source.active())
                .param("at", at)
                .update();
    }

    /** What was known of another address does not hold for this one. */
    void update(Source source, Instant at) {
        db.sql("""
                update press.source set name = :name, words = :words, sealed = :sealed, daily_budget = :budget, pause_minutes = :pause,
                    active = :active, due_at = least(due_at, :at), failures = 0,
                    etag = case when address = :address then etag end, modified = case when address = :address then modified end,
                    address = :address
                where id = :id""")
                .param("name", source.name())
                .param("address", source.address())
                .param("words", String.join("\n", source.words()))
                .param("sealed", source.sealed())
                .param("budget", source.dailyBudget())
                .param("pause", source.pauseMinutes())
                .param("active", source.active())
                .param("at", at)
                .param("id", source.id())
                .update();
    }

    /** Takes one that is due and that nobody fetches; whoever dies loses it when the time is over. */
    Optional<Source> claim(UUID who, Instant now, Duration until) {
        return db.sql("""
                update press.source set claimed_by = :who, claimed_until = :until where id = (
                    select id from press.source where active and due_at <= :now and (claimed_until is null or claimed_until < :now)
                    order by due_at, id limit 1 for update skip locked) returning *""")
                .param("who", who)
                .param("until", now.plus(until))
                .param("now", now)
                .query(SourceStore::source)
                .optional();
    }

    /** Takes this one, due or not. */
    Optional<Source> claim(UUID id, UUID who, Instant now, Duration until) {
        return db.sql("""
                update press.source set claimed_by = :who, claimed_until = :until
                where id = :id and (claimed_until is null or claimed_until < :now) returning *""")
                .param("who", who)
                .param("until", now.plus(until))
                .param("now", now)
                .param("id", id)
                .query(SourceStore::source)
                .optional();
    }

    /** Ends a claim with what came of it; of a claim that has passed to somebody else nothing is written. */
    boolean done(UUID id, UUID who, Instant now, Instant due, String outcome, boolean failed, Fetcher.Before known) {
        return db.sql("""
                update press.source set claimed_by = null, claimed_until = null, last_at = :now, due_at = :due, last_outcome = :outcome,
                    failures = case when :failed then failures + 1 else 0 end,
                    etag = case when :failed then etag else :etag end, modified = case when :failed then modified else :modified end
                where id = :id and claimed_by = :who""")
                        .param("now", now)
                        .param("due", due)
                        .param("outcome", outcome)
                        .param("failed", failed)
                        .param("etag", known.etag())
                        .param("modified", known.modified())
                        .param("id", id)
                        .param("who", who)
                        .update()
                == 1;
    }

    /** Counts a call before it is made. @return false when the day's budget is used up */
    boolean spend(UUID source, LocalDate day, int budget) {
        return db.sql("""
                insert into press.source_calls as c (source, day, calls) values (:source, :day, 1)
                on conflict (source, day) do update set calls = c.calls + 1 where c.calls < :budget""")
                        .param("source", source)
                        .param("day", day)
                        .param("budget", budget)
                        .update()
                == 1;
    }

    int spent(UUID source, LocalDate day) {
        return db.sql(
                        "select coalesce((select calls from press.source_calls where source = :source and day = :day), 0)")
                .param("source", source)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    Instant reach(UUID source, String word) {
        return db.sql("select newest from press.source_reach where source = :source and word = :word")
                .param("source", source)
                .param("word", word)
                .query((row, n) -> row.getObject("newest", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.MIN);
    }

    void reached(UUID source, String word, Instant newest) {
        db.sql("""
                insert into press.source_reach (source, word, newest) values (:source, :word, :newest)
                on conflict (source, word) do update set newest = greatest(press.source_reach.newest, :newest)""")
                .param("source", source)
                .param("word", word)
                .param("newest", newest)
                .update();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Source source(ResultSet row, int n) throws SQLException {
        return new Source(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Source.Kind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getString("words").lines().filter(w -> !w.isBlank()).toList(),
                row.getString("sealed"),
                row.getInt("daily_budget"),
                row.getInt("pause_minutes"),
                row.getBoolean("active"),
                Objects.requireNonNull(maybe(row, "due_at")),
                maybe(row, "claimed_until"),
                row.getString("etag"),
                row.getString("modified"),
                maybe(row, "last_at"),
                row.getString("last_outcome"),
                row.getInt("failures"));
    }
}
