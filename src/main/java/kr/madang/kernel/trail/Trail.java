package kr.madang.kernel.trail;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit trail (감사기록) in the transaction of the act itself: no act without its entry, no entry without its act. */
@Component
public class Trail {
    /** What is written of one act; the fields are those of {@link #record(Actor, String, String, String, Map)}. */
    public record Note(String act, String subject, Map<String, ?> details) {}

    /**
     * Who acts, and from where (행위자). Taken on the thread of the request, by which somebody else may write the entry.
     *
     * @param address of the client
     */
    public record Hand(Actor by, String address) {}

    /** What is written of the act of one among several. */
    public record Signed(Hand hand, Note note) {}

    private final TrailStore store;
    private final Links links;
    private final Sealer sealer;
    private final ClientAddress address;
    private final Clock clock;
    private final JsonMapper json;

    protected Trail(TrailStore store, Links links, Sealer sealer, ClientAddress address, Clock clock, JsonMapper json) {
        this.store = store;
        this.links = links;
        this.sealer = sealer;
        this.address = address;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param act past tense, e.g. {@code post.opened}
     * @param subject what it was done to, e.g. {@code post:0190…}
     * @param details what changed; never secrets, never personal data in clear
     */
    @Transactional
    public void record(Actor by, String room, String act, String subject, Map<String, ?> details) {
        var entry = entry(hand(by), room, new Note(act, subject, details));
        store.insert(entry, links.mac(entry));
        sealer.sealAfterCommit();
    }

    /** Many at once, for acts that take in thousands of things. */
    @Transactional
    public void record(Actor by, String room, List<Note> notes) {
        var hand = hand(by);
        record(room, notes.stream().map(note -> new Signed(hand, note)).toList());
    }

    /** Many at once, of several people. */
    @Transactional
    public void record(String room, List<Signed> notes) {
        store.insertAll(notes.stream()
                .map(signed -> entry(signed.hand(), room, signed.note()))
                .map(entry -> new TrailStore.Stored(entry, links.mac(entry)))
                .toList());
        sealer.sealAfterCommit();
    }

    /** Whoever acts in the request at hand. */
    public Hand hand(Actor by) {
        return new Hand(by, address.current());
    }

    private TrailEntry entry(Hand hand, String room, Note note) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // the database has no character 0; whoever typed one gets the sign for an unreadable character
        var text = json.writeValueAsString(note.details()).replace("\\u0000", "\\uFFFD");
        var id = Id.next(now);
        var by = hand.by();
        return new TrailEntry(id, now, by.id(), by.login(), room, note.act(), note.subject(), hand.address(), text);
    }

    /** Newest first. */
    public Slice<TrailEntry> page(TrailFilter filter, @Nullable String cursor, int size) {
        return store.page(filter, cursor, size);
    }

    /** Hands out entries newest first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public void each(TrailFilter filter, int limit, Consumer<TrailEntry> taker) {
        try (var entries = store.stream(filter, limit)) {
            entries.forEach(taker);
        }
    }
}
