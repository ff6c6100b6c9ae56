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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of keys. */
@Repository
class KeyStore {
    /** A key with all that belongs to it at once: it is asked for with every call, and the list of them is long. */
    private static final String SELECT = """
            select k.*,
                coalesce((select json_agg(json_build_object('template', v.template, 'number', v.number, 'name', t.name,
                            'channel', t.channel, 'text', v.text, 'hash', v.hash) order by t.name)
                    from notices.api_key_template x
                    join notices.template_version v on v.template = x.template and v.number = x.number
                    join notices.template t on t.id = x.template where x.key = k.id), '[]')::text as texts,
                coalesce((select json_agg(json_build_object('finder', a.finder, 'masked', a.masked) order by a.masked, a.finder)
                    from notices.api_key_address a where a.key = k.id), '[]')::text as addresses
            from notices.api_key k\s""";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ApiKey.Text>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<ApiKey.Listed>> ADDRESSES = new TypeReference<>() {};

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
        return db.sql(SELECT + "where k.id = :id")
                .param("id", id)
                .query(KeyStore::key)
                .optional();
    }

    /** One change of a key after the other. */
    Optional<ApiKey> lock(UUID id) {
        return db.sql(SELECT + "where k.id = :id for update of k")
                .param("id", id)
                .query(KeyStore::key)
                .optional();
    }

    Optional<ApiKey> byHash(String hash) {
        return db.sql(SELECT + "where k.hash = :hash")
                .param("hash", hash)
                .query(KeyStore::key)
                .optional();
    }

    /** Those in use first, the newest of them first. */
    List<ApiKey> all(int most) {
        return db.sql(SELECT + "order by k.state = 'REVOKED', k.made_at desc, k.id limit :most")
                .param("most", most)
                .query(KeyStore::key)
                .list();
    }

    private static ApiKey key(ResultSet row, int n) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
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
                JSON.readValue(row.getString("texts"), TEXTS),
                JSON.readValue(row.getString("addresses"), ADDRESSES));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
