package kr.madang.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.kernel.access.Actor;
import kr.madang.press.licences.Licences;
import kr.madang.press.licences.Use;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.scrap.Editions;
import kr.madang.press.scrap.Publishing;

/** The daily scrap of 200 articles, from the list to the paper. */
final class ScrapBench implements Bench {
    private static final int ARTICLES = 200;
    private static final LocalDate DAY = LocalDate.of(2016, 3, 9);
    private static final String SENTENCE = "영등포구가 주민과 함께하는 생활 밀착 행정을 펼치며 올해 주요 사업의 추진 상황을 공개했다. ";

    @Override
    public String name() {
        return "scrap";
    }

    @Override
    public String goal() {
        return "A scrap of 200 articles with 700 letters each, all of which may be printed: licences decided, PDF made and kept, uses logged,"
                + " readers told.";
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        var editions = office.room(Editions.class);
        var publishing = office.room(Publishing.class);
        editions.open(Actor.SYSTEM, DAY);
        fill(office, editions);
        var turn = new AtomicInteger();
        var all = Samples.of(1, 5, () -> {
            editions.headline(Actor.SYSTEM, DAY, "요약 " + UUID.randomUUID());
            publishing.publish(Actor.SYSTEM, DAY, "재기 " + turn.incrementAndGet());
        });
        return List.of(
                Result.millis("200 articles published, median of 5", all.median(), 5000),
                Result.plain("worst of 5", "%.0f ms".formatted(all.worst())));
    }

    private static void fill(Office office, Editions editions) {
        var licences = office.room(Licences.class);
        var outlets = office.room(Outlets.class).all().stream()
                .map(Outlet::id)
                .filter(o -> licences.may(o, Use.PRINT).allowed())
                .toList();
        int there = editions.entries(editions.get(DAY)).size();
        for (int i = there; i < ARTICLES; i++) {
            var id = UUID.randomUUID();
            office.db()
                    .sql("""
                            insert into press.article (id, outlet, kind, url, canonical, title, lead, body, published_at, found_at)
                            values (:id, :outlet, 'ONLINE', :url, :url, :title, '', :body, :at, :at)""")
                    .param("id", id)
                    .param("outlet", outlets.get(i % outlets.size()))
                    .param("url", "https://bench.example.kr/" + id)
                    .param("title", i + "번째 기사: 생활 밀착 행정")
                    .param("body", SENTENCE.repeat(700 / SENTENCE.length() + 1))
                    .param("at", Instant.parse("2016-03-08T03:00:00Z"))
                    .update();
            editions.choose(Actor.SYSTEM, DAY, id, i % 2 == 0 ? "구정 보도" : "지역");
        }
    }
}
