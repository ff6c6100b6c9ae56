package kr.madang.notices.recipients;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.notices.recipients.Erasure.Deletion;
import kr.madang.notices.recipients.Erasure.Totals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of deletions. */
@Repository
class ErasureStore {
    static final String BEGINNING = "0".repeat(64);
    private static final Keyset<Deletion> NEWEST = Keyset.<Deletion>of("deletions")
            .descending("at", Instant.class, Deletion::at)
            .descending("id", UUID.class, Deletion::id);
    private static final RowMapper<Deletion> ROW = (row, n) -> new Deletion(
            row.getObject("id", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("by_login"),
            Erasure.Cause.valueOf(row.getString("cause")),
            row.getString("reason"),
            row.getInt("contacts"),
            row.getInt("people"),
            row.getString("digest"),
            row.getString("previous"));

    private final JdbcClient db;

    ErasureStore(JdbcClient db) {
        this.db = db;
    }

    /** One line after the other, so that each knows the one before. */
    void lockBook() {
        db.sql("select pg_advisory_xact_lock(hashtext('notices.deletion'))")
                .query()
                .listOfRows();
    }

    String head() {
        return db.sql("select digest from notices.deletion order by at desc, id desc limit 1")
                .query(String.class)
                .optional()
                .orElse(BEGINNING);
    }

    /** Overwrites addresses, removes their indexes, closes what stands and forgets topics. @return the contacts */
    List<UUID> erase(Collection<UUID> recipients, UUID line, Instant now) {
        var ids = recipients.toArray(UUID[]::new);
        db.sql("""
                update notices.recipient set deleted_at = :now
                where id = any(:ids) and deleted_at is null""").param("ids", ids).param("now", now).update();
        var contacts = db.sql("""
                update notices.contact set sealed = null, finder = null, last_four = '', masked = '', dead_why = '',
                    deleted_at = :now, deletion = :line
                where recipient = any(:ids) and sealed is not null returning id""")
                .param("ids", ids)
                .param("line", line)
                .param("now", now)
                .query(UUID.class)
                .list();
        db.sql("""
                update notices.consent set withdrawn_at = greatest(given_at, :now), withdrawal = 'DELETED'
                where contact = any(:contacts) and withdrawn_at is null""")
                .param("contacts", contacts.toArray(UUID[]::new))
                .param("now", now)
                .update();
        return contacts;
    }

    /** Living recipients of whom nothing stands and the last consent ended before. */
    List<UUID> idle(Instant before, int limit) {
        return db.sql("""
                select r.id from notices.recipient r
                where r.deleted_at is null and r.added_at < :before and not exists (
                    select from notices.contact c join notices.consent k on k.contact = c.id
                    where c.recipient = r.id and k.purpose <> 'DISASTER'
                        and (k.withdrawn_at is null or k.withdrawn_at >= :before))
                order by r.number limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void insert(Deletion line) {
        db.sql("""
                insert into notices.deletion (id, at, by_login, cause, reason, contacts, people, digest, previous)
                values (:id, :at, :by, :cause, :reason, :contacts, :people, :digest, :previous)""")
                .param("id", line.id())
                .param("at", line.at())
                .param("by", line.by())
                .param("cause", line.cause())
                .param("reason", line.reason())
                .param("contacts", line.contacts())
                .param("people", line.people())
                .param("digest", line.digest())
                .param("previous", line.previous())
                .update();
    }

    Slice<Deletion> page(@Nullable String cursor, int size) {
        return NEWEST.slice(
                cursor, size, (where, tail, keys) -> db.sql("select * from notices.deletion where " + where + tail)
                        .params(keys)
                        .query(ROW)
                        .list());
    }

    /** The whole book, oldest first, as far as it goes. */
    List<Deletion> book(int limit) {
        return db.sql("select * from notices.deletion order by at, id limit :limit")
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** What a line deleted. */
    List<UUID> contacts(UUID line) {
        return db.sql("select id from notices.contact where deletion = :line")
                .param("line", line)
                .query(UUID.class)
                .list();
    }

    Totals totals() {
        return db.sql("""
                select count(*) as lines, coalesce(sum(people), 0) as people, coalesce(sum(contacts), 0) as contacts
                from notices.deletion""")
                .query((row, n) -> new Totals(row.getLong("lines"), row.getLong("people"), row.getLong("contacts")))
                .single();
    }
}
