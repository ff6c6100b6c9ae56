package kr.madang.approvals.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.delegation.Amounts;
import kr.madang.approvals.delegation.Decision;
import kr.madang.approvals.delegation.DelegationTable;
import kr.madang.approvals.delegation.Entry;
import kr.madang.approvals.delegation.Position;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of delegation as the office keeps it (위임전결규정). */
@Component
public class Delegations {
    private final JdbcClient db;
    private final Trail trail;
    private final java.time.Clock clock;

    Delegations(JdbcClient db, Trail trail, java.time.Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** A row with the id by which it is ended. */
    public record Kept(UUID id, Entry entry) {}

    /** The table on a day, task by task; every row there ever was when no day is given. */
    public List<Kept> on(@Nullable LocalDate day) {
        return db.sql("""
                select * from approvals.delegation
                where :day::date is null or (first_day <= :day and (last_day is null or last_day >= :day))
                order by task, from_won, first_day""")
                .param("day", day)
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), entry(row)))
                .list();
    }

    public List<Entry> rows() {
        return db.sql("select * from approvals.delegation order by task, from_won, first_day")
                .query((row, n) -> entry(row))
                .list();
    }

    /** Which position decides on the day, and why. */
    public Decision decide(String task, @Nullable Long amount, LocalDate day) {
        var rows = task.isEmpty() ? List.<Entry>of() : relevant(task);
        return new DelegationTable(rows).decide(task, amount, day);
    }

    /** The rows of the task and of the more general ones. */
    private List<Entry> relevant(String task) {
        return db.sql("select * from approvals.delegation where task = :task or starts_with(:task, task || '.')")
                .param("task", task)
                .query((row, n) -> entry(row))
                .list();
    }

    /**
     * Adds a row.
     *
     * @throws Refused when another answers for the same task, amount and day
     */
    @Transactional
    public void add(Actor by, Entry entry) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
        db.sql("select pg_advisory_xact_lock(hashtext('approvals.delegation'))")
                .query()
                .listOfRows();
        var all = new ArrayList<>(rows());
        all.add(entry);
        new DelegationTable(all);
        db.sql("""
                insert into approvals.delegation (id, task, title, from_won, below_won, position, alone, important, basis,
                    first_day, last_day)
                values (:id, :task, :title, :from, :below, :position, :alone, :important, :basis, :first, :last::date)""")
                .param("id", Id.next(clock.instant()))
                .param("task", entry.task())
                .param("title", entry.title())
                .param("from", entry.amounts().from())
                .param("below", entry.amounts().below())
                .param("position", entry.position())
                .param("alone", entry.alone())
                .param("important", entry.important())
                .param("basis", entry.basis())
                .param("first", entry.from())
                .param("last", entry.to())
                .update();
        trail.record(
                by,
                "approvals",
                "delegation.added",
                "task:" + entry.task(),
                Map.of("position", entry.position().name(), "basis", entry.basis()));
    }

    /** The row is in force until the day; what was decided by it stays decided. */
    @Transactional
    public void end(Actor by, UUID id, LocalDate last) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
        var row = on(null).stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.missing("approvals.table.missing"))
                .entry();
        if (last.isBefore(row.from())) throw Refused.invalid("approvals.table.reversed");
        var before = row.to();
        if (before != null && last.isAfter(before)) throw Refused.invalid("approvals.table.longer");
        db.sql("update approvals.delegation set last_day = :last where id = :id")
                .param("last", last)
                .param("id", id)
                .update();
        trail.record(
                by,
                "approvals",
                "delegation.ended",
                "task:" + row.task(),
                Map.of("last", last.toString(), "basis", row.basis()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("task"),
                row.getString("title"),
                new Amounts(row.getLong("from_won"), row.getLong("below_won")),
                Position.valueOf(row.getString("position")),
                row.getBoolean("alone"),
                row.getBoolean("important"),
                row.getString("basis"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
