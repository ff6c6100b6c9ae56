package kr.madang.notices.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of keys. */
@Repository
class KeyStore {
    private final JdbcClient db;

    KeyStore(JdbcClient db) {
        this.db = db;
    }

    void insert(ApiKey key, String hash) {
        db.sql("""
                insert into notices.api_key (id, name, purpose, kind, state, hash, ending, expires_on, per_minute, per_month, free,
                    seal, author, author_name, made_at)
                values (:id, :name, :purpose, :kind, :state, :hash, :ending, :expires, :minute, :month, :free,
                    :seal, :author, :authorname, :at)""")
                .param("id", key.id())
                .param("name", key.name())
                .param("purpose", key.purpose())
                .param("kind", key.kind())
                .param("state", key.state())
                .param("hash", hash)
                .param("ending", key.ending())
                .param("expires", key.expires())
                .param("minute", key.perMinute())
                .param("month", key.perMonth())
                .param("free", key.free())
                .param("seal", key.seal())
                .param("author", key.author())
                .param("authorname", key.authorName())
                .param("at", key.madeAt())
                .update();
        for (var text : key.texts())
            db.sql("insert into notices.api_key_template (key, template, number) values (:key, :template, :number)")
                    .param("key", key.id())
                    .param("template", text.template())
                    .param("number", text.number())
                    .update();
        for (var address : key.addresses())
            db.sql("insert into notices.api_key_address (key, finder, masked) values (:key, :finder, :masked)")
                    .param("key", key.id())
                    .param("finder", address.finder())
                    .param("masked", address.masked())
                    .update();
    }

    void asked(UUID id, UUID paper) {
        db.sql("update notices.api_key set state = 'WAITING', paper = :paper where id = :id")
                .param("id", id)
                .param("paper", paper)
                .update();
    }

    /** @return false when it did not wait */
    boolean open(UUID id, String number, Instant at) {
        return db.sql("""
                        update notices.api_key set state = 'ACTIVE', number = :number, opened_at = :at
                        where id = :id and state in ('WAITING', 'RETURNED')""")
                        .param("id", id)
                        .param("number", number)
                        .param("at", at)
                        .update()
                == 1;
    }

    boolean giveBack(UUID id) {
        return db.sql("update notices.api_key set state = 'RETURNED' where id = :id and state = 'WAITING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean revoke(Actor by, UUID id, String why, Instant at) {
        return db.sql("""
                        update notices.api_key
                        set state = 'REVOKED', revoked_at = :at, revoked_by = :by, revoked_why = :why
                        where id = :id and state <> 'REVOKED'""")
                        .param("id", id)
                        .param("by", by.name())
                        .param("why", why)
                        .param("at", at)
                        .update()
                == 1;
    }

    Optional<ApiKey> find(UUID id) {
        return db.sql("select * from notices.api_key where id = :id")
                .param("id", id)
                .query(this::key)
                .optional();
    }

    /** One change of a key after the other. */
    Optional<ApiKey> lock(UUID id) {
        return db.sql("select * from notices.api_key where id = :id for update")
                .param("id", id)
                .query(this::key)
                .optional();
    }

    Optional<ApiKey> byHash(String hash) {
        return db.sql("select * from notices.api_key where hash = :hash")
                .param("hash", hash)
                .query(this::key)
                .optional();
    }

    /** Those in use first, the newest of them first. */
    List<ApiKey> all(int most) {
        return db.sql("select * from notices.api_key order by state = 'REVOKED', made_at desc, id limit :most")
                .param("most", most)
                .query(this::key)
                .list();
    }

    List<ApiKey.Text> texts(UUID key) {
        return db.sql("""
                select v.template, v.number, t.name, t.channel, v.text, v.hash from notices.api_key_template k
                join notices.template_version v on v.template = k.template and v.number = k.number
                join notices.template t on t.id = k.template where k.key = :key order by t.name""")
                .param("key", key)
                .query((row, n) -> new ApiKey.Text(
                        row.getObject("template", UUID.class),
                        row.getInt("number"),
                        row.getString("name"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("text"),
                        row.getString("hash")))
                .list();
    }

    private List<ApiKey.Listed> addresses(UUID key) {
        return db.sql("select finder, masked from notices.api_key_address where key = :key order by masked, finder")
                .param("key", key)
                .query(ApiKey.Listed.class)
                .list();
    }

    private ApiKey key(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ApiKey(
                id,
                row.getString("name"),
                row.getString("purpose"),
                KeyKind.valueOf(row.getString("kind")),
                ApiKey.State.valueOf(row.getString("state")),
                row.getString("ending"),
                row.getObject("expires_on", LocalDate.class),
                row.getInt("per_minute"),
                row.getInt("per_month"),
                row.getBoolean("free"),
                row.getString("seal"),
                row.getObject("paper", UUID.class),
                row.getString("number"),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                row.getString("revoked_why"),
                texts(id),
                addresses(id));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
