package kr.madang.press.releases.distribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.post.Fate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of who got what. */
@Repository
class DistributionStore {
    private final JdbcClient db;

    DistributionStore(JdbcClient db) {
        this.db = db;
    }

    /** Whoever was sent any version, once. */
    List<Addressees.Addressee> reached(UUID release) {
        return db.sql("""
                select distinct on (reporter) reporter, name, outlet, masked from press.distribution
                where release = :release and letter is not null order by reporter, at desc""")
                .param("release", release)
                .query(Addressees.Addressee.class)
                .list();
    }

    void insert(
            UUID release,
            int version,
            Delivered.Kind kind,
            Addressees.Addressee to,
            @Nullable UUID letter,
            String unsent,
            Instant at) {
        db.sql("""
                insert into press.distribution (release, version, kind, reporter, name, outlet, masked, letter, unsent, at)
                values (:release, :version, :kind, :reporter, :name, :outlet, :masked, :letter, :unsent, :at)""")
                .param("release", release)
                .param("version", version)
                .param("kind", kind)
                .param("reporter", to.reporter())
                .param("name", to.name())
                .param("outlet", to.outlet())
                .param("masked", to.masked())
                .param("letter", letter)
                .param("unsent", unsent)
                .param("at", at)
                .update();
    }

    /** Newest version first, by outlet and name. */
    List<Delivered> of(UUID release) {
        return db.sql("""
                select version, kind, reporter, name, outlet, masked, letter, unsent, at from press.distribution
                where release = :release order by version desc, at desc, outlet, name, reporter""")
                .param("release", release)
                .query(DistributionStore::delivered)
                .list();
    }

    /** Letters written since, of which nobody has told that they came back. */
    List<Returns.Open> open(Instant since) {
        return db.sql("""
                select reporter, letter from press.distribution
                where letter is not null and returned_at is null and at >= :since for update skip locked""").param("since", since).query(Returns.Open.class).list();
    }

    boolean returned(UUID letter, Instant at) {
        return db.sql("update press.distribution set returned_at = :at where letter = :letter and returned_at is null")
                        .param("at", at)
                        .param("letter", letter)
                        .update()
                == 1;
    }

    private static Delivered delivered(ResultSet row, int n) throws SQLException {
        return new Delivered(
                row.getInt("version"),
                Delivered.Kind.valueOf(row.getString("kind")),
                row.getObject("reporter", UUID.class),
                row.getString("name"),
                row.getString("outlet"),
                row.getString("masked"),
                row.getObject("letter", UUID.class),
                row.getString("unsent"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Fate.WAITING);
    }
}
