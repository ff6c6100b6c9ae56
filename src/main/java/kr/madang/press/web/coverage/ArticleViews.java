package kr.madang.press.web.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.press.alike.Original;
import kr.madang.press.coverage.Article;
import kr.madang.press.coverage.ArticleList;
import kr.madang.press.coverage.Correction;
import kr.madang.press.coverage.Corrections;
import kr.madang.press.coverage.Readings;
import kr.madang.press.coverage.ReleaseMatches;
import kr.madang.press.licences.Decision;
import kr.madang.press.licences.Licences;
import kr.madang.press.licences.Use;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of an article shows. */
@Component
public class ArticleViews {
    private static final int CHOICES = 60;
    private static final int TITLE = 50;

    private final ArticleList list;
    private final ReleaseMatches matches;
    private final Readings readings;
    private final Corrections corrections;
    private final Licences licences;

    ArticleViews(
            ArticleList list, ReleaseMatches matches, Readings readings, Corrections corrections, Licences licences) {
        this.list = list;
        this.matches = matches;
        this.readings = readings;
        this.corrections = corrections;
        this.licences = licences;
    }

    /**
     * Everything of one article.
     *
     * @param group all of its group with itself, the leading one first
     * @param known what program and people say of its release; null when neither does
     * @param original the release it goes back to; null when there is none, or it is out of reach
     */
    public record View(
            Article article,
            List<Article> group,
            ReleaseMatches.@Nullable Known known,
            @Nullable Original original,
            @Nullable Original proposed,
            String releasePage,
            List<Option> choices,
            List<Readings.Reading> readings,
            List<String> tags,
            List<Correction> corrections,
            Shown shown) {
        public ReleaseMatches.Known match() {
            return Objects.requireNonNull(known);
        }

        public Original release() {
            return Objects.requireNonNull(original);
        }

        public Original guess() {
            return Objects.requireNonNull(proposed);
        }

        /** When the first and the last of the group were out. */
        public Instant first() {
            return group.stream()
                    .map(Article::publishedAt)
                    .min(Instant::compareTo)
                    .orElse(article.publishedAt());
        }

        public Instant last() {
            return group.stream()
                    .map(Article::publishedAt)
                    .max(Instant::compareTo)
                    .orElse(article.publishedAt());
        }

        /** Points of the growth of the group, x and y of 1000 and 200, for a line of steps. */
        public String growth() {
            var times = group.stream().map(Article::publishedAt).sorted().toList();
            double span = Math.max(1, Duration.between(first(), last()).toMillis());
            var line = new StringBuilder();
            for (int i = 0; i < times.size(); i++) {
                double x = 1000 * Duration.between(first(), times.get(i)).toMillis() / span;
                line.append(point(x, i, times.size())).append(point(x, i + 1, times.size()));
            }
            return line.toString().strip();
        }

        private static String point(double x, int count, int all) {
            return String.format(java.util.Locale.ROOT, "%.1f,%.1f ", x, 198 - 194.0 * count / all);
        }
    }

    View of(Article article, Actor by) {
        var cluster = article.cluster();
        var known = matches.of(article.id());
        var around = matches.around(article.publishedAt());
        return new View(
                article,
                cluster == null ? List.of(article) : list.group(cluster),
                known.orElse(null),
                find(around, article.release()).orElse(null),
                known.flatMap(k -> find(around, k.proposed())).orElse(null),
                article.release() == null ? "" : matches.page(article.release()),
                around.stream().limit(CHOICES).map(ArticleViews::choice).toList(),
                readings.list(article.id()),
                readings.tags(article.id()),
                corrections.of(article.id()),
                shown(article, by));
    }

    /**
     * As much of the text as the office may show.
     *
     * @param decision the licence's answer; null while the outlet is not known
     */
    public record Shown(String text, @Nullable Decision decision) {
        public boolean whole() {
            return decision != null && decision.allowed();
        }

        public String why() {
            return decision == null
                    ? ""
                    : Words.here(decision.code(), decision.args().toArray());
        }
    }

    /** With a licence the text, which is written down as a use; without one no more than may be quoted. */
    private Shown shown(Article article, Actor by) {
        var outlet = article.outlet();
        var body = article.body();
        var whole = body == null || body.isEmpty() ? article.lead() : body;
        // nothing is used when nothing is there
        if (outlet == null || whole.isEmpty()) return new Shown(Licences.lead(article.lead()), null);
        var asked = new kr.madang.press.licences.Asked(Use.VIEW, licences.today(), article.day(), 1);
        var decision = licences.may(outlet, asked);
        if (!decision.allowed()) return new Shown(Licences.lead(article.lead()), decision);
        licences.use(by, outlet, article.id(), asked);
        return new Shown(whole, decision);
    }

    private static Optional<Original> find(List<Original> all, java.util.@Nullable UUID id) {
        return all.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    private static Option choice(Original original) {
        var title = original.title();
        return Option.of(
                original.id(),
                Asked.when(original.distributedAt()) + " "
                        + (title.length() > TITLE ? title.substring(0, TITLE) + "…" : title));
    }

    /** Why an article is of its group, in words. */
    public static String why(Article article) {
        if (article.leads())
            return Words.here(article.roundup() ? "press.coverage.why.roundup" : "press.coverage.why.leads");
        if (article.shared() == 0) return Words.here("press.coverage.why.person");
        return article.sameQuotes() > 0
                ? Words.here("press.coverage.why.quotes", article.shared(), article.sameQuotes())
                : Words.here("press.coverage.why.shared", article.shared());
    }
}
