package kr.madang.approvals.desk;

import java.time.Instant;
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

    private final JdbcClient db;

    RegisterStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Gives the paper the next number.
     *
     * @param unit code of the unit; empty for numbers of the whole office
     * @param year 0 for numbers that count on over the years
     * @throws Refused when the year's numbers are used up
     */
    long draw(String register, String unit, String unitName, int year, UUID paper, Instant at) {
        return draw(register, unit, unitName, year, paper, null, at);
    }

    /** Gives a received document the next number of the unit that takes it. */
    long drawReceipt(Units.Unit unit, int year, UUID receipt, Instant at) {
        return draw(Register.RECEIPT.name(), unit.code(), unit.name(), year, null, receipt, at);
    }

    private long draw(
            String register,
            String unit,
            String unitName,
            int year,
            @Nullable UUID paper,
            @Nullable UUID receipt,
            Instant at) {
        return db.sql("""
                with n as (
                    insert into approvals.register_counter as c (register, unit, year, last)
                    values (:register, :unit, :year, 1)
                    on conflict (register, unit, year) do update set last = c.last + 1 where c.last < 999999999
                    returning last)
                insert into approvals.register_entry (register, unit, year, serial, unit_name, paper, receipt, at)
                select :register, :unit, :year, n.last, :unitName, :paper::uuid, :receipt::uuid, :at from n
                returning serial""")
                .param("register", register)
                .param("unit", unit)
                .param("year", year)
                .param("unitName", unitName)
                .param("paper", paper)
                .param("receipt", receipt)
                .param("at", at)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refused.conflict("approvals.number.exhausted", String.valueOf(year)));
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
