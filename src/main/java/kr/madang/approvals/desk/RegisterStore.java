package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.records.Register;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All SQL of registers (등록대장). The row of the counter is locked from the drawing to the end of the transaction, so what is rolled
 * back was never counted; draw last.
 */
@Repository
class RegisterStore {
    /** @param unitName as it stood then */
    record Drawn(String register, String unitName, int year, long serial) {}

    /**
     * What counts on by itself (번호 계열).
     *
     * @param unit code of the unit; empty for numbers of the whole office
     * @param year 0 for numbers that count on over the years
     */
    record Series(String register, String unit, int year) implements Comparable<Series> {
        private static final Comparator<Series> ORDER = Comparator.comparing(Series::register)
                .thenComparing(Series::unit)
                .thenComparing(Series::year);

        @Override
        public int compareTo(Series other) {
            return ORDER.compare(this, other);
        }
    }

    /** A paper or a received document that gets a number. */
    record Numbered(
            String unitName, @Nullable UUID paper, @Nullable UUID receipt, Instant at) {}

    private final JdbcClient db;

    RegisterStore(JdbcClient db) {
        this.db = db;
    }

    /** Gives a received document the next number of the unit that takes it. */
    long drawReceipt(Units.Unit unit, int year, UUID receipt, Instant at) {
        var series = new Series(Register.RECEIPT.name(), unit.code(), year);
        return draw(series, List.of(new Numbered(unit.name(), null, receipt, at)));
    }

    /**
     * Gives the next numbers, in the order of the list.
     *
     * @return the first of them; the others follow without a gap
     * @throws Refused when the year's numbers are used up
     */
    long draw(Series series, List<Numbered> all) {
        return db.sql("""
                with n as (
                    insert into approvals.register_counter as c (register, unit, year, last)
                    values (:register, :unit, :year, :many)
                    on conflict (register, unit, year) do update set last = c.last + :many where c.last <= 999999999 - :many
                    returning last - :many as before
                ), entered as (
                    insert into approvals.register_entry (register, unit, year, serial, unit_name, paper, receipt, at)
                    select :register, :unit, :year, n.before + e.place, e.unit_name, e.paper, e.receipt, e.at::timestamptz
                    from n, unnest(:unitNames, :papers, :receipts, :ats) with ordinality
                        as e(unit_name, paper, receipt, at, place)
                )
                select before + 1 from n""")
                .param("register", series.register())
                .param("unit", series.unit())
                .param("year", series.year())
                .param("many", (long) all.size())
                .param("unitNames", all.stream().map(Numbered::unitName).toArray(String[]::new))
                .param("papers", all.stream().map(Numbered::paper).toArray(UUID[]::new))
                .param("receipts", all.stream().map(Numbered::receipt).toArray(UUID[]::new))
                .param("ats", all.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refused.conflict("approvals.number.exhausted", String.valueOf(series.year())));
    }

    Optional<Drawn> of(UUID paper, String register) {
        return db.sql("""
                select register, unit_name, year, serial from approvals.register_entry
                where paper = :paper and register = :register""")
                .param("paper", paper)
                .param("register", register)
                .query(Drawn.class)
                .optional();
    }
}
