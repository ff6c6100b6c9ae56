package kr.madang.press.coverage;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of coverage by class, month, outlet and release (언론보도 통계); every table is counted from the same rows, so all sums agree. */
@Component
public class Statistics {
    /** One line of a table. @param id of what it is about; null when it is no row of its own */
    public record Line(String name, @Nullable UUID id, Map<Tier, Integer> byTier, int homeless) {
        public int total() {
            return byTier.values().stream().mapToInt(n -> n).sum() + homeless;
        }

        public int of(Tier tier) {
            return byTier.getOrDefault(tier, 0);
        }
    }

    private record Cell(
            String name, @Nullable UUID id, @Nullable Tier tier, int count) {}

    private static final String FROM = """
             from press.article a left join press.outlet o on o.id = a.outlet
            where a.left_out_at is null and a.published_at >= :from and a.published_at < :to
            """;

    private final JdbcClient db;

    Statistics(JdbcClient db) {
        this.db = db;
    }

    public Line all(Period period) {
        return lines("'' as name, null::uuid as id", "o.tier", period, "1").stream()
                .findFirst()
                .orElse(new Line("", null, Map.of(), 0));
    }

    public List<Line> months(Period period) {
        return lines(
                "to_char(a.published_at at time zone 'Asia/Seoul', 'YYYY-MM') as name, null::uuid as id",
                "1, o.tier",
                period,
                "1");
    }

    /** Outlets, the most frequent first; hosts of nobody as one line. */
    public List<Line> outlets(Period period) {
        return lines("coalesce(o.name, '') as name, o.id as id", "o.id, o.name, o.tier", period, "count desc, 1");
    }

    /** Releases with what they earned, the most first; articles of none as one line without an id. */
    public List<Line> releases(Period period) {
        return lines("'' as name, a.release as id", "a.release, o.tier", period, "2");
    }

    private List<Line> lines(String what, String by, Period period, String order) {
        var cells = db.sql("select " + what + ", o.tier as tier, count(*)::int as count" + FROM + "group by " + by
                        + " order by " + order)
                .param("from", start(period.from()))
                .param("to", start(period.to().plusDays(1)))
                .query((row, n) -> {
                    var tier = row.getString("tier");
                    return new Cell(
                            row.getString("name"),
                            row.getObject("id", UUID.class),
                            tier == null ? null : Tier.valueOf(tier),
                            row.getInt("count"));
                })
                .list();
        var lines = new LinkedHashMap<String, Line>();
        for (var cell : cells) {
            var line = lines.computeIfAbsent(
                    cell.name() + "|" + cell.id(),
                    key -> new Line(cell.name(), cell.id(), new EnumMap<>(Tier.class), 0));
            var tier = cell.tier();
            if (tier == null)
                lines.put(
                        cell.name() + "|" + cell.id(),
                        new Line(line.name(), line.id(), line.byTier(), line.homeless() + cell.count()));
            else line.byTier().merge(tier, cell.count(), Integer::sum);
        }
        return lines.values().stream()
                .sorted(order.startsWith("1") ? (a, b) -> 0 : (a, b) -> Integer.compare(b.total(), a.total()))
                .toList();
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(Article.SEOUL).toInstant();
    }
}
