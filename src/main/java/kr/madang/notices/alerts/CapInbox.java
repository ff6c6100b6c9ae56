package kr.madang.notices.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.cap.CapAlert;
import kr.madang.notices.cap.CapReader;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.carriers.http.Callback;
import kr.madang.notices.recipients.Dongs;
import kr.madang.notices.sends.SendTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes alerts of other systems (경보 수신): each becomes a draft for an officer at most, never a send, and the same one only once. */
@Component
public class CapInbox {
    private static final Keyset<Received> NEWEST = Keyset.<Received>of("received")
            .descending("received_at", Instant.class, Received::receivedAt)
            .descending("id", UUID.class, Received::id);

    private final Alerts alerts;
    private final CapSources sources;
    private final Dongs dongs;
    private final SendTerms terms;
    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    CapInbox(Alerts alerts, CapSources sources, Dongs dongs, SendTerms terms, JdbcClient db, Trail trail, Clock clock) {
        this.alerts = alerts;
        this.sources = sources;
        this.dongs = dongs;
        this.terms = terms;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Somebody at the desk brings one as a file.
     *
     * @throws Refused with the line of what is wrong
     */
    @Transactional
    public Received bring(Actor by, byte[] document) {
        Alerts.require(by, Level.WORK);
        return take(by, by.name(), CapReader.read(document), document);
    }

    /**
     * A source brings one by itself, signed.
     *
     * @throws Refused forbidden, always with the same words, when there is no such source, no right signature, or it speaks for another
     */
    @Transactional
    public Received receive(UUID source, Callback signed) {
        var key = sources.key(source).orElseThrow(CapInbox::refused);
        if (!signed.genuine(key.getBytes(java.nio.charset.StandardCharsets.UTF_8), clock.instant())) throw refused();
        var from = sources.all().stream()
                .filter(s -> s.id().equals(source))
                .findFirst()
                .orElseThrow(CapInbox::refused);
        var cap = CapReader.read(signed.body());
        if (!cap.sender().equals(from.sender())) throw refused();
        return take(Actor.SYSTEM, from.name(), cap, signed.body());
    }

    private static Refused refused() {
        return new Refused(Refused.Reason.FORBIDDEN, "notices.hook.refused");
    }

    private Received take(Actor by, String source, CapAlert cap, byte[] document) {
        // one after the other for each message, so that the same one brought twice at once is one draft
        db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "cap " + cap.sender() + " " + cap.identifier())
                .query(row -> {});
        var before = find(cap.sender(), cap.identifier());
        if (before.isPresent()) return before.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var drafted = draft(by, cap, now);
        var id = Id.next(now);
        var fate = drafted.map(alert -> alert.previous() == null ? Received.Fate.DRAFTED : Received.Fate.FOLLOWED)
                .orElse(Received.Fate.KEPT);
        insert(id, source, cap, document, now, fate, drafted.map(Alert::id).orElse(null));
        trail.record(
                by,
                "notices",
                "cap.received",
                "cap:" + id,
                Map.of("sender", cap.sender(), "identifier", cap.identifier(), "fate", fate));
        return get(id);
    }

    private Optional<Alert> draft(Actor by, CapAlert cap, Instant now) {
        boolean forEverybody = cap.scope() == CapWord.Scope.PUBLIC || cap.status() == CapWord.Status.EXERCISE;
        boolean happens = cap.status() == CapWord.Status.ACTUAL || cap.status() == CapWord.Status.EXERCISE;
        if (!happens || !forEverybody || cap.infos().isEmpty()) return Optional.empty();
        var sender = terms.senders().stream()
                .filter(s -> !s.retired())
                .map(s -> s.number().digits())
                .findFirst()
                .orElse("");
        var content = CapDraft.of(cap, dongs.all(), sender, now);
        return switch (cap.type()) {
            case ALERT -> Optional.of(alerts.draft(by, content));
            case UPDATE -> follow(by, cap, Alert.Type.UPDATE, content);
            case CANCEL -> follow(by, cap, Alert.Type.CANCEL, content);
            case ACK, ERROR -> Optional.empty();
        };
    }

