package kr.madang.kernel.crypto;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wrapped data keys in the database. */
final class DataKeyStore {
    /** A wrapped key as stored; it tells nothing without its master. */
    record Row(String id, String purpose, String suite, String master, String wrapped) {}

    private final JdbcClient db;

    DataKeyStore(JdbcClient db) {
        this.db = db;
    }

    /** One at a time, on all nodes, until the transaction ends. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('kernel.data_key'))")
                .query()
                .listOfRows();
    }

    /** In the order they were made. */
    List<Row> list() {
        return db.sql("select id, purpose, suite, master, wrapped from kernel.data_key order by number")
                .query(Row.class)
                .list();
    }

    void insert(Row row, Instant at) {
        db.sql("""
                insert into kernel.data_key (id, purpose, suite, master, wrapped, made_at)
                values (:id, :purpose, :suite, :master, :wrapped, :at)""")
                .param("id", row.id())
                .param("purpose", row.purpose())
                .param("suite", row.suite())
                .param("master", row.master())
                .param("wrapped", row.wrapped())
                .param("at", at)
                .update();
    }

    void rewrap(String id, String master, String wrapped) {
        db.sql("update kernel.data_key set master = :master, wrapped = :wrapped where id = :id")
                .param("id", id)
                .param("master", master)
                .param("wrapped", wrapped)
                .update();
    }
}
