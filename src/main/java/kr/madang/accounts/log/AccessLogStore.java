package kr.madang.accounts.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the access log. The table itself refuses changes; see the migration. */
@Repository
class AccessLogStore {
    private static final String MATCHING = """
             from accounts.access_entry
            where at >= :from and at < :to
                and (:login = '' or login = :login)
                and (:text = '' or lower(name) like :like or lower(task) like :like or lower(subject) like :like
                    or address like :like)""";

    private final JdbcClient db;

    AccessLogStore(JdbcClient db) {
        this.db = db;
    }

    void add(AccessEntry entry) {
        db.sql("""
                insert into accounts.access_entry
                    (id, at, account, login, name, address, method, path, subject, subjects, task)
                values (:id, :at, :account, :login, :name, :address, :method, :path, :subject, :subjects, :task)""")
                .param("id", entry.id())
                .param("at", entry.at())
                .param("account", entry.account())
                .param("login", entry.login())
                .param("name", entry.name())
                .param("address", entry.address())
                .param("method", entry.method())
                .param("path", entry.path())
                .param("subject", entry.subject())
                .param("subjects", entry.subjects())
                .param("task", entry.task())
                .update();
    }

    /** Up to {@code limit} entries older than {@code before}, newest first. */
    List<AccessEntry> before(AccessQuestion question, @Nullable UUID before, int limit) {
        var older =
                before == null ? "" : " and (at, id) < (select at, id from accounts.access_entry where id = :cursor)";
        return asked("select *" + MATCHING + older + " order by at desc, id desc limit :limit", question)
                .param("cursor", before)
                .param("limit", limit)
                .query(AccessLogStore::entry)
                .list();
    }

    /** Up to {@code limit} entries newer than {@code after}, oldest first. */
    List<AccessEntry> after(AccessQuestion question, UUID after, int limit) {
        var newer = " and (at, id) > (select at, id from accounts.access_entry where id = :cursor)";
        return asked("select *" + MATCHING + newer + " order by at, id limit :limit", question)
                .param("cursor", after)
                .param("limit", limit)
                .query(AccessLogStore::entry)
                .list();
    }

    long count(AccessQuestion question) {
        return asked("select count(*)" + MATCHING, question).query(Long.class).single();
    }

    /** Hands over every entry, oldest first, without keeping them all in memory. */
    void each(AccessQuestion question, Consumer<AccessEntry> reader) {
        UUID last = null;
        while (true) {
            var page = last == null ? oldest(question) : after(question, last, 500);
            page.forEach(reader);
            if (page.size() < 500) return;
            last = page.getLast().id();
        }
    }

    private List<AccessEntry> oldest(AccessQuestion question) {
        return asked("select *" + MATCHING + " order by at, id limit 500", question)
                .query(AccessLogStore::entry)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, AccessQuestion question) {
        var text = question.text().toLowerCase(Locale.ROOT);
        return db.sql(sql)
                .param("from", question.from())
                .param("to", question.to())
                .param("login", question.login())
                .param("text", text)
                .param("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    int forget(Instant before) {
        return db.sql("delete from accounts.access_entry where at < :before")
                .param("before", before)
                .update();
    }

    static AccessEntry entry(ResultSet row, int number) throws SQLException {
        return new AccessEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("address"),
                row.getString("method"),
                row.getString("path"),
                row.getString("subject"),
                row.getInt("subjects"),
                row.getString("task"));
    }
}
