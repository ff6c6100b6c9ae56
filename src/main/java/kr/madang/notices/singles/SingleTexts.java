package kr.madang.notices.singles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.files.Files;
import kr.madang.notices.carriers.Enclosure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contents of messages to one person (낱건 내용): opened for handing over only, and gone when nobody needs them any more. */
@Component
public class SingleTexts {
    /** How long what was said, and to whom, is kept; of one-time codes only until it is known what became of them. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** How long lists still show the masked address. */
    public static final Duration SHOWN = Duration.ofDays(365);

    /**
     * One opened for handing over.
     *
     * @param late when it is not worth sending any more
     * @param broken when a file that goes with it cannot be read
     */
    public record Opened(
            String address, String subject, String text, List<Enclosure> files, boolean late, boolean broken) {
        /** Without its contents, for it may end up in a log. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    private final SingleStore store;
    private final SealedSingles sealed;
    private final SingleErasure erasure;
    private final Files files;
    private final Clock clock;

    SingleTexts(SingleStore store, SealedSingles sealed, SingleErasure erasure, Files files, Clock clock) {
        this.store = store;
        this.sealed = sealed;
        this.erasure = erasure;
        this.files = files;
        this.clock = clock;
    }

    /** What is missing was erased. */
    public Map<UUID, Opened> open(Collection<UUID> ids, Instant now) {
        var opened = new HashMap<UUID, Opened>();
        var enclosures = new Enclosures(files);
        for (var row : store.rows(ids)) {
            if (row.sealed() == null) continue;
            var content = sealed.open(row.id(), row.sealed());
            boolean late = row.madeAt().plus(row.use().worth()).isBefore(now);
            var files = enclosures.of(content.enclosed());
            opened.put(
                    row.id(),
                    new Opened(
                            content.address(),
                            content.subject(),
                            content.text(),
                            files.orElse(List.of()),
                            late,
                            files.isEmpty()));
        }
        return opened;
    }

    /** @return how many contents are gone now */
    @Transactional
    public int erase() {
        var now = clock.instant();
        return erasure.codes(now, now.minus(Use.CODE.worth()))
                + erasure.others(now, now.minus(KEPT))
                + erasure.masks(now.minus(SHOWN));
    }
}
