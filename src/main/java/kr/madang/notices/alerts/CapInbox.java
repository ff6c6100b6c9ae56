package kr.madang.notices.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.cap.CapAlert;
import kr.madang.notices.cap.CapReader;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.carriers.http.Callback;
import kr.madang.notices.recipients.Dongs;
import kr.madang.notices.sends.SendTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes alerts of other systems (경보 수신): each becomes a draft for an officer at most, never a send, and the same one only once. */
@Component
public class CapInbox {
    private final ReceivedStore store;
    private final Alerts alerts;
    private final CapSources sources;
    private final Dongs dongs;
    private final SendTerms terms;
    private final Trail trail;
    private final Clock clock;

    CapInbox(
            ReceivedStore store,
            Alerts alerts,
            CapSources sources,
            Dongs dongs,
            SendTerms terms,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.sources = sources;
        this.dongs = dongs;
        this.terms = terms;
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
        if (!signed.genuine(key.getBytes(StandardCharsets.UTF_8), clock.instant())) throw refused();
        var from = sources.find(source).orElseThrow(CapInbox::refused);
        var cap = CapReader.read(signed.body());
        if (!cap.sender().equals(from.sender())) throw refused();
        return take(Actor.SYSTEM, from.name(), cap, signed.body());
    }

    private static Refused refused() {
        return new Refused(Refused.Reason.FORBIDDEN, "notices.hook.refused");
    }

    private Received take(Actor by, String source, CapAlert cap, byte[] document) {
        // one after the other for each message, so that the same one brought twice at once is one draft
        store.lock(cap.sender(), cap.identifier());
        var before = store.find(cap.sender(), cap.identifier());
        if (before.isPresent()) return before.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var drafted = draft(by, cap, now);
        var id = Id.next(now);
        var fate = drafted.map(alert -> alert.previous() == null ? Received.Fate.DRAFTED : Received.Fate.FOLLOWED)
                .orElse(Received.Fate.KEPT);
        var received = new Received(
                id,
                source,
                cap.sender(),
                cap.identifier(),
                cap.sent().toInstant(),
                cap.status().word(),
                cap.type().word(),
                cap.scope().word(),
                headline(cap),
                cap.references().stream().map(CapAlert.Reference::identifier).toList(),
                now,
                fate,
                drafted.map(Alert::id).orElse(null));
        store.insert(received, document);
        trail.record(
                by,
                "notices",
                "cap.received",
                "cap:" + id,
                Map.of("sender", cap.sender(), "identifier", cap.identifier(), "fate", fate));
        return received;
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
                .flatMap(r -> store.find(r.sender(), r.identifier()).stream())
                .filter(r -> r.alert() != null)
                .map(r -> alerts.get(Objects.requireNonNull(r.alert())))
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

    private static String headline(CapAlert cap) {
        return cap.infos().stream()
                .map(i -> i.headline().isBlank() ? i.event() : i.headline())
                .map(text -> text.length() > 200 ? text.substring(0, 200) : text)
                .findFirst()
                .orElse("");
    }

    // ------------------------------------------------------------------ reading

    public Slice<Received> page(@Nullable String cursor, int size) {
        return store.page(cursor, size);
    }

    public long count() {
        return store.count();
    }

    /** What came later and speaks of the message the alert was drafted from, also when nothing could be drafted from it. */
    public List<Received> about(UUID alert) {
        return store.about(alert);
    }

    public Optional<Received> of(UUID alert) {
        return store.of(alert);
    }

    public byte[] document(UUID id) {
        return store.document(id).orElseThrow(() -> Refused.missing("notices.capin.missing"));
    }
}
