package kr.madang.approvals.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the absence calendar. */
@Repository
class AbsenceStore {
    private final JdbcClient db;

    AbsenceStore(JdbcClient db) {
        this.db = db;
    }

    /** One writer at a time, so that two absences written at once cannot close a circle of deputies. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('approvals.absence'))")
                .query()
                .listOfRows();
    }

    /** Absences that touch one of the days. */
    List<Absence> during(LocalDate from, LocalDate to) {
        return db.sql("""
                select account, first_day, last_day, cause, deputy from approvals.absence
                where ended_at is null and last_day >= :from and first_day <= :to order by first_day, id""")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> absence(row))
                .list();
    }

    /** One's own that are not over. */
    List<AbsenceCalendar.Planned> ahead(UUID account, LocalDate day) {
        return db.sql("""
                select id, account, first_day, last_day, cause, deputy from approvals.absence
                where ended_at is null and account = :account and last_day >= :day order by first_day, id""")
                .param("account", account)
                .param("day", day)
                .query((row, n) -> new AbsenceCalendar.Planned(row.getObject("id", UUID.class), absence(row)))
                .list();
    }

    /** Everybody's that are not over. */
    List<AbsenceCalendar.Planned> allAhead(LocalDate day) {
        return db.sql("""
                select id, account, first_day, last_day, cause, deputy from approvals.absence
                where ended_at is null and last_day >= :day order by first_day, id limit 1000""")
                .param("day", day)
                .query((row, n) -> new AbsenceCalendar.Planned(row.getObject("id", UUID.class), absence(row)))
                .list();
    }

    void insert(UUID id, Absence absence, Instant at, String by) {
        var deputy = absence.deputy();
        db.sql("""
                insert into approvals.absence (id, account, first_day, last_day, cause, deputy, made_at, made_by)
                values (:id, :account, :from, :to, :cause, :deputy::uuid, :at, :by)""")
                .param("id", id)
                .param("account", PaperStore.uuid(absence.who()))
                .param("from", absence.days().from())
                .param("to", absence.days().to())
                .param("cause", absence.cause())
                .param("deputy", deputy == null ? null : PaperStore.uuid(deputy))
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** @return whose absence it was; empty when there is none to end */
    List<UUID> end(UUID id, Instant at, String by) {
        return db.sql("""
                update approvals.absence set ended_at = :at, ended_by = :by where id = :id and ended_at is null
                returning account""")
                .param("id", id)
                .param("at", at)
                .param("by", by)
                .query(UUID.class)
                .list();
    }

    private static Absence absence(ResultSet row) throws SQLException {
        var deputy = row.getObject("deputy", UUID.class);
        return new Absence(
                Person.of(row.getObject("account", UUID.class)),
                new Period(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                Absence.Cause.valueOf(row.getString("cause")),
                deputy == null ? null : Person.of(deputy));
    }
}
