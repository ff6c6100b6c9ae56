package kr.madang.approvals.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of registers as lists. */
@Repository
class RegisterList {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Keyset<RegisterRow> NEWEST = Keyset.<RegisterRow>of("register")
            .descending("n.year", Integer.class, RegisterRow::year)
            .descending("n.serial", Long.class, RegisterRow::serial);
    /** Whoever may not read a closed paper neither sees its title nor finds it by it. */
    private static final String SHOWN = "(p.disclosure <> 'CLOSED' or " + Access.READABLE + ")";

    private static final String ROW = """
            select n.year, n.serial, n.unit_name, n.at, p.id, p.drafter_name, p.kind, p.disclosure, p.retention,
                case when %s then p.title end as title
            from approvals.register_entry n left join approvals.paper p on p.id = n.paper
            """.formatted(SHOWN);
    private static final String MATCHING = """
            where n.register = :register and n.unit = :unit
                and (:year = 0 or n.year = :year or (n.year = 0 and n.at >= :new_year and n.at < :next_year))
                and (:first::bigint is null or n.serial >= :first) and (:last::bigint is null or n.serial <= :last)
                and (:from::timestamptz is null or n.at >= :from) and (:to::timestamptz is null or n.at < :to)
                and (:drafter = '%%%%' or lower(p.drafter_name) like :drafter)
                and (:like = '%%%%' or (lower(p.title) like :like and %s))
                and\s""".formatted(SHOWN);

    private final JdbcClient db;

    RegisterList(JdbcClient db) {
        this.db = db;
    }

    Slice<RegisterRow> page(RegisterQuery query, Map<String, Object> reader, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> asked(ROW + MATCHING + where + tail, query, reader)
                .params(keys)
                .query(RegisterList::row)
                .list());
    }

    void each(RegisterQuery query, Map<String, Object> reader, Consumer<RegisterRow> taker) {
        var all = asked(ROW + MATCHING + "true order by n.year, n.serial", query, reader)
                .withFetchSize(1_000)
                .query(RegisterList::row);
        try (var rows = all.stream()) {
            rows.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec asked(String sql, RegisterQuery query, Map<String, Object> reader) {
        var to = query.to();
        return db.sql(sql)
                .param("register", query.book().name())
                .param("unit", query.book().byUnit() ? query.unit() : "")
                .param("year", query.year())
                .param("new_year", start(LocalDate.of(Math.max(1, query.year()), 1, 1)))
                .param("next_year", start(LocalDate.of(Math.max(1, query.year()) + 1, 1, 1)))
                .param("first", query.first())
                .param("last", query.last())
                .param("from", query.from() == null ? null : start(query.from()))
                .param("to", to == null ? null : start(to.plusDays(1)))
                .param("like", like(query.title()))
                .param("drafter", like(query.drafter()))
                .params(reader);
    }

    /** A statement with a fetch size binds what the driver knows only. */
    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(SEOUL).toOffsetDateTime();
    }

    private static String like(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static RegisterRow row(ResultSet row, int n) throws SQLException {
        var paper = row.getObject("id", UUID.class);
        var title = row.getString("title");
        return new RegisterRow(
                row.getInt("year"),
                row.getLong("serial"),
                row.getString("unit_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                paper,
                title == null ? "" : title,
                paper != null && title == null,
                paper == null ? "" : row.getString("drafter_name"),
                paper == null ? null : DocumentKind.valueOf(row.getString("kind")),
                paper == null ? null : Disclosure.Kind.valueOf(row.getString("disclosure")),
                paper == null ? null : Retention.valueOf(row.getString("retention")));
    }
}
