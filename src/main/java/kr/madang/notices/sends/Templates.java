package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.Template;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts the office uses again (서식 문안), version by version; a send keeps the number of the one it took. */
@Component
public class Templates {
    private static final int NAME = 60;

    /** @param latest the newest version */
    public record Kept(UUID id, String name, Kind kind, Channel channel, boolean retired, Template.Version latest) {}

    private static final String SELECT = """
            select t.id, t.name, t.kind, t.channel, t.retired_at is not null as retired, v.number, v.text, v.hash, v.by_name, v.at
            from notices.template t join notices.template_version v on v.template = t.id""";
    private static final String LATEST =
            " and v.number = (select max(number) from notices.template_version where template = t.id)";

    private final JdbcClient db;
    private final Receivers receivers;
    private final Trail trail;
    private final Clock clock;

    Templates(JdbcClient db, Receivers receivers, Trail trail, Clock clock) {
        this.db = db;
        this.receivers = receivers;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those in use first. */
    public List<Kept> all() {
        return db.sql(SELECT + " where true" + LATEST + " order by t.retired_at is not null, t.name")
                .query(Templates::kept)
                .list();
    }

    public List<Kept> inUse() {
        return all().stream().filter(t -> !t.retired()).toList();
    }

    public Optional<Kept> find(UUID id) {
        return db.sql(SELECT + " where t.id = :id" + LATEST)
                .param("id", id)
                .query(Templates::kept)
                .optional();
    }

    public Kept get(UUID id) {
        return find(id).orElseThrow(() -> Refused.missing("notices.template.missing"));
    }

    /** Newest first. */
    public List<Template.Version> versions(UUID id) {
        return db.sql(SELECT + " where t.id = :id order by v.number desc")
                .param("id", id)
                .query((row, n) -> version(row))
                .list();
    }

    @Transactional
    public Kept create(Actor by, String name, Kind kind, Channel channel, String text) {
        Sends.require(by, Level.WORK);
        checked(name, text);
        var version = Template.Version.first(text, by.name(), now());
        var id = Id.next(clock.instant());
        try {
            db.sql("insert into notices.template (id, name, kind, channel) values (:id, :name, :kind, :channel)")
                    .param("id", id)
                    .param("name", name.strip())
                    .param("kind", kind)
                    .param("channel", channel)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.template.taken", name.strip());
        }
        keep(id, version);
        trail.record(by, "notices", "template.created", "template:" + id, Map.of("name", name.strip()));
        return get(id);
    }

    /**
     * Writes the next version.
     *
     * @param seen number of the version that was read before writing
     */
    @Transactional
    public Kept write(Actor by, UUID id, int seen, String text) {
        Sends.require(by, Level.WORK);
        db.sql("select id from notices.template where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        var template = get(id);
        checked(template.name(), text);
        if (template.retired()) throw Refused.conflict("notices.template.retired");
        if (template.latest().number() != seen) throw Refused.conflict("notices.template.overtaken");
        var next = template.latest().next(text, by.name(), now());
        if (next.number() == seen) return template;
        keep(id, next);
        trail.record(by, "notices", "template.written", "template:" + id, Map.of("version", next.number()));
        return get(id);
    }

    @Transactional
    public void retire(Actor by, UUID id) {
        Sends.require(by, Level.WORK);
        int done = db.sql("update notices.template set retired_at = :at where id = :id and retired_at is null")
                .param("at", now())
                .param("id", id)
                .update();
        if (done == 0) throw Refused.missing("notices.template.missing");
        trail.record(by, "notices", "template.retired", "template:" + id, Map.of());
    }

    private void checked(String name, String text) {
        if (name.isBlank() || name.strip().length() > NAME || name.indexOf('\0') >= 0)
            throw Refused.invalid("notices.template.label", NAME);
        if (text.isBlank() || text.indexOf('\0') >= 0) throw Refused.invalid("notices.text.empty");
        Template.parse(text, receivers.fields());
    }

    private void keep(UUID id, Template.Version version) {
        db.sql("""
                insert into notices.template_version (template, number, text, hash, by_name, at)
                values (:id, :number, :text, :hash, :by, :at)""")
                .param("id", id)
                .param("number", version.number())
                .param("text", version.text())
                .param("hash", version.hash())
                .param("by", version.by())
                .param("at", version.at())
                .update();
    }

    private static Kept kept(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("retired"),
                version(row));
    }

    private static Template.Version version(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Template.Version(
                row.getInt("number"),
                row.getString("text"),
                row.getString("hash"),
                row.getString("by_name"),
                SendStore.instant(row, "at"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
