package kr.madang.press.coverage.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people of the demo office noted on its newest articles (시연 논조·이슈): tones, tags and the words they watch. */
@Component
class DemoMarks {
    private static final List<String> TAGS = List.of("복지", "안전", "문화", "환경", "경제", "교육", "교통", "보건");
    private static final List<String> TONES =
            List.of("POSITIVE", "POSITIVE", "POSITIVE", "NEUTRAL", "NEUTRAL", "NEGATIVE");
    private static final int READ = 400;

    private final JdbcClient db;

    DemoMarks(JdbcClient db) {
        this.db = db;
    }

    void sow(Draw draw, Actor by) {
        var newest = db.sql("select id from press.article order by published_at desc, id desc limit :most")
                .param("most", READ)
                .query(UUID.class)
                .list();
        var ids = newest.stream().map(UUID::toString).toArray(String[]::new);
        var at = Instant.parse("2023-05-31T09:00:00Z");
        db.sql("""
                insert into press.article_tone (article, reader, tone, by, by_name, at)
                select id, 1, tone, :by, :name, :at from unnest(:ids::uuid[], :tones::text[]) as n (id, tone)""")
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .param("ids", ids)
                .param("tones", newest.stream().map(id -> draw.pick(TONES)).toArray(String[]::new))
                .update();
        db.sql(
                        "update press.article a set tone = t.tone from press.article_tone t where t.article = a.id and t.reader = 1")
                .update();
        db.sql("""
                insert into press.article_tag (article, tag, by_name, at)
                select id, tag, :name, :at from unnest(:ids::uuid[], :tags::text[]) as n (id, tag)""")
                .param("name", by.name())
                .param("at", at)
                .param("ids", ids)
                .param("tags", newest.stream().map(id -> draw.pick(TAGS)).toArray(String[]::new))
                .update();
        db.sql("""
                insert into press.watch (word, added_at, by_name)
                select word, :at, :name from unnest(:words::text[]) as n (word)""")
                .param("at", at)
                .param("name", by.name())
                .param("words", new String[] {"영등포구", "침수", "물놀이장", "빗물받이", "예산"})
                .update();
    }
}
