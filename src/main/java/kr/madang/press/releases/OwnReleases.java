package kr.madang.press.releases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.press.alike.Original;
import kr.madang.press.coverage.Originals;
import kr.madang.press.releases.writing.Quotes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the office gave out itself (보도자료 원문), for coverage to find again in what others print. */
@Component
class OwnReleases implements Originals {
    private final JdbcClient db;

    OwnReleases(JdbcClient db) {
        this.db = db;
    }

    /** By what the first version said: it is what reporters had when they wrote. */
    @Override
    public List<Original> between(Instant from, Instant to) {
        return db.sql("""
                select v.release, v.title, v.text, v.released_at from press.release_version v
                where v.released_at >= :from and v.released_at < :to and v.version =
                    (select min(f.version) from press.release_version f where f.release = v.release and f.state = 'RELEASED')
                order by v.released_at, v.release""")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Original(
                        row.getObject("release", UUID.class),
                        row.getString("title"),
                        row.getString("text"),
                        Quotes.of(row.getString("text")),
                        ReleaseStore.at(row, "released_at")))
                .list();
    }

    @Override
    public String page(UUID release) {
        return db.sql("select serial from press.release where id = :id")
                .param("id", release)
                .query(Integer.class)
                .optional()
                .map(serial -> "/desk/press/releases/" + serial)
                .orElse("/desk/press/releases");
    }
}
