package kr.madang.notices.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was asked for under a name of the caller's own (멱등 요청). Of two who ask the same at the same moment the second waits for the
 * first, and gets his answer; when the first was refused, the second is the first.
 */
@Repository
class Onces {
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final JdbcClient db;

    Onces(JdbcClient db) {
        this.db = db;
    }

    private record Kept(String body, String answer) {}

    /**
     * In the transaction of the act.
     *
     * @return the answer that was given before; empty when the act is to be done now
     * @throws Refused when something else was asked for under this name
     */
    Optional<String> begin(UUID key, String name, String body, Instant now) {
        if (!NAME.matcher(name).matches()) throw Refused.invalid("notices.api.once.name");
        int first = db.sql("""
                insert into notices.api_once (key, name, body, answer, made_at) values (:key, :name, :body, '', :now)
                on conflict do nothing""")
                .param("key", key)
                .param("name", name)
                .param("body", body)
                .param("now", now)
                .update();
        if (first == 1) return Optional.empty();
        var kept = db.sql("select body, answer from notices.api_once where key = :key and name = :name")
                .param("key", key)
                .param("name", name)
                .query(Kept.class)
                .single();
        if (!kept.body().equals(body)) throw Refused.invalid("notices.api.once.other");
        return Optional.of(kept.answer());
    }

    void answered(UUID key, String name, String answer) {
        db.sql("update notices.api_once set answer = :answer where key = :key and name = :name")
                .param("answer", answer)
                .param("key", key)
                .param("name", name)
                .update();
    }

    int forget(Instant before) {
        return db.sql("delete from notices.api_once where made_at < :before")
                .param("before", before)
                .update();
    }
}
