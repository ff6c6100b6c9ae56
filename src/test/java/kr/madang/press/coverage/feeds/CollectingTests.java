package kr.madang.press.coverage.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import kr.madang.kernel.access.Level;
import kr.madang.press.coverage.CoverageCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Sources are read once each, whatever breaks off, and what cannot be read waits. */
class CollectingTests extends CoverageCase {
    @Autowired
    SourceStore store;

    @Autowired
    SourceSecrets secrets;

    @Autowired
    Quarantine quarantine;

    @Autowired
    Sources sources;

    @Autowired
    JsonMapper json;

    private Site site;
    private Collecting collecting;

    @BeforeEach
    void open() throws IOException {
        site = new Site();
        collecting = collecting();
    }

    private Collecting collecting() {
        return new Collecting(store, secrets, quarantine, articles, site.web(1 << 20), json, clock);
    }

    @AfterEach
    void close() {
        site.close();
        db.sql("update press.source set active = false").update();
    }

    private Source source(Source.Kind kind, String path, int budget, String... words) {
        var wish = new Sources.Wish(
                "수집원 " + System.nanoTime(), kind, site.at(path), List.of(words), budget, 30, true, "id", "secret");
        return sources.add(actor(Level.MANAGE), wish);
    }

    private String feed(int... ids) {
        var items = new StringBuilder();
        for (int id : ids)
            items.append(
                    "<item><title>기사 %d</title><link>https://%s/%d</link><pubDate>Tue, 30 May 2023 09:00:00 +0900</pubDate></item>"
                            .formatted(id, outlet.hosts().getFirst(), id));
        return "<rss><channel>" + items + "</channel></rss>";
    }

    private long rows() {
        return db.sql("select count(*) from press.article where host = :host")
                .param("host", outlet.hosts().getFirst())
                .query(Long.class)
                .single();
    }

    @Test
    void theSameDayReadThreeTimesGivesTheSameRows() {
        site.answers.put(
                "/rss",
                Site.Answer.of(
                        "text/xml",
                        feed(1, 2, 3)
                                .replace("<rss>", "<?xml version='1.0' encoding='euc-kr'?><rss>")
                                .getBytes(Charset.forName("MS949"))));
        var source = source(Source.Kind.FEED, "/rss", 10);
        assertThat(collecting.run(source.id()).orElseThrow()).isEqualTo(new Collecting.Outcome(3, 0, ""));
        for (int i = 0; i < 2; i++)
            assertThat(collecting.run(source.id()).orElseThrow()).isEqualTo(new Collecting.Outcome(0, 3, ""));
        assertThat(rows()).isEqualTo(3);
        assertThat(db.sql("select title from press.article where host = :host order by title")
                        .param("host", outlet.hosts().getFirst())
                        .query(String.class)
                        .list())
                .containsExactly("기사 1", "기사 2", "기사 3");
    }

    @Test
    void whatIsUnchangedIsNotReadAgainAndFailuresRestLonger() {
        site.answers.put(
                "/rss", new Site.Answer(200, Map.of("ETag", "\"1\""), feed(1).getBytes(StandardCharsets.UTF_8)));
        var source = source(Source.Kind.FEED, "/rss", 10);
        collecting.run(source.id());
        assertThat(sources.get(source.id()).etag()).isEqualTo("\"1\"");
        site.answers.put("/rss", new Site.Answer(304, Map.of(), new byte[0]));
        assertThat(collecting.run(source.id()).orElseThrow().failed()).isEmpty();
        assertThat(sources.get(source.id()).etag()).isEqualTo("\"1\"");
        site.answers.put("/rss", new Site.Answer(500, Map.of(), new byte[0]));
        collecting.run(source.id());
        collecting.run(source.id());
        var failing = sources.get(source.id());
        assertThat(failing.failures()).isEqualTo(2);
        assertThat(failing.dueAt()).isAfter(clock.instant().plus(Duration.ofMinutes(59)));
        assertThat(failing.etag()).isEqualTo("\"1\"");
    }

