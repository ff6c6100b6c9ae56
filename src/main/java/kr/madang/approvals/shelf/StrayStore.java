package kr.madang.approvals.shelf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of approved papers that lie in no file; thousands of them are filed with three statements. */
@Repository
class StrayStore {
    /** Where papers lie nowhere. */
    record Place(String unit, int year) {}

    private static final String STRAYS = """
            from approvals.paper p
            where p.unit = :unit and p.approved_at >= :from and p.approved_at < :to
                and not exists (select from approvals.filed d where d.paper = p.id)
            """;
    private static final String FILES_OF_ITS_TASK =
            "approvals.file f where f.unit = p.unit and f.task = p.unit_task and f.year = :year";

    private final JdbcClient db;

    StrayStore(JdbcClient db) {
        this.db = db;
    }

    List<Place> places() {
        return db.sql("""
                select distinct p.unit, extract(year from p.approved_at at time zone 'Asia/Seoul')::int as year
                from approvals.paper p
                where p.approved_at is not null
                    and not exists (select from approvals.filed d where d.paper = p.id)
                order by 1, 2""").query(Place.class).list();
    }

    /** Opens what is missing: the first file of a task, or its next volume where all are closed. */
    void open(Place place, Instant at, String by) {
        asked("""
                insert into approvals.file (id, unit, task, year, serial, volume, title, retention, opened_at, opened_by)
                select distinct on (p.unit_task) uuidv7(), p.unit, p.unit_task, :year, coalesce(last.serial, 1),
                    coalesce(last.volume, 0) + 1, coalesce(last.title, p.unit_task_title),
                    coalesce(last.retention, p.retention), :at, :by
                from (select * %s) p
                left join lateral (
                    select f.serial, f.volume, f.title, f.retention from %s order by f.serial, f.volume desc limit 1) last
                    on true
                where not exists (select from %s and f.closed_on is null)
                order by p.unit_task, p.approved_at
                on conflict do nothing""".formatted(STRAYS, FILES_OF_ITS_TASK, FILES_OF_ITS_TASK), place)
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** @return how many papers were filed */
    int file(Place place) {
        // nobody closes them meanwhile
        db.sql("select id from approvals.file where unit = :unit and year = :year and closed_on is null for share")
                .param("unit", place.unit())
                .param("year", place.year())
                .query(UUID.class)
                .list();
        return asked("""
                insert into approvals.filed (paper, file, at)
                select p.id, f.id, p.approved_at from (select * %s) p
                join lateral (
                    select f.id from %s and f.closed_on is null order by f.serial, f.volume desc limit 1) f on true
                """.formatted(STRAYS, FILES_OF_ITS_TASK), place).update();
    }

    private JdbcClient.StatementSpec asked(String sql, Place place) {
        return db.sql(sql)
                .param("unit", place.unit())
                .param("year", place.year())
                .param("from", Year.start(place.year()))
                .param("to", Year.start(place.year() + 1));
    }
}
