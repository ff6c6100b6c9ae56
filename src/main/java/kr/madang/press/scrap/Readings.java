package kr.madang.press.scrap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a scrap was delivered to and who opened it (열람 확인). */
@Repository
public class Readings {
    /** @param openedAt when first; null while he has not @param version the newest he opened */
    public record Reading(
            UUID account,
            String name,
            Instant toldAt,
            @Nullable Instant openedAt,
            @Nullable Instant lastAt,
            int opens,
            int version) {}

    private final JdbcClient db;

    Readings(JdbcClient db) {
        this.db = db;
    }

    /** By name. */
    public List<Reading> of(UUID edition) {
        return db.sql("""
                select account, name, told_at, opened_at, last_at, opens, version from press.scrap_reader
                where edition = :edition order by name, account""").param("edition", edition).query(Reading.class).list();
    }

    boolean delivered(UUID edition, UUID account) {
        return db.sql("select exists (select from press.scrap_reader where edition = :edition and account = :account)")
                .param("edition", edition)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    void told(UUID edition, UUID account, String name, Instant at) {
        db.sql("""
                insert into press.scrap_reader (edition, account, name, told_at) values (:edition, :account, :name, :at)
                on conflict (edition, account) do update set told_at = :at""")
                .param("edition", edition)
                .param("account", account)
                .param("name", name)
                .param("at", at)
                .update();
    }

    /** Who opens it without having got it leaves no receipt. */
    void opened(UUID edition, UUID account, int version, Instant at) {
        db.sql("""
                update press.scrap_reader set opened_at = coalesce(opened_at, :at), last_at = :at, opens = opens + 1,
                    version = greatest(version, :version) where edition = :edition and account = :account""")
                .param("at", at)
                .param("version", version)
                .param("edition", edition)
                .param("account", account)
                .update();
    }
}
