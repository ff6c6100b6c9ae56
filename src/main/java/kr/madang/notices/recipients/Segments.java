package kr.madang.notices.recipients;

import java.time.Clock;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saved questions for recipients (대상 묶음): who they find is found anew each time, and frozen only by a send. */
@Component
public class Segments {
    private static final int LONGEST = 60;

    /** @param archivedAt null while it is in use */
    public record Segment(
            UUID id,
            String name,
            Channel channel,
            Audience audience,
            Instant madeAt,
            String madeBy,
            @Nullable Instant archivedAt) {}

    private final SegmentStore store;
    private final Trail trail;
    private final Clock clock;

    Segments(SegmentStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    public Optional<Segment> find(UUID id) {
        return store.find(id);
    }

    /** Those in use, by name. */
    public List<Segment> all() {
        return store.list(false);
    }

    /** Those put away, by name. */
    public List<Segment> archived() {
        return store.list(true);
    }

    /** @throws Refused {@code notices.segment.missing} */
    public Segment get(UUID id) {
        return find(id).orElseThrow(() -> Refused.missing("notices.segment.missing"));
    }

    /** @throws Refused when the name is empty, too long or another's */
    @Transactional
    public Segment save(Actor by, String name, Channel channel, Audience audience) {
        check(by);
        var now = now();
        var segment = new Segment(Id.next(now), named(name), channel, audience, now, by.login(), null);
        try {
            store.insert(segment);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.segment.name.taken", segment.name());
        }
        record(by, "segment.saved", segment);
        return segment;
    }

    /** Another name, channel or question for the same segment. */
    @Transactional
    public Segment change(Actor by, UUID id, String name, Channel channel, Audience audience) {
        check(by);
        var before = get(id);
        if (before.archivedAt() != null) throw Refused.conflict("notices.segment.archived");
        var after = new Segment(id, named(name), channel, audience, before.madeAt(), before.madeBy(), null);
        try {
            store.update(after, now());
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.segment.name.taken", after.name());
        }
        record(by, "segment.changed", after);
        return after;
    }

    /** Puts it away or takes it out again; sends that used it keep what they froze. */
    @Transactional
    public void archive(Actor by, UUID id, boolean away) {
        check(by);
        var segment = get(id);
        try {
            store.archive(id, away ? now() : null);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.segment.name.taken", segment.name());
        }
        record(by, away ? "segment.archived" : "segment.restored", segment);
    }

    private void record(Actor by, String act, Segment segment) {
        trail.record(
                by,
                "notices",
                act,
                "segment:" + segment.id(),
                Map.of(
                        "name", segment.name(),
                        "channel", segment.channel().name(),
                        "audience", segment.audience().json()));
    }

    private static String named(String name) {
        var plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) throw Refused.invalid("notices.segment.name.missing");
        if (plain.length() > LONGEST || plain.indexOf('\0') >= 0)
            throw Refused.invalid("notices.segment.name.long", LONGEST);
        return plain;
    }

    private static void check(Actor by) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "kernel.access.forbidden");
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
