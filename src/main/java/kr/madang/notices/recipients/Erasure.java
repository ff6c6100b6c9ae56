package kr.madang.notices.recipients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes what the office must no longer know (파기) and keeps the proof: addresses are overwritten and their indexes removed, what is left
 * names nobody, and every deletion stands in a book whose lines hang together by their hashes and in the audit trail.
 */
@Component
public class Erasure {
    /** Why something was deleted (파기 사유). */
    public enum Cause {
        RETENTION,
        REQUEST,
        OFFICER;

        public String code() {
            return "notices.cause." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line of the book.
     *
     * @param digest hash of what was deleted, by ids that name nobody, and of the line before
     */
    public record Deletion(
            UUID id,
            Instant at,
            String by,
            Cause cause,
            String reason,
            int contacts,
            int people,
            String digest,
            String previous) {

        /** What a line with these contents must bear. */
        static String digest(
                String previous, Instant at, String by, Cause cause, int people, Collection<UUID> contacts) {
            var text = new StringBuilder(previous + "|" + at + "|" + by + "|" + cause + "|" + people);
            contacts.stream().sorted().forEach(contact -> text.append('|').append(contact));
            return sha256(text.toString());
        }
    }

    /** What the book comes to. */
    public record Totals(long lines, long people, long contacts) {}

    private static final int BOOK = 20_000;

    private final ErasureStore store;
    private final Trail trail;
    private final Clock clock;

    Erasure(ErasureStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** Lines whose hash no longer fits what they say, or the line before; none in a book nobody has touched. */
    @Transactional(readOnly = true)
    public List<Deletion> broken() {
        var broken = new ArrayList<Deletion>();
        var previous = ErasureStore.BEGINNING;
        for (var line : store.book(BOOK)) {
            var digest = Deletion.digest(
                    previous, line.at(), line.by(), line.cause(), line.people(), store.contacts(line.id()));
            if (!line.previous().equals(previous) || !line.digest().equals(digest)) broken.add(line);
            previous = line.digest();
        }
        return broken;
    }

    /** Newest first. */
    public Slice<Deletion> page(@Nullable String cursor, int size) {
        return store.page(cursor, size);
    }

    public Totals totals() {
        return store.totals();
    }

    /** Deletes these people now. @return how many addresses */
    @Transactional
    public int erase(Actor by, List<UUID> recipients, Cause cause, String reason) {
        if (recipients.isEmpty()) return 0;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.lockBook();
        var id = Id.next(now);
        var contacts = store.erase(recipients, id, now);
        if (contacts.isEmpty()) return 0;
        var previous = store.head();
        var digest = Deletion.digest(previous, now, by.login(), cause, recipients.size(), contacts);
        var line =
                new Deletion(id, now, by.login(), cause, reason, contacts.size(), recipients.size(), digest, previous);
        store.insert(line);
        trail.record(
                by,
                "notices",
                "recipients.deleted",
                "deletion:" + line.id(),
                Map.of(
                        "cause", cause.name(),
                        "reason", reason,
                        "people", line.people(),
                        "contacts", line.contacts(),
                        "digest", digest));
        return contacts.size();
    }

    /** A line of the book about something deleted before this program kept the book. */
    @Transactional
    public void retell(UUID id, Instant at, int people, List<UUID> contacts, Cause cause, String reason) {
        store.lockBook();
        var previous = store.head();
        var by = Actor.SYSTEM.login();
        var digest = Deletion.digest(previous, at, by, cause, people, contacts);
        store.insert(new Deletion(id, at, by, cause, reason, contacts.size(), people, digest, previous));
    }

    /** Those of whom nothing has been agreed to since before. */
    @Transactional
    public int eraseIdle(Actor by, Instant before, int limit, String reason) {
        return erase(by, store.idle(before, limit), Cause.RETENTION, reason);
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
