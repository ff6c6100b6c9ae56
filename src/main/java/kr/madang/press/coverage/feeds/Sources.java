package kr.madang.press.coverage.feeds;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.coverage.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sources of the office (수집원 관리). */
@Component
public class Sources {
    private static final int NAME = 60;
    private static final int WORDS = 50;
    private static final int WORD = 60;
    private static final int KEY = 200;

    /** What somebody sets. @param key and secret of the service; empty leaves those there are */
    public record Wish(
            String name,
            Source.Kind kind,
            String address,
            List<String> words,
            int dailyBudget,
            int pauseMinutes,
            boolean active,
            String key,
            String secret) {}

    private final SourceStore store;
    private final SourceSecrets secrets;
    private final Collecting collecting;
    private final Trail trail;
    private final Clock clock;

    Sources(SourceStore store, SourceSecrets secrets, Collecting collecting, Trail trail, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.collecting = collecting;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Source> all() {
        return store.all();
    }

    public Source get(UUID id) {
        return store.find(id).orElseThrow(() -> Refused.missing("press.source.missing"));
    }

    /** Calls of the service made today. */
    public int spentToday(UUID id) {
        return collecting.spentToday(id);
    }

    @Transactional
    public Source add(Actor by, Wish wish) {
        var id = Id.next(now());
        check(by, wish);
        try {
            store.insert(source(id, wish, null), now());
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.source.taken", wish.name());
        }
        trail.record(by, "press", "source.added", "source:" + id, told(wish));
        return get(id);
    }

    @Transactional
    public Source change(Actor by, UUID id, Wish wish) {
        check(by, wish);
        var there = get(id);
        try {
            store.update(source(id, wish, there.sealed()), now());
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.source.taken", wish.name());
        }
        trail.record(by, "press", "source.changed", "source:" + id, told(wish));
        return get(id);
    }

    private static Map<String, Object> told(Wish wish) {
        return Map.of("name", wish.name(), "address", wish.address(), "active", wish.active(), "words", wish.words());
    }

    private static void check(Actor by, Wish wish) {
        manages(by);
        if (wish.name().isBlank() || wish.name().length() > NAME || wish.name().indexOf('\0') >= 0)
            throw Refused.invalid("press.source.name", NAME);
        if (Address.of(wish.address()).isEmpty()) throw Refused.invalid("press.coverage.url");
        if (wish.kind() == Source.Kind.NEWS_SEARCH && wish.words().isEmpty()
                || wish.words().size() > WORDS
                || wish.words().stream().anyMatch(w -> w.length() > WORD || w.indexOf('\0') >= 0))
            throw Refused.invalid("press.source.words", WORDS, WORD);
        if (wish.dailyBudget() < 1 || wish.dailyBudget() > 1_000_000) throw Refused.invalid("press.source.budget");
        if (wish.pauseMinutes() < 1 || wish.pauseMinutes() > 10_080) throw Refused.invalid("press.source.pause");
        if (wish.key().length() > KEY
                || wish.secret().length() > KEY
                || !(wish.key() + wish.secret()).matches("[\\x21-\\x7e]*")) throw Refused.invalid("press.source.key");
    }

    static void manages(Actor by) {
        if (!by.may("press", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    private Source source(UUID id, Wish wish, @Nullable String sealed) {
        boolean keys = !wish.key().isEmpty() && !wish.secret().isEmpty();
        return new Source(
                id,
                wish.name().strip(),
                wish.kind(),
                wish.address().strip(),
                wish.words(),
                keys
                        ? secrets.seal(
                                id, Map.of("X-Naver-Client-Id", wish.key(), "X-Naver-Client-Secret", wish.secret()))
                        : sealed,
                wish.dailyBudget(),
                wish.pauseMinutes(),
                wish.active(),
                now(),
                null,
                null,
                null,
                null,
                "",
                0);
    }

    /** Reads a source now. */
    public Collecting.Outcome run(Actor by, UUID id) {
        manages(by);
        get(id);
        return collecting.run(id).orElseThrow(() -> Refused.conflict("press.source.busy"));
    }

    /** Reads again what lies in quarantine. */
    public Collecting.Outcome replay(Actor by, UUID held) {
        manages(by);
        var outcome = collecting.replay(held);
        trail.record(by, "press", "quarantine.replayed", "quarantine:" + held, Map.of("outcome", outcome.words()));
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
