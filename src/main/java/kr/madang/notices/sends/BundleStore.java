package kr.madang.notices.sends;

import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.gate.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of sends that are decided together. */
@Repository
class BundleStore {
    /** @param head seal of what its sends belong to */
    record Bundle(UUID id, Subject subject, String task, String head) {}

    private final JdbcClient db;

    BundleStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Bundle bundle) {
        db.sql("insert into notices.send_bundle (id, subject, task, head) values (:id, :subject, :task, :head)")
                .param("id", bundle.id())
                .param(
                        "subject",
                        bundle.subject().room() + " " + bundle.subject().ref())
                .param("task", bundle.task())
                .param("head", bundle.head())
                .update();
    }

    void put(int serial, UUID bundle) {
        db.sql("update notices.send set bundle = :bundle where serial = :serial")
                .param("bundle", bundle)
                .param("serial", serial)
                .update();
    }

    /** The one a send belongs to; empty when it is decided alone. */
    Optional<Bundle> of(int serial) {
        return db.sql("""
                select b.id, b.subject, b.task, b.head from notices.send s join notices.send_bundle b on b.id = s.bundle
                where s.serial = :serial""")
                .param("serial", serial)
                .query((row, n) -> new Bundle(
                        row.getObject("id", UUID.class),
                        subject(row.getString("subject")),
                        row.getString("task"),
                        row.getString("head")))
                .optional();
    }

    private static Subject subject(String text) {
        int space = text.indexOf(' ');
        return new Subject(text.substring(0, space), text.substring(space + 1));
    }
}
