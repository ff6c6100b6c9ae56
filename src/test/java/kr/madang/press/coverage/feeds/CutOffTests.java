package kr.madang.press.coverage.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.press.Tier;
import kr.madang.press.alike.Original;
import kr.madang.press.coverage.CoverageCase;
import kr.madang.press.coverage.Cut;
import kr.madang.press.coverage.demo.Reprint;
import kr.madang.press.coverage.demo.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A reading dies at each of its statements in turn, and whoever comes next makes it whole. */
class CutOffTests extends CoverageCase {
    private static final DateTimeFormatter RSS = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneId.of("Asia/Seoul"));

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

    @Autowired
    Cut cut;

    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = new Site();
    }

    @AfterEach
    void close() {
        site.close();
        db.sql("update press.source set active = false").update();
    }

    private Collecting collecting() {
        return new Collecting(store, secrets, quarantine, articles, site.web(1 << 20), json, clock);
    }

    /** Six stories printed five times each, of which the office gave out the first. */
    private String feed(Instant at, UUID release) {
        var draw = new Draw("cut off");
        var items = new StringBuilder();
        for (int n = 0; n < 6; n++) {
            var told = Told.of(draw, n, at);
            if (n == 0)
                releases.all.add(new Original(release, told.title(), told.text(), List.of(told.quote()), told.at()));
            for (int i = 0; i < 5; i++) {
                var made = Reprint.of(told, draw, 0.1);
                items.append(
                        "<item><title>%s</title><description>%s</description><link>https://%s/%d-%d</link><pubDate>%s</pubDate></item>"
                                .formatted(
                                        made.title(),
                                        made.lead(),
                                        outlet.hosts().getFirst(),
                                        n,
                                        i,
                                        RSS.format(made.at())));
            }
        }
        return "<rss><channel>" + items + "</channel></rss>";
    }

    private Source source(String path) {
        var wish = new Sources.Wish(
                "수집원 " + System.nanoTime(), Source.Kind.FEED, site.at(path), List.of(), 10, 30, true, "id", "secret");
        return sources.add(actor(Level.MANAGE), wish);
    }

    /** Address, the addresses it is grouped with, and whether it goes back to the release, of everything taken in. */
    private List<String> rows(UUID release) {
        return new ArrayList<>(db.sql("""
                select regexp_replace(a.canonical, '.*/', '') || ' ' ||
                    coalesce((select string_agg(regexp_replace(b.canonical, '.*/', ''), ',' order by b.canonical)
                        from press.article b where b.cluster = a.cluster), 'alone') || ' ' ||
                    coalesce(a.release = :release, false) || ' ' || (select length(sketch) from press.article_sketch s where s.article = a.id)
                from press.article a where a.host = :host order by 1""")
                .param("release", release)
                .param("host", outlet.hosts().getFirst())
                .query(String.class)
                .list());
    }

    /** Reads in an office of its own; dies at a step, is waited for, and somebody else reads. */
    private List<String> read(int step, Instant at, boolean[] died) {
        outlet = another(Tier.REGIONAL_ONLINE);
        releases.all.clear();
        var release = UUID.randomUUID();
        site.answers.put("/rss" + step, Site.Answer.xml(feed(at, release)));
        var source = source("/rss" + step);
        if (step > 0) {
            died[0] = cut.off(step, () -> collecting().run(source.id()));
            // the claim of the dead is waited for
            db.sql("update press.source set claimed_until = claimed_until - interval '1 hour' where id = :id")
                    .param("id", source.id())
                    .update();
        }
        collecting().run(source.id());
        collecting().run(source.id());
        groups.takeLeftBehind();
        assertThat(sources.get(source.id()).failures()).isZero();
        var rows = rows(release);
        db.sql("delete from press.article_release").update();
        db.sql("delete from press.article where host = :host")
                .param("host", outlet.hosts().getFirst())
                .update();
        return rows;
    }

    @Test
    void diesAtEveryStatementAndIsMadeWhole() {
        var day = Instant.parse("1980-03-01T00:00:00Z");
        var whole = read(0, day, new boolean[1]);
        assertThat(whole).hasSize(30).anyMatch(row -> row.contains("true"));
        boolean[] died = {true};
        int step = 1;
        for (; died[0]; step++) {
            assertThat(read(step, day, died)).as("cut off at " + step).isEqualTo(whole);
            assertThat(step).isLessThan(200);
        }
        assertThat(step).as("steps of a reading").isGreaterThan(10);
    }
}