    @Test
    void whatCannotBeReadWaitsWithItsBytesAndIsReadLater() {
        site.answers.put("/rss", Site.Answer.xml("<html>점검 중</html>"));
        var source = source(Source.Kind.FEED, "/rss", 10);
        collecting.run(source.id());
        collecting.run(source.id());
        var held = quarantine.list().stream()
                .filter(h -> source.id().equals(h.source()))
                .toList();
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().tries()).isEqualTo(2);
        assertThat(held.getFirst().sha256())
                .isEqualTo(Quarantine.sha256("<html>점검 중</html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(collecting.replay(held.getFirst().id()).failed()).isEqualTo("NOT_A_FEED");
        db.sql("update press.quarantine set content = :content where id = :id")
                .param("content", feed(7).getBytes(StandardCharsets.UTF_8))
                .param("id", held.getFirst().id())
                .update();
        assertThat(collecting.replay(held.getFirst().id()).fresh()).isOne();
        assertThat(collecting.replay(held.getFirst().id()).fresh()).isZero();
        assertThat(rows()).isOne();
    }

    @Test
    void robotsAreObeyed() {
        site.answers.put(
                "/robots.txt",
                Site.Answer.of("text/plain", "User-agent: *\nDisallow: /rss".getBytes(StandardCharsets.UTF_8)));
        site.answers.put("/rss", Site.Answer.xml(feed(1)));
        var source = source(Source.Kind.FEED, "/rss", 10);
        assertThat(collecting.run(source.id()).orElseThrow().failed()).isEqualTo("ROBOTS");
        assertThat(site.asked).containsExactly("/robots.txt");
    }

    @Test
    void nodesTakeTurnsAtAServer() throws Exception {
        var host = "turns" + System.nanoTime() + ".example";
        var waits = new ArrayList<Duration>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = java.util.stream.IntStream.range(0, 12)
                    .mapToObj(i -> pool.submit(() -> new Turns(db, Duration.ofHours(1)).next(host)))
                    .toList();
            for (var one : all) waits.add(one.get());
        }
        waits.sort(null);
        for (int i = 0; i < waits.size(); i++)
            assertThat(waits.get(i)).isBetween(Duration.ofMinutes(60L * i - 10), Duration.ofMinutes(60L * i));
        var another = new Turns(db, Duration.ofHours(1));
        assertThat(another.next(host + ".kr")).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void twoNodesNeverReadOneSourceAtOnce() throws Exception {
        site.answers.put("/rss", Site.Answer.xml(feed(1)));
        source(Source.Kind.FEED, "/rss", 10);
        int nodes = 4;
        var together = new CyclicBarrier(nodes);
        try (var pool = Executors.newFixedThreadPool(nodes)) {
            var all = java.util.stream.IntStream.range(0, nodes)
                    .mapToObj(i -> pool.submit(() -> {
                        var node = collecting();
                        together.await();
                        return node.run();
                    }))
                    .toList();
            int read = 0;
            for (var one : all) read += one.get();
            assertThat(read).isOne();
        }
        assertThat(site.asked.stream().filter("/rss"::equals)).hasSize(1);
    }

    @Test
    void whoDiesHoldingASourceLosesItAndNothingElse() {
        site.answers.put("/rss", Site.Answer.xml(feed(1, 2)));
        var source = source(Source.Kind.FEED, "/rss", 10);
        // claimed, and the articles taken in, and then the power went
        var dead = UUID.randomUUID();
        assertThat(store.claim(source.id(), dead, clock.instant(), Duration.ofMinutes(15)))
                .isPresent();
        articles.take(List.of(kr.madang.press.coverage.Found.online(
                "https://" + outlet.hosts().getFirst() + "/1", "기사 1", "", clock.instant(), source.id())));
        assertThat(collecting.run(source.id())).isEmpty();
        assertThat(collecting.run()).isZero();
        db.sql("update press.source set claimed_until = now() - interval '1 second' where id = :id")
                .param("id", source.id())
                .update();
        assertThat(collecting.run()).isOne();
        assertThat(rows()).isEqualTo(2);
        assertThat(store.done(source.id(), dead, clock.instant(), clock.instant(), "", false, Fetcher.Before.NOTHING))
                .isFalse();
    }

    private String hits(int from, int count, int total) {
        var items = new java.util.StringJoiner(",");
        for (int i = from; i < from + count; i++)
            items.add(
                    "{\"title\":\"<b>영등포</b> 뉴스 &quot;%d&quot;\",\"originallink\":\"https://%s/s/%d\",\"link\":\"https://portal.example/%d\",\"description\":\"설명 <b>영등포</b>\",\"pubDate\":\"Tue, 30 May 2023 %02d:%02d:00 +0900\"}"
                            .formatted(i, outlet.hosts().getFirst(), i, i, 23 - i / 10 % 24, 59 - i % 10));
        return "{\"lastBuildDate\":\"Wed, 31 May 2023 09:00:00 +0900\",\"total\":%d,\"start\":%d,\"display\":%d,\"items\":[%s]}"
                .formatted(total, from + 1, count, items);
    }

    private void answer(int start, String body) {
        site.answers.put(
                "/news.json?query=%EC%98%81%EB%93%B1%ED%8F%AC&display=100&start=" + start + "&sort=date",
                Site.Answer.of("application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNewsSearchIsReadByPagesWithItsKeysAndBudget() {
        answer(1, hits(0, 100, 230));
        answer(101, hits(100, 100, 230));
        answer(201, hits(200, 30, 230));
        var source = source(Source.Kind.NEWS_SEARCH, "/news.json", 5, "영등포");
        assertThat(source.sealed()).isNotNull().doesNotContain("secret");
        assertThat(collecting.run(source.id()).orElseThrow().fresh()).isEqualTo(230);
        assertThat(site.headers.getLast()).containsEntry("X-naver-client-id", List.of("id"));
        assertThat(db.sql("select count(*) from press.article where title = '영등포 뉴스 \"7\"' and host = :host")
                        .param("host", outlet.hosts().getFirst())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(sources.spentToday(source.id())).isEqualTo(3);
        // what was read to its end is not read to its end again
        assertThat(collecting.run(source.id()).orElseThrow()).isEqualTo(new Collecting.Outcome(0, 100, ""));
        assertThat(sources.spentToday(source.id())).isEqualTo(4);
    }

    @Test
    void theBudgetIsNeverExceeded() {
        answer(1, hits(0, 100, 900));
        answer(101, hits(100, 100, 900));
        answer(201, hits(200, 100, 900));
        var source = source(Source.Kind.NEWS_SEARCH, "/news.json", 2, "영등포");
        assertThat(collecting.run(source.id()).orElseThrow().failed()).isEqualTo("OVER_BUDGET");
        assertThat(rows()).isEqualTo(200);
        assertThat(site.asked).hasSize(2);
        collecting.run(source.id());
        assertThat(site.asked).hasSize(2);
        assertThat(sources.spentToday(source.id())).isEqualTo(2);
    }

    @Test
    void errorsOfTheServiceAreFailuresAndNonsenseWaits() {
        var source = source(Source.Kind.NEWS_SEARCH, "/news.json", 10, "영등포");
        answer(1, "{\"errorMessage\":\"Incorrect query request\",\"errorCode\":\"SE01\"}");
        assertThat(collecting.run(source.id()).orElseThrow().failed()).isEqualTo("REFUSED");
        answer(1, "{\"items\":");
        assertThat(collecting.run(source.id()).orElseThrow().failed()).isEqualTo("BAD_JSON");
        assertThat(quarantine.list()).anyMatch(h -> source.id().equals(h.source()));
        answer(
                1,
                "{\"items\":[{},{\"title\":\"x\"},{\"title\":\"\",\"link\":\"https://a.example\"}],\"total\":\"viele\"}");
        assertThat(collecting.run(source.id()).orElseThrow().fresh()).isZero();
    }

    @Test
    void onlyManagersSetSources() {
        refused(
                "press.forbidden",
                () -> sources.add(
                        WRITER, new Sources.Wish("x", Source.Kind.FEED, site.at("/"), List.of(), 1, 1, false, "", "")));
        var boss = actor(Level.MANAGE);
        refused(
                "press.coverage.url",
                () -> sources.add(
                        boss,
                        new Sources.Wish("x", Source.Kind.FEED, "file:///etc/passwd", List.of(), 1, 1, false, "", "")));
        refused(
                "press.source.words",
                () -> sources.add(
                        boss,
                        new Sources.Wish("x", Source.Kind.NEWS_SEARCH, site.at("/"), List.of(), 1, 1, false, "", "")));
        refused(
                "press.source.key",
                () -> sources.add(
                        boss,
                        new Sources.Wish("x", Source.Kind.FEED, site.at("/"), List.of(), 1, 1, false, "a\r\nb", "c")));
        refused("press.forbidden", () -> sources.run(WRITER, UUID.randomUUID()));
    }
}
