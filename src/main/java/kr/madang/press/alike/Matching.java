package kr.madang.press.alike;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the release an article goes back to among the office's own (보도자료 찾기). */
public final class Matching {
    /** Clocks of outlets differ by this much. */
    public static final Duration TOLERANCE = Duration.ofMinutes(10);
    /** An article this much before the release broke its embargo; one before that knew of it from elsewhere. */
    public static final Duration EARLIEST = Duration.ofDays(2);
    /** Nobody prints a release later than this. */
    public static final Duration LATEST = Duration.ofDays(21);

    private static final int FEWEST = 10;
    private static final double LEAST = 0.3;

    private record Kept(Original original, Sketch sketch) {}

    private final List<Kept> kept;

    public Matching(Collection<Original> originals) {
        kept = originals.stream().map(o -> new Kept(o, o.sketch())).toList();
    }

    /** @param score unbounded, so that of two certain ones the nearer is taken */
    private record Candidate(Match match, double score) {}

    /** The release it goes back to most surely; empty when there is none. */
    public Optional<Match> of(Sketch article, Instant published) {
        return kept.stream()
                .filter(k -> inTime(k.original().distributedAt(), published))
                .flatMap(k -> match(k, article, published).stream())
                .max(Comparator.comparingDouble(Candidate::score)
                        .thenComparing(c -> !c.match().early())
                        .thenComparing(c -> c.match().release().toString()))
                .map(Candidate::match);
    }

    private static boolean inTime(Instant distributed, Instant published) {
        return !published.isBefore(distributed.minus(EARLIEST)) && !published.isAfter(distributed.plus(LATEST));
    }

    private static Optional<Candidate> match(Kept release, Sketch article, Instant published) {
        int shared = article.shared(release.sketch());
        int quotes = article.sameQuotes(release.sketch());
        if (shared < FEWEST || article.size() == 0) return Optional.empty();
        double share = (double) shared / article.size();
        double back = (double) shared
                / Math.max(1, Math.min(article.size(), release.sketch().size()));
        if (back < LEAST && (quotes == 0 || back < LEAST / 2)) return Optional.empty();
        // a third of the text is a guess, three quarters are certain, a quotation in the same words is worth a quarter
        // of the text
        double sure = (back - LEAST / 2) / (0.75 - LEAST / 2) * 100 + (quotes > 0 ? 35 : 0);
        boolean early = published.isBefore(release.original().distributedAt().minus(TOLERANCE));
        var match = new Match(
                release.original().id(),
                (int) Math.clamp(Math.round(sure), 1, 100),
                (int) Math.round(share * 100),
                quotes,
                early);
        return Optional.of(new Candidate(match, sure));
    }
}
