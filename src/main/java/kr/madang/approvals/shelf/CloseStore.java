package kr.madang.approvals.shelf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kr.madang.approvals.records.Retention;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the end of a year and of the end of a retention period. */
@Repository
class CloseStore {
    /** The longest period first, as the regulation lists them. */
    private static final String[] PERIODS =
            Arrays.stream(Retention.values()).map(Enum::name).toArray(String[]::new);

    private static final Keyset<FileItem> ENDED = Keyset.<FileItem>of("ended")
            .ascending("f.closed_on", LocalDate.class, f -> java.util.Objects.requireNonNull(f.closedOn()))
            .ascending("f.id", UUID.class, FileItem::id);

    private final JdbcClient db;

    CloseStore(JdbcClient db) {
        this.db = db;
    }

    /** Notes that the year was closed; two at once go one after the other from here. */
    void begin(String unit, int year, Instant at, String by) {
        db.sql("""
                insert into approvals.year_close (unit, year, first_at, last_at, last_by)
                values (:unit, :year, :at, :at, :by)
                on conflict (unit, year) do update set last_at = excluded.last_at, last_by = excluded.last_by""")
                .param("unit", unit)
                .param("year", year)
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** The open files, locked: papers on their way into one of them are in it when this answers. */
    List<UUID> lockOpen(String unit, int year) {
        return db.sql("""
                select id from approvals.file
                where unit = :unit and year = :year and closed_on is null order by id for update""")
                .param("unit", unit)
                .param("year", year)
                .query(UUID.class)
                .list();
    }

    /** Files keep as long as the longest of their papers. @return how many papers lie in them */
    long close(Collection<UUID> files, LocalDate day, Instant at, String by) {
        db.sql("""
                update approvals.file f set closed_on = :day, closed_at = :at, closed_by = :by, retention = (
                    select r.name from unnest(:periods::text[]) with ordinality r(name, n)
                    where r.name = f.retention or exists (
                        select from approvals.filed d join approvals.paper p on p.id = d.paper
                        where d.file = f.id and p.retention = r.name)
                    order by r.n limit 1)
                where f.id = any(:files)""")
                .param("day", day)
                .param("at", at)
                .param("by", by)
                .param("periods", PERIODS)
                .param("files", files.toArray(UUID[]::new))
                .update();
        return db.sql("select count(*) from approvals.filed where file = any(:files)")
                .param("files", files.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    YearEnd.Standing standing(String unit, int year) {
        return db.sql("""
                select count(*) filter (where f.closed_on is null) as open,
                    count(*) filter (where f.closed_on is not null) as closed,
                    coalesce(sum((select count(*) from approvals.filed d where d.file = f.id)), 0) as papers,
                    (select last_at from approvals.year_close c where c.unit = :unit and c.year = :year) as last_at,
                    (select last_by from approvals.year_close c where c.unit = :unit and c.year = :year) as last_by
                from approvals.file f where f.unit = :unit and f.year = :year""")
                .param("unit", unit)
                .param("year", year)
                .query((row, n) -> new YearEnd.Standing(
                        row.getLong("open"),
                        row.getLong("closed"),
                        row.getLong("papers"),
                        row.getObject("last_at") == null ? null : FileStore.instant(row, "last_at"),
                        row.getString("last_by")))
                .single();
    }

    /** Files whose last day is before the day, the longest ended first. */
    Slice<FileItem> ended(String unit, LocalDate day, @Nullable String cursor, int size) {
        var finite = Arrays.stream(Retention.values()).filter(r -> !r.endless()).toList();
        return ENDED.slice(cursor, size, (where, tail, keys) -> db.sql(FileStore.ITEM + """
                join unnest(:names::text[], :befores::date[]) e(name, before)
                    on e.name = f.retention and f.closed_on < e.before
                where (:unit = '' or f.unit = :unit) and\s""" + where + tail)
                .param("unit", unit)
                .param("names", finite.stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "befores",
                        finite.stream()
                                .map(r -> closedBefore(r, day).toString())
                                .toArray(String[]::new))
                .params(keys)
                .query(FileStore::item)
                .list());
    }

    /** Whatever was closed before this day has ended on the day; one step for all days of a year. */
    private static LocalDate closedBefore(Retention retention, LocalDate day) {
        int years = retention.ends(LocalDate.of(2000, 1, 1)).orElseThrow().getYear() - 2000;
        return LocalDate.of(day.getYear() - years, 1, 1);
    }
}
