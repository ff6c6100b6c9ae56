package kr.madang.press.coverage.feeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came and could not be read (격리), with its bytes: nothing a source gave is lost because the program did not understand it. */
@Component
public class Quarantine {
    private static final int MOST = 4 << 20;

    /** A piece in quarantine. @param size of its bytes */
    public record Held(
            UUID id,
            @Nullable UUID source,
            String sourceName,
            String address,
            String reason,
            String detail,
            String sha256,
            int size,
            Instant at,
            int tries) {
        /** Message key of why it is here. */
        public String code() {
            return "press.quarantine." + reason.toLowerCase(Locale.ROOT);
        }
    }

    record Content(
            byte[] bytes,
            String type,
            String address,
            @Nullable UUID source) {}

    private static final String SELECT = """
            select q.id, q.source, coalesce(s.name, '') as source_name, q.address, q.reason, q.detail, q.sha256,
                length(q.content) as size, q.at, q.tries
            from press.quarantine q left join press.source s on s.id = q.source
            """;

    private final JdbcClient db;

    Quarantine(JdbcClient db) {
        this.db = db;
    }

    /** The same bytes of the same source lie here once, however often they come. */
    void hold(@Nullable UUID source, String address, Unfetched why, byte[] bytes, String type, Instant at) {
        var kept = bytes.length > MOST ? java.util.Arrays.copyOf(bytes, MOST) : bytes;
        db.sql("""
                insert into press.quarantine as q (id, source, address, reason, detail, sha256, content, type, at)
                values (:id, :source, :address, :reason, :detail, :sha256, :content, :type, :at)
                on conflict (source, sha256) do update set tries = q.tries + 1, at = :at, reason = :reason, detail = :detail,
                    done_at = null, done_how = null""")
                .param("id", Id.next(at))
                .param("source", source)
                .param("address", address)
                .param("reason", why.reason().name())
                .param("detail", why.detail().replace("\0", ""))
                .param("sha256", sha256(bytes))
                .param("content", kept)
                .param("type", type)
                .param("at", at)
                .update();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What still waits, newest first. */
    public List<Held> list() {
        return db.sql(SELECT + "where q.done_at is null order by q.at desc limit 200")
                .query(Quarantine::held)
                .list();
    }

    Optional<Content> content(UUID id) {
        return db.sql("select content, type, address, source from press.quarantine where id = :id and done_at is null")
                .param("id", id)
                .query((row, n) -> new Content(
                        row.getBytes("content"),
                        row.getString("type"),
                        row.getString("address"),
                        row.getObject("source", UUID.class)))
                .optional();
    }

    boolean done(UUID id, String how, Instant at) {
        return db.sql("update press.quarantine set done_at = :at, done_how = :how where id = :id and done_at is null")
                        .param("at", at)
                        .param("how", how)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("source", UUID.class),
                row.getString("source_name"),
                row.getString("address"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("sha256"),
                row.getInt("size"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }
}
