package kr.madang.press.coverage.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.kernel.seed.Draw;
import kr.madang.press.Tier;
import kr.madang.press.coverage.Archive;
import kr.madang.press.coverage.Article;
import kr.madang.press.coverage.Found;
import kr.madang.press.coverage.Kind;
import kr.madang.press.outlets.Outlet;

/** The coverage of one span of the demo office (시연 기간): how many articles of each class, drawn from the stories the office told then. */
final class Year {
    private static final double OWN = 0.08;
    private static final List<String> PROGRAMMES =
            List.of("아침 뉴스", "정오 뉴스", "저녁 종합뉴스", "동네 한 바퀴", "생활정보 오늘", "우리 구 소식");

    private final Period period;
    private final List<Told> stories;
    private final Map<Tier, List<Outlet>> outlets;
    private final Draw draw;
    private final int[] used;
    private int serial;

    Year(Period period, List<Told> stories, Map<Tier, List<Outlet>> outlets, Draw draw, int serial) {
        this.period = period;
        this.stories = stories;
        this.outlets = outlets;
        this.draw = draw;
        this.used = new int[stories.size()];
        this.serial = serial;
    }

    /** A story on each of so many moments of the span. */
    static List<Told> stories(Period period, int count, Draw draw) {
        var told = new ArrayList<Told>();
        for (int n = 0; n < count; n++) {
            var day = period.from().plusDays(n * period.days() / count);
            told.add(Told.of(
                    draw,
                    n,
                    day.atTime(8, 0).atZone(Article.SEOUL).toInstant().plusSeconds(draw.between(0, 7 * 3600))));
        }
        return told;
    }

    List<Archive.Past> articles(Map<Tier, Integer> counts) {
        var all = new ArrayList<Archive.Past>();
        for (var tier : Tier.values()) for (int n = counts.getOrDefault(tier, 0); n > 0; n--) all.add(article(tier));
        return all;
    }

    private Archive.Past article(Tier tier) {
        // some stories are told everywhere, most by few
        int spread = draw.between(0, 99);
        int which = (int) (Math.pow(draw.between(0, 9_999) / 10_000.0, spread < 40 ? 1 : 1.6) * stories.size());
        int index = (which * 37 + 11) % stories.size();
        var told = stories.get(index);
        var from = outlets.getOrDefault(tier, List.of());
        var outlet = from.get((index * 7 + used[index]++) % from.size());
        var made = draw.chance(OWN) && tier == Tier.REGIONAL_ONLINE
                ? Reprint.own(told, draw)
                : Reprint.of(told, draw, tier == Tier.REGIONAL_ONLINE ? 0.28 : 0.5);
        var at = inside(made.at(), told.at());
        return new Archive.Past(draw.id(at), found(tier, outlet, made, at), at.plusSeconds(draw.between(120, 5_400)));
    }

    /** Nothing after the last day of the span, and nothing before its story. */
    private Instant inside(Instant at, Instant told) {
        var end = period.to().plusDays(1).atStartOfDay(Article.SEOUL).toInstant();
        if (at.isBefore(end)) return at;
        long room = Math.max(1, Duration.between(told, end).toMinutes() - 1);
        return told.plus(Duration.ofMinutes(draw.between(0, (int) Math.min(room, 600))));
    }

    private Found found(Tier tier, Outlet outlet, Reprint made, Instant at) {
        serial++;
        return switch (tier) {
            case CENTRAL_BROADCAST, REGIONAL_BROADCAST ->
                new Found(
                        Kind.BROADCAST,
                        outlet.id(),
                        null,
                        made.title(),
                        made.lead(),
                        "",
                        made.reporter(),
                        "",
                        draw.pick(PROGRAMMES),
                        "C-%05d".formatted(serial),
                        at,
                        null);
            case CENTRAL_DAILY ->
                serial % 3 == 0
                        ? new Found(
                                Kind.PAPER,
                                outlet.id(),
                                null,
                                made.title(),
                                made.lead(),
                                "",
                                made.reporter(),
                                "A%d".formatted(draw.between(8, 28)),
                                "",
                                "",
                                at,
                                null)
                        : online(outlet, made, at);
            case REGIONAL_ONLINE -> online(outlet, made, at);
        };
    }

    private Found online(Outlet outlet, Reprint made, Instant at) {
        var url = "https://www.%s/news/articleView.html?idxno=%d"
                .formatted(outlet.hosts().getFirst(), 100_000 + serial);
        return new Found(
                Kind.ONLINE, outlet.id(), url, made.title(), made.lead(), "", made.reporter(), "", "", "", at, (UUID)
                        null);
    }

    int serial() {
        return serial;
    }
}
