package kr.madang.notices.alerts;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.FieldCipher;
import kr.madang.kernel.crypto.Resealable;
import kr.madang.kernel.crypto.SealedColumn;
import kr.madang.kernel.trail.Trail;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Other systems whose alerts this office takes (경보 수신처): each with its name in CAP and a key of its own, shown once. */
@Component
public class CapSources {
    private static final SealedColumn SEALED = SealedColumn.of("notices.cap_source");
    private static final Pattern SENDER = Pattern.compile("[^\\s,<&]{1,200}");
    private static final int KEY = 32;
    private static final String SELECT =
            "select id, name, sender, made_at from notices.cap_source where retired_at is null ";

    /** @param sender as its messages name it */
    public record Source(UUID id, String name, String sender, Instant madeAt) {}

    /** A new source with its key, which nobody sees again. */
    public record Made(Source source, String key) {
        @Override
        public String toString() {
            return "Made[" + source + "]";
        }
    }

    private final FieldCipher cipher;
    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CapSources(FieldCipher cipher, JdbcClient db, Trail trail, Clock clock) {
        this.cipher = cipher;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Made make(Actor by, String name, String sender) {
        Alerts.require(by, Level.MANAGE);
        if (name.isBlank() || name.length() > 60) throw Refused.invalid("notices.capsource.name", 60);
        if (!SENDER.matcher(sender).matches()) throw Refused.invalid("notices.capsource.sender");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var source = new Source(Id.next(now), name.strip(), sender, now);
        var bytes = new byte[KEY];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            db.sql("""
                    insert into notices.cap_source (id, name, sender, sealed, made_at)
                    values (:id, :name, :sender, :sealed, :at)""")
                    .param("id", source.id())
                    .param("name", source.name())
                    .param("sender", sender)
                    .param("sealed", cipher.seal(key, SEALED.place(source.id())))
                    .param("at", now)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.capsource.twice");
        }
        trail.record(by, "notices", "capsource.made", "capsource:" + source.id(), Map.of("sender", sender));
        return new Made(source, key);
    }

    @Transactional
    public void retire(Actor by, UUID id) {
        Alerts.require(by, Level.MANAGE);
        int rows = db.sql("update notices.cap_source set retired_at = :at where id = :id and retired_at is null")
                .param("id", id)
                .param("at", clock.instant())
                .update();
        if (rows == 0) throw Refused.missing("notices.capsource.missing");
        trail.record(by, "notices", "capsource.retired", "capsource:" + id, Map.of());
    }

    public List<Source> all() {
        return db.sql(SELECT + "order by name, id").query(CapSources::source).list();
    }

    /** One that still may speak. */
    Optional<Source> find(UUID id) {
        return db.sql(SELECT + "and id = :id")
                .param("id", id)
                .query(CapSources::source)
                .optional();
    }

    private static Source source(ResultSet row, int n) throws SQLException {
        return new Source(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("sender"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    /** The key of a source that still may speak. */
    Optional<String> key(UUID id) {
        return db.sql("select sealed from notices.cap_source where id = :id and retired_at is null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(key -> cipher.open(key, SEALED.place(id)));
    }

    @Bean
    static Resealable sealedCapSources(JdbcClient db) {
        return SEALED.in(db);
    }
}
