package kr.madang.press.coverage.feeds;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.press.coverage.Articles;
import kr.madang.press.coverage.Found;
import kr.madang.press.coverage.feeds.Unfetched.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches what is due (수집 실행). A source is claimed, read, its articles are taken in, and only then is it written down that it was read: cut off at
 * any point, it is read again, and what was taken in already is known by its address.
 */
@Component
public class Collecting {
    private static final Logger log = LoggerFactory.getLogger(Collecting.class);
    private static final Duration CLAIM = Duration.ofMinutes(15);
    private static final Duration LONGEST_REST = Duration.ofHours(12);
    /** Services list an article later than it was published. */
    private static final Duration OVERLAP = Duration.ofHours(6);

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final SourceStore store;
    private final SourceSecrets secrets;
    private final Quarantine quarantine;
    private final Articles articles;
    private final Web web;
    private final JsonMapper json;
    private final Clock clock;
    private final UUID who = UUID.randomUUID();

    Collecting(
            SourceStore store,
            SourceSecrets secrets,
            Quarantine quarantine,
            Articles articles,
            Web web,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.quarantine = quarantine;
        this.articles = articles;
        this.web = web;
        this.json = json;
        this.clock = clock;
    }

    /** What a reading gave. @param fresh articles that were not known @param failed why it failed; empty when it did not */
    public record Outcome(int fresh, int known, String failed) {
        String words() {
            return failed.isEmpty() ? "새 기사 %d건, 아는 기사 %d건".formatted(fresh, known) : failed;
        }
    }

    /** Reads everything that is due. @return how many sources */
    public int run() {
        int count = 0;
        for (var next = store.claim(who, now(), CLAIM); next.isPresent(); next = store.claim(who, now(), CLAIM)) {
            read(next.get());
            count++;
        }
        return count;
    }

    /** Reads one source now; empty when somebody reads it already. */
    public Optional<Outcome> run(UUID source) {
        return store.claim(source, who, now(), CLAIM).map(this::read);
    }

    /** @param known what to ask with next time */
    private record Reading(Outcome outcome, Fetcher.Before known) {}

    private Outcome read(Source source) {
        var known = new Fetcher.Before(source.etag(), source.modified());
        var reading = reading(source, known);
        boolean failed = !reading.outcome().failed().isEmpty();
        var due = now().plus(failed ? rest(source) : Duration.ofMinutes(source.pauseMinutes()));
        store.done(source.id(), who, now(), due, reading.outcome().words(), failed, reading.known());
        return reading.outcome();
    }

    private Reading reading(Source source, Fetcher.Before known) {
        try {
            return switch (source.kind()) {
                case FEED -> feed(source, web.page(URI.create(source.address()), known));
                case NEWS_SEARCH -> new Reading(search(source), known);
            };
        } catch (Unfetched e) {
            if (e.reason() != Reason.OVER_BUDGET) log.info("수집원 {}: {} {}", source.name(), e.reason(), e.detail());
            return new Reading(new Outcome(0, 0, e.reason().name()), known);
        } catch (IllegalArgumentException e) {
            return new Reading(new Outcome(0, 0, Reason.BAD_ADDRESS.name()), known);
        }
    }

    /** Longer after each failure, so that a dead server is not asked all day. */
    private static Duration rest(Source source) {
        var rest = Duration.ofMinutes(source.pauseMinutes()).multipliedBy(1L << Math.min(10, source.failures()));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private Reading feed(Source source, Fetcher.Got got) throws Unfetched {
        var known = new Fetcher.Before(got.etag(), got.modified());
        if (!got.changed()) return new Reading(new Outcome(0, 0, ""), known);
        try {
            var found = FeedReader.read(Letters.of(got.body(), got.type()), got.at(), source.id(), now());
            return new Reading(taken(found), known);
        } catch (Unfetched e) {
            quarantine.hold(source.id(), source.address(), e, got.body(), got.type(), now());
            throw e;
        }
    }

    private Outcome taken(List<Found> found) {
        var taken = articles.take(found);
        return new Outcome(taken.fresh().size(), taken.known(), "");
    }

    private Outcome search(Source source) throws Unfetched {
        int fresh = 0;
        int known = 0;
        for (var word : source.words()) {
            var reach = store.reach(source.id(), word);
            var newest = Instant.MIN;
            for (int start = 1; start <= NewsSearch.LAST_START; start += NewsSearch.PORTION) {
                var hits = page(source, word, start);
                var outcome = taken(hits.found());
                fresh += outcome.fresh();
                known += outcome.known();
                for (var found : hits.found()) if (found.at().isAfter(newest)) newest = found.at();
                boolean last = hits.found().size() < NewsSearch.PORTION || start + NewsSearch.PORTION > hits.total();
                if (last || !reach.equals(Instant.MIN) && hits.oldest().isBefore(reach.minus(OVERLAP))) break;
            }
            // written only when the word has been read to its end: a search that was cut off begins anew
            if (newest.isAfter(reach)) store.reached(source.id(), word, newest.isAfter(now()) ? now() : newest);
        }
        return new Outcome(fresh, known, "");
    }

    private NewsSearch.Hits page(Source source, String word, int start) throws Unfetched {
        if (!store.spend(source.id(), LocalDate.ofInstant(now(), SEOUL), source.dailyBudget()))
            throw new Unfetched(Reason.OVER_BUDGET, source.name());
        var address = NewsSearch.page(source.address(), word, start);
        var got = web.service(address, secrets.open(source));
        try {
            return NewsSearch.read(got.body(), source.id(), now(), json);
        } catch (Unfetched e) {
            if (e.reason() == Reason.BAD_JSON)
                quarantine.hold(source.id(), address.toString(), e, got.body(), got.type(), now());
            throw e;
        }
    }

    /** Reads again what lies in quarantine, e.g. after the program learned to. */
    public Outcome replay(UUID held) {
        var content = quarantine.content(held);
        if (content.isEmpty()) return new Outcome(0, 0, "");
        var bytes = content.get();
        try {
            var found = bytes.type().contains("json")
                    ? NewsSearch.read(bytes.bytes(), bytes.source(), now(), json)
                            .found()
                    : FeedReader.read(
                            Letters.of(bytes.bytes(), bytes.type()),
                            URI.create(bytes.address()),
                            bytes.source(),
                            now());
            var outcome = taken(found);
            quarantine.done(held, outcome.words(), now());
            return outcome;
        } catch (Unfetched e) {
            return new Outcome(0, 0, e.reason().name());
        }
    }

    int spentToday(UUID source) {
        return store.spent(source, LocalDate.ofInstant(now(), SEOUL));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
