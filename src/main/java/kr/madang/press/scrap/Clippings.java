package kr.madang.press.scrap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.madang.press.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads coverage for the scrap (스크랩 대상 기사); articles of hosts nobody has assigned wait until somebody does. */
@Repository
class Clippings {
    private static final String SELECT = """
            select a.id, a.outlet, o.name, o.tier, a.title, a.lead, a.body, coalesce(a.url, '') as url, a.reporter,
                trim(a.programme || ' ' || a.page) as place, a.published_at, a.release is not null as own,
                a.cluster is null or a.cluster = a.id as leading
            from press.article a join press.outlet o on o.id = a.outlet where a.left_out_at is null and\s""";

    private final JdbcClient db;

    Clippings(JdbcClient db) {
        this.db = db;
    }

    /** Newest first. @param until the moment after the last */
    List<Clipping> between(Instant since, Instant until, int most) {
        return db.sql(
                        SELECT
                                + "a.published_at >= :since and a.published_at < :until order by a.published_at desc, a.id desc limit :most")
                .param("since", since)
                .param("until", until)
                .param("most", most)
                .query(Clippings::clipping)
                .list();
    }

    /** Those of them there still are. */
    List<Clipping> find(Collection<UUID> articles) {
        return db.sql(SELECT + "a.id = any(:ids)")
                .param("ids", articles.toArray(UUID[]::new))
                .query(Clippings::clipping)
                .list();
    }

    /** For choosing by hand: words of the headline, the newest first. */
    List<Clipping> search(String words, int most) {
        var like = "%" + words.strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return db.sql(
                        SELECT
                                + "(a.title ilike :words or o.name ilike :words) order by a.published_at desc, a.id desc limit :most")
                .param("words", like)
                .param("most", most)
                .query(Clippings::clipping)
                .list();
    }

    private static Clipping clipping(ResultSet row, int n) throws SQLException {
        return new Clipping(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("outlet", UUID.class)),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("title"),
                row.getString("lead"),
                row.getString("body"),
                row.getString("url"),
                row.getString("reporter"),
                row.getString("place"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("own"),
                row.getBoolean("leading"));
    }
}
