package kr.madang.press.coverage.feeds;

import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import org.springframework.stereotype.Component;

/** Sources of the demo office (시연 수집원), switched off: a demo asks nobody outside. */
@Component
class SourcesSeed implements Seed {
    private static final int FEEDS = 4;

    private final Sources sources;
    private final Outlets outlets;

    SourcesSeed(Sources sources, Outlets outlets) {
        this.sources = sources;
        this.outlets = outlets;
    }

    @Override
    public int order() {
        return 625;
    }

    @Override
    public String title() {
        return "수집원";
    }

    @Override
    public String sow(Draw draw) {
        var some = outlets.all().stream()
                .filter(o -> !o.hosts().isEmpty())
                .limit(FEEDS)
                .toList();
        for (var outlet : some) sources.add(Actor.SYSTEM, feed(outlet, draw.between(1, 4) * 15));
        sources.add(
                Actor.SYSTEM,
                new Sources.Wish(
                        "뉴스 검색 API",
                        Source.Kind.NEWS_SEARCH,
                        "https://openapi.example.kr/v1/search/news.json",
                        List.of("영등포구", "영등포구청", "영등포구의회"),
                        25_000,
                        30,
                        false,
                        "",
                        ""));
        return "수집원 " + (some.size() + 1) + "곳(꺼 둠)";
    }

    private static Sources.Wish feed(Outlet outlet, int minutes) {
        var address = "https://" + outlet.hosts().getFirst() + "/rss/local.xml";
        return new Sources.Wish(
                outlet.name() + " 지역 소식", Source.Kind.FEED, address, List.of(), 1_000, minutes, false, "", "");
    }
}
