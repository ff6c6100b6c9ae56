package kr.madang.office.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that changes plans and targets. */
@Repository
class PlanStore {
    private final JdbcClient db;

    PlanStore(JdbcClient db) {
        this.db = db;
    }

    Map<YearMonth, Long> months(UUID project) {
        var months = new HashMap<YearMonth, Long>();
        db.sql("select month, amount from office.monthly_plan where project_id = :project")
                .param("project", project)
                .query((row, n) ->
                        months.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("amount")))
                .list();
        return months;
    }

    /** Locks the plan of a project until the end of the transaction; entries of its line items may go on. */
    void lock(UUID project) {
        db.sql("select id from office.budget_node where id = :project for no key update")
                .param("project", project)
                .query()
                .listOfRows();
    }

    /** Two who set targets at once come one after the other; the year's row itself stays free for entries. */
    void lockYear(int year) {
        db.sql("select pg_advisory_xact_lock(hashtext('office.fast_target'), :year)")
                .param("year", year)
                .query()
                .listOfRows();
    }

    void put(UUID project, YearMonth month, long amount) {
        db.sql("""
                insert into office.monthly_plan (project_id, month, amount) values (:project, :month, :amount)
                on conflict (project_id, month) do update set amount = excluded.amount""")
                .param("project", project)
                .param("month", month.atDay(1))
                .param("amount", amount)
                .update();
    }

    void clearTargets(int year) {
        db.sql("delete from office.fast_target where fiscal_year = :year")
                .param("year", year)
                .update();
    }

    void target(int year, LocalDate day, BigDecimal percent) {
        db.sql("insert into office.fast_target (fiscal_year, by_date, percent) values (:year, :day, :percent)")
                .param("year", year)
                .param("day", day)
                .param("percent", percent)
                .update();
    }
}
