package kr.madang.approvals.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.records.Retention;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the tidy list and of the production report. */
@Repository
class TidyStore {
    private static final Keyset<UntidyPaper> CHECKED = Keyset.<UntidyPaper>of("untidy")
            .ascending("c.rank", Integer.class, u -> u.check().ordinal())
            .ascending("p.made_at", Instant.class, UntidyPaper::madeAt)
            .ascending("p.id", UUID.class, UntidyPaper::paper);
    private static final String CHECKS = Arrays.stream(Untidy.values())
            .map(u -> "(%d, '%s', %s)".formatted(u.ordinal(), u.name(), u.condition()))
            .collect(Collectors.joining(",\n"));
    /** Papers approved in the year, and those begun before its end that are still on their way. */
    private static final String FOUND = """
            from approvals.paper p
            left join approvals.filed d on d.paper = p.id
            left join approvals.file f on f.id = d.file
            left join approvals.register_entry n on n.paper = p.id and n.register = 'PRODUCTION'
            cross join lateral (values
            """ + CHECKS + """
            ) c(rank, name, bad)
            where p.unit = :unit and c.bad and (:check::text is null or c.name = :check)
                and ((p.approved_at >= :from and p.approved_at < :to)
                    or (p.status in ('RUNNING', 'HELD') and p.made_at < :to))
            """;

    private static final String ROW = """
            select c.name, p.id, p.title, p.status, p.disclosure, p.drafter_name, p.made_at,
                coalesce(n.unit_name || '-' || n.serial, '') as number, %s as readable
            """.formatted(Access.READABLE);

    private final JdbcClient db;

    TidyStore(JdbcClient db) {
        this.db = db;
    }

    Map<Untidy, Long> counts(String unit, int year) {
        var counts = new EnumMap<Untidy, Long>(Untidy.class);
        for (var check : Untidy.values()) counts.put(check, 0L);
        asked("select c.name, count(*) as many " + FOUND + " group by c.name", unit, year, null)
                .query((row, n) -> counts.put(Untidy.valueOf(row.getString("name")), row.getLong("many")))
                .list();
        return counts;
    }

    Slice<UntidyPaper> page(
            String unit,
            int year,
            @Nullable Untidy check,
            Map<String, Object> reader,
            @Nullable String cursor,
            int size) {
        return CHECKED.slice(
                cursor, size, (where, tail, keys) -> asked(ROW + FOUND + " and " + where + tail, unit, year, check)
                        .params(reader)
                        .params(keys)
                        .query(TidyStore::untidy)
                        .list());
    }

    void each(String unit, int year, Map<String, Object> reader, Consumer<UntidyPaper> taker) {
        var all = asked(ROW + FOUND + " order by c.rank, p.made_at, p.id", unit, year, null)
                .params(reader)
                .withFetchSize(500)
                .query(TidyStore::untidy);
        try (var rows = all.stream()) {
            rows.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec asked(String sql, String unit, int year, @Nullable Untidy check) {
        return db.sql(sql)
                .param("unit", unit)
                .param("from", Year.start(year).atOffset(ZoneOffset.UTC))
                .param("to", Year.start(year + 1).atOffset(ZoneOffset.UTC))
                .param("check", check == null ? null : check.name())
                .param(
                        "periods",
                        Arrays.stream(Retention.values()).map(Enum::name).toArray(String[]::new));
    }

    private static UntidyPaper untidy(ResultSet row, int n) throws SQLException {
        boolean open = row.getString("status").equals("APPROVED")
                && !row.getString("disclosure").equals("CLOSED");
        boolean masked = !open && !row.getBoolean("readable");
        return new UntidyPaper(
                Untidy.valueOf(row.getString("name")),
                row.getObject("id", UUID.class),
                row.getString("number"),
                masked ? "" : row.getString("title"),
                masked,
                row.getString("drafter_name"),
                FileStore.instant(row, "made_at"));
    }

    void produced(String unit, int year, Consumer<Produced> taker) {
        var all = db.sql("""
                select f.*, u.name as unit_name, count(p.id) as papers,
                    count(p.id) filter (where p.disclosure = 'OPEN') as open,
                    count(p.id) filter (where p.disclosure = 'PARTLY') as partly,
                    count(p.id) filter (where p.disclosure = 'CLOSED') as closed,
                    coalesce(sum(jsonb_array_length(v.attachments)), 0) as attachments
                from approvals.file f join approvals.unit u on u.code = f.unit
                left join approvals.filed d on d.file = f.id
                left join approvals.paper p on p.id = d.paper
                left join approvals.content_version v on v.paper = p.id and v.version = p.version
                where f.unit = :unit and f.year = :year
                group by f.id, u.name order by f.task, f.serial, f.volume""")
                .param("unit", unit)
                .param("year", year)
                .withFetchSize(500)
                .query((row, n) -> new Produced(
                        FileStore.item(row, n),
                        row.getLong("open"),
                        row.getLong("partly"),
                        row.getLong("closed"),
                        row.getLong("attachments")));
        try (var rows = all.stream()) {
            rows.forEach(taker);
        }
    }

    List<Produced.Sum> sums(String unit, int year) {
        return db
                .sql("""
                select f.retention, count(distinct f.id) as files, count(p.id) as papers,
                    count(p.id) filter (where p.disclosure = 'OPEN') as open,
                    count(p.id) filter (where p.disclosure = 'PARTLY') as partly,
                    count(p.id) filter (where p.disclosure = 'CLOSED') as closed
                from approvals.file f
                left join approvals.filed d on d.file = f.id
                left join approvals.paper p on p.id = d.paper
                where f.unit = :unit and f.year = :year group by f.retention""")
                .param("unit", unit)
                .param("year", year)
                .query((row, n) -> new Produced.Sum(
                        Retention.valueOf(row.getString("retention")),
                        row.getLong("files"),
                        row.getLong("papers"),
                        row.getLong("open"),
                        row.getLong("partly"),
                        row.getLong("closed")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Produced.Sum::retention))
                .toList();
    }
}
