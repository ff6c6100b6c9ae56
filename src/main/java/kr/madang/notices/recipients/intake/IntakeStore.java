package kr.madang.notices.recipients.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of files taken in. */
@Repository
class IntakeStore {
    private static final Keyset<Intake> NEWEST = Keyset.<Intake>of("intakes")
            .descending("uploaded_at", Instant.class, Intake::uploadedAt)
            .descending("id", UUID.class, Intake::id);
    private static final RowMapper<Intake> ROW = (row, n) -> new Intake(
            row.getObject("id", UUID.class),
            row.getString("file_name"),
            Intake.State.valueOf(row.getString("state")),
            row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
            row.getString("uploaded_by"),
            row.getInt("rows"),
            row.getInt("done"),
            row.getInt("added"),
            row.getInt("joined"),
            row.getInt("known"),
            row.getInt("refused"),
            instant(row.getObject("taken_at", OffsetDateTime.class)),
            instant(row.getObject("undone_at", OffsetDateTime.class)),
            row.getString("why"));

    private final JdbcClient db;

    IntakeStore(JdbcClient db) {
        this.db = db;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    void insert(UUID id, String name, String digest, String sealed, String settings, Instant at, String by, UUID who) {
        db.sql("""
                insert into notices.intake (id, file_name, digest, sealed_file, uploaded_at, uploaded_by, uploader,
                    settings, state)
                values (:id, :name, :digest, :sealed, :at, :by, :who, :settings::jsonb, 'UPLOADED')""")
                .param("id", id)
                .param("name", name)
                .param("digest", digest)
                .param("sealed", sealed)
                .param("settings", settings)
                .param("at", at)
                .param("by", by)
                .param("who", who)
                .update();
    }

    Optional<Intake> find(UUID id) {
        return db.sql("select * from notices.intake where id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    Optional<Intake> lock(UUID id) {
        return db.sql("select * from notices.intake where id = :id for update")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    Slice<Intake> page(@Nullable String cursor, int size) {
        return NEWEST.slice(
                cursor, size, (where, tail, keys) -> db.sql("select * from notices.intake where " + where + tail)
                        .params(keys)
                        .query(ROW)
                        .list());
    }

    Optional<String> sealedFile(UUID id) {
        return db.sql("select sealed_file from notices.intake where id = :id and sealed_file is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    String settings(UUID id) {
        return db.sql("select settings::text from notices.intake where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    boolean settle(UUID id, String settings) {
        return db.sql("update notices.intake set settings = :settings::jsonb where id = :id and state = 'UPLOADED'")
                        .param("id", id)
                        .param("settings", settings)
                        .update()
                == 1;
    }

    /** Whether a file with the same contents has been taken over, or is being. */
    boolean repeated(UUID id) {
        return db.sql("""
                select exists (select from notices.intake o join notices.intake i on i.digest = o.digest
                    where i.id = :id and o.id <> :id and o.state in ('TAKING', 'TAKEN'))""").param("id", id).query(Boolean.class).single();
    }

    boolean begin(UUID id, int rows, int refused) {
        return db.sql("""
                        update notices.intake set state = 'TAKING', rows = :rows, refused = :refused
                        where id = :id and state = 'UPLOADED'""")
                        .param("id", id)
                        .param("rows", rows)
                        .param("refused", refused)
                        .update()
                == 1;
    }

    void advance(UUID id, int rows, Plan plan) {
        db.sql("""
                update notices.intake set done = done + :rows, added = added + :added, joined = joined + :joined,
                    known = known + :known
                where id = :id""")
                .param("id", id)
                .param("rows", rows)
                .param("added", plan.added)
                .param("joined", plan.joined)
                .param("known", plan.known)
                .update();
    }

    boolean finish(UUID id, Instant at) {
        return db.sql("""
                        update notices.intake set state = 'TAKEN', taken_at = :at, sealed_file = null
                        where id = :id and state = 'TAKING'""").param("id", id).param("at", at).update() == 1;
    }

    void fail(UUID id, String why) {
        db.sql("update notices.intake set state = 'FAILED', why = :why where id = :id and state = 'TAKING'")
                .param("id", id)
                .param("why", why)
                .update();
    }

    List<UUID> taking() {
        return db.sql("select id from notices.intake where state = 'TAKING' order by uploaded_at")
                .query(UUID.class)
                .list();
    }

    boolean discard(UUID id) {
        return db.sql("delete from notices.intake where id = :id and state = 'UPLOADED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    int discardBefore(Instant before) {
        return db.sql("delete from notices.intake where state = 'UPLOADED' and uploaded_at < :before")
                .param("before", before)
                .update();
    }

    // ------------------------------------------------------------------ undoing

    /** Whether a message was frozen since for anybody the file brought or joined. */
    boolean used(UUID id) {
        return db.sql("""
                select exists (
                    select from notices.message m join notices.consent k on k.contact = m.contact
                    join notices.intake i on i.id = k.intake join notices.run r on r.send = m.send
                    where k.intake = :id and (r.started_at is null or r.started_at >= i.uploaded_at))""").param("id", id).query(Boolean.class).single();
    }

    /** Takes away what the file brought, except people of whom something else has come to be known. @return people */
    int undo(UUID id, Instant at) {
        db.sql("delete from notices.consent where intake = :id and withdrawn_at is null")
                .param("id", id)
                .update();
        db.sql("""
                delete from notices.contact c where c.intake = :id and c.deleted_at is null
                    and not exists (select from notices.consent k where k.contact = c.id)""").param("id", id).update();
        int people = db.sql("""
                delete from notices.recipient r where r.intake = :id and r.deleted_at is null
                    and not exists (select from notices.contact c where c.recipient = r.id)""").param("id", id).update();
        db.sql("update notices.intake set state = 'UNDONE', undone_at = :at where id = :id")
                .param("id", id)
                .param("at", at)
                .update();
        return people;
    }
}
