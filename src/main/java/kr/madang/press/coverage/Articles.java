package kr.madang.press.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.licences.Licences;
import kr.madang.press.licences.Use;
import kr.madang.press.outlets.Outlets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The articles about the office (언론보도 관리): taken from sources or entered by hand, each once. */
@Component
public class Articles {
    /** Clocks of outlets run ahead by this much at most; what lies further ahead is put back to now. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Instant OLDEST = Instant.parse("1950-01-01T00:00:00Z");
    static final int TITLE = 300;
    static final int LEAD = 4_000;
    private static final int BODY = 100_000;
    private static final int SHORT = 100;

    private final ArticleStore store;
    private final Groups groups;
    private final Outlets outlets;
    private final Licences licences;
    private final Trail trail;
    private final Clock clock;

    Articles(ArticleStore store, Groups groups, Outlets outlets, Licences licences, Trail trail, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.outlets = outlets;
        this.licences = licences;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of a batch. @param fresh ids of those that were not known */
    public record Taken(List<UUID> fresh, int known) {}

    public Optional<Article> find(UUID id) {
        return store.find(id);
    }

    public Article get(UUID id) {
        return find(id).orElseThrow(() -> Refused.missing("press.coverage.missing"));
    }

    /**
     * Takes in what a source gave, all or nothing: a batch that is given again changes nothing, and one that is cut off leaves nothing behind.
     */
    @Transactional
    public Taken take(List<Found> all) {
        var hosts = new Hosts(outlets.all());
        var rows = all.stream().flatMap(found -> row(found, hosts, "").stream()).toList();
        var fresh = store.insert(store.prepare(rows));
        keepBodies(rows, Set.copyOf(fresh));
        groups.take(fresh);
        return new Taken(fresh, all.size() - fresh.size());
    }

    /** The text itself stays only where a licence of the outlet lets the office read it whole. */
    private void keepBodies(List<ArticleRow> rows, Set<UUID> fresh) {
        var allowed = new HashMap<UUID, Boolean>();
        for (var row : rows) {
            var outlet = row.outlet();
            var body = row.found().body();
            if (outlet == null || body.length() <= row.lead().length() || !fresh.contains(row.id())) continue;
            if (allowed.computeIfAbsent(outlet, o -> licences.may(o, Use.VIEW).allowed()))
                store.keepBody(row.id(), plain(body, BODY));
        }
    }

    /**
     * Enters one by hand.
     *
     * @throws Refused conflict when it is there already
     */
    @Transactional
    public Article enter(Actor by, Found found) {
        writes(by);
        check(found);
        var row = row(found, new Hosts(outlets.all()), by.name())
                .orElseThrow(() -> Refused.invalid("press.coverage.url"));
        var fresh = store.insert(store.prepare(List.of(row)));
        if (fresh.isEmpty()) throw Refused.conflict("press.coverage.there");
        groups.take(fresh);
        var article = get(fresh.getFirst());
        trail.record(
                by,
                "press",
                "article.entered",
                "article:" + article.id(),
                Map.of("title", article.title(), "kind", article.kind()));
        return article;
    }

    private void check(Found found) {
        if (found.title().isBlank() || found.title().length() > TITLE)
            throw Refused.invalid("press.coverage.title", TITLE);
        if (found.lead().length() > LEAD) throw Refused.invalid("press.coverage.lead", LEAD);
        if (found.kind() == Kind.ONLINE
                && (found.url() == null || Address.of(found.url()).isEmpty()))
            throw Refused.invalid("press.coverage.url");
        if (found.kind() != Kind.ONLINE && found.outlet() == null) throw Refused.invalid("press.coverage.outlet");
        if (found.kind() == Kind.BROADCAST && found.programme().isBlank())
            throw Refused.invalid("press.coverage.programme");
        for (var word : List.of(found.reporter(), found.page(), found.programme(), found.clip()))
            if (word.length() > SHORT) throw Refused.invalid("press.coverage.short", SHORT);
        if (found.at().isAfter(clock.instant().plus(AHEAD)) || found.at().isBefore(OLDEST))
            throw Refused.invalid("press.coverage.at");
        var outlet = found.outlet();
        if (outlet != null) outlets.get(outlet);
    }

    /** Empty when nothing names it: no headline, or no address. */
    private Optional<ArticleRow> row(Found found, Hosts hosts, String enteredBy) {
        var now = now();
        var title = plain(found.title(), TITLE);
        var address = Optional.ofNullable(found.url()).flatMap(Address::of);
        if (title.isEmpty() || found.kind() == Kind.ONLINE && address.isEmpty()) return Optional.empty();
        boolean ahead = found.at().isAfter(now.plus(AHEAD));
        var at = ahead || found.at().isBefore(OLDEST) ? now : found.at().truncatedTo(ChronoUnit.MICROS);
        var outlet = Optional.ofNullable(found.outlet()).or(() -> address.flatMap(a -> hosts.of(a.host())));
        return Optional.of(new ArticleRow(
                Id.next(now),
                outlet.orElse(null),
                address.orElse(null),
                found.kind() == Kind.ONLINE ? null : Slot.of(found, title),
                found,
                title,
                plain(found.lead(), LEAD),
                at,
                at.equals(now) ? found.at() : null,
                now,
                enteredBy));
    }

    private static String plain(String text, int most) {
        var clean = text.replace("\0", "").strip();
        return clean.length() <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, most) - 1));
    }

    /** Says whose host it is; all its articles become the outlet's. */
    @Transactional
    public int assign(Actor by, String host, UUID outlet) {
        writes(by);
        outlets.get(outlet);
        int count = store.assign(host, outlet);
        if (count == 0) throw Refused.missing("press.coverage.host");
        trail.record(by, "press", "host.assigned", "outlet:" + outlet, Map.of("host", host, "articles", count));
        return count;
    }

    /** Takes an article out of every count: it is not about the office. */
    @Transactional
    public void leaveOut(Actor by, UUID id, String why) {
        writes(by);
        if (why.isBlank() || why.length() > SHORT) throw Refused.invalid("press.coverage.why", SHORT);
        if (!store.leaveOut(get(id).id(), by.name(), why.strip(), now()))
            throw Refused.conflict("press.coverage.changed");
        trail.record(by, "press", "article.left-out", "article:" + id, Map.of("why", why.strip()));
    }

    @Transactional
    public void bringBack(Actor by, UUID id) {
        writes(by);
        if (!store.bringBack(get(id).id())) throw Refused.conflict("press.coverage.changed");
        trail.record(by, "press", "article.brought-back", "article:" + id, Map.of());
    }

    static void writes(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Hosts nobody has assigned, the most frequent first. */
    public List<ArticleStore.Homeless> homeless() {
        return new ArrayList<>(store.homeless());
    }
}