    /** Follows what we made of an earlier message, when that is out; an update of something we never had is new to us. */
    private Optional<Alert> follow(Actor by, CapAlert cap, Alert.Type type, AlertContent content) {
        var earlier = cap.references().stream()
                .flatMap(r -> find(r.sender(), r.identifier()).stream())
                .filter(r -> r.alert() != null)
                .map(r -> alerts.get(java.util.Objects.requireNonNull(r.alert())))
                .toList();
        var out = earlier.stream()
                .filter(a -> a.mayBeFollowed() && a.drill() == content.drill())
                .filter(a -> alerts.follower(a.id()).isEmpty())
                .reduce((one, later) -> later);
        if (out.isPresent()) return Optional.of(alerts.follow(by, out.get().id(), type, content));
        return earlier.isEmpty() && type == Alert.Type.UPDATE
                ? Optional.of(alerts.draft(by, content))
                : Optional.empty();
    }

    private void insert(
            UUID id,
            String source,
            CapAlert cap,
            byte[] document,
            Instant now,
            Received.Fate fate,
            @Nullable UUID alert) {
        db.sql("""
                insert into notices.cap_received (id, source, sender, identifier, sent_at, status, type, scope, headline, refers,
                    document, received_at, fate, alert)
                values (:id, :source, :sender, :identifier, :sent, :status, :type, :scope, :headline, :refers,
                    :document, :at, :fate, :alert)""")
                .param("id", id)
                .param("source", source)
                .param("sender", cap.sender())
                .param("identifier", cap.identifier())
                .param("sent", cap.sent().toInstant())
                .param("status", cap.status().word())
                .param("type", cap.type().word())
                .param("scope", cap.scope().word())
                .param("headline", headline(cap))
                .param(
                        "refers",
                        cap.references().stream()
                                .map(CapAlert.Reference::identifier)
                                .toArray(String[]::new))
                .param("document", document)
                .param("at", now)
                .param("fate", fate)
                .param("alert", alert)
                .update();
    }

    private static String headline(CapAlert cap) {
        return cap.infos().stream()
                .map(i -> i.headline().isBlank() ? i.event() : i.headline())
                .map(text -> text.length() > 200 ? text.substring(0, 200) : text)
                .findFirst()
                .orElse("");
    }

    // ------------------------------------------------------------------ reading

    public Slice<Received> page(@Nullable String cursor, int size) {
        return NEWEST.slice(
                cursor, size, (where, tail, keys) -> db.sql("select * from notices.cap_received where " + where + tail)
                        .params(keys)
                        .query(CapInbox::received)
                        .list());
    }

    public long count() {
        return db.sql("select count(*) from notices.cap_received")
                .query(Long.class)
                .single();
    }

    /** What came later and speaks of the message the alert was drafted from, also when nothing could be drafted from it. */
    public List<Received> about(UUID alert) {
        return db.sql("""
                select l.* from notices.cap_received e join notices.cap_received l
                    on l.refers @> array[e.identifier] and l.sender = e.sender
                where e.alert = :alert order by l.received_at""").param("alert", alert).query(CapInbox::received).list();
    }

    public Optional<Received> of(UUID alert) {
        return db.sql("select * from notices.cap_received where alert = :alert")
                .param("alert", alert)
                .query(CapInbox::received)
                .optional();
    }

    public byte[] document(UUID id) {
        return db.sql("select document from notices.cap_received where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> Refused.missing("notices.capin.missing"));
    }

    private Received get(UUID id) {
        return db.sql("select * from notices.cap_received where id = :id")
                .param("id", id)
                .query(CapInbox::received)
                .single();
    }

    private Optional<Received> find(String sender, String identifier) {
        return db.sql("select * from notices.cap_received where sender = :sender and identifier = :identifier")
                .param("sender", sender)
                .param("identifier", identifier)
                .query(CapInbox::received)
                .optional();
    }

    private static Received received(ResultSet row, int n) throws SQLException {
        return new Received(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("sender"),
                row.getString("identifier"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                row.getString("type"),
                row.getString("scope"),
                row.getString("headline"),
                List.of((String[]) row.getArray("refers").getArray()),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Received.Fate.valueOf(row.getString("fate")),
                row.getObject("alert", UUID.class));
    }
}
