package kr.madang.kernel.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms that have been sent (제출), so that none acts twice, whichever node hears the second sending. */
@Repository
class SubmissionStore {
    /** How an earlier sending ended: where it led, or empty while it is still being worked on or led nowhere. */
    record Earlier(boolean finished, String location) {}

    private final JdbcClient db;

    SubmissionStore(JdbcClient db) {
        this.db = db;
    }

    /** @return false when the same form has come before */
    boolean claim(UUID token, String path, String sender, Instant now) {
        return db.sql("""
                        insert into kernel.submission (token, path, sender, sent_at)
                        values (:token, :path, :sender, :now)
                        on conflict do nothing""")
                        .param("token", token)
                        .param("path", path)
                        .param("sender", sender)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void finish(UUID token, String path, String sender, String location) {
        db.sql("""
                update kernel.submission set finished = true, location = :location
                where token = :token and path = :path and sender = :sender""")
                .param("token", token)
                .param("path", path)
                .param("sender", sender)
                .param("location", location)
                .update();
    }

    /** Forgets a sending that changed nothing, so that it may be tried again. */
    void release(UUID token, String path, String sender) {
        db.sql("delete from kernel.submission where token = :token and path = :path and sender = :sender")
                .param("token", token)
                .param("path", path)
                .param("sender", sender)
                .update();
    }

    Optional<Earlier> find(UUID token, String path, String sender) {
        return db.sql("""
                        select finished, coalesce(location, '') as location from kernel.submission
                        where token = :token and path = :path and sender = :sender""")
                .param("token", token)
                .param("path", path)
                .param("sender", sender)
                .query((row, n) -> new Earlier(row.getBoolean("finished"), row.getString("location")))
                .optional();
    }

    int forgetBefore(Instant day) {
        return db.sql("delete from kernel.submission where sent_at < :day")
                .param("day", Timestamp.from(day))
                .update();
    }
}
