package kr.madang.kernel.files;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of stored files. */
@Repository
class FileRows {
    private final JdbcClient db;

    FileRows(JdbcClient db) {
        this.db = db;
    }

    void insert(StoredFile file) {
        db.sql("""
                insert into kernel.file (id, name, media_type, size, sha256, stored_at, stored_by)
                values (:id, :name, :type, :size, :sha256, :at, :by)""")
                .param("id", file.id())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("at", file.storedAt())
                .param("by", file.storedBy())
                .update();
    }

    Optional<StoredFile> find(UUID id) {
        return db.sql("select * from kernel.file where id = :id")
                .param("id", id)
                .query((row, n) -> new StoredFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getTimestamp("stored_at").toInstant(),
                        row.getObject("stored_by", UUID.class)))
                .optional();
    }

    /** One of the files that hold this content. */
    Optional<StoredFile> holding(String sha256) {
        return db.sql("select id from kernel.file where sha256 = :sha256 order by id limit 1")
                .param("sha256", sha256)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    boolean delete(UUID id) {
        return db.sql("delete from kernel.file where id = :id").param("id", id).update() == 1;
    }

    boolean isNamed(String sha256) {
        return db.sql("select exists (select from kernel.file where sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends nobody sweeps this content; several may put it at once. */
    void keep(String sha256) {
        db.sql("select pg_advisory_xact_lock_shared(hashtextextended(:sha256, 7))")
                .param("sha256", sha256)
                .query()
                .listOfRows();
    }

    /** Until the transaction ends nobody puts this content; false when someone is about to. */
    boolean tryClaim(String sha256) {
        return db.sql("select pg_try_advisory_xact_lock(hashtextextended(:sha256, 7))")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}
