package kr.madang.office;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small fiscal year of its own for each test: one policy, one unit, one project, one line of a million won. */
public final class Books {
    private static final AtomicInteger YEAR = new AtomicInteger(2030);

    public final int year;
    public final UUID line = UUID.randomUUID();
    private final JdbcClient db;

    public Books(JdbcClient db) {
        this.db = db;
        year = YEAR.incrementAndGet();
        db.sql("insert into office.fiscal_year (year, closes_on) values (:year, :closes)")
                .param("year", year)
                .param("closes", LocalDate.of(year, 12, 31))
                .update();
        var policy = node(UUID.randomUUID(), null, "POLICY", "정책");
        var unit = node(UUID.randomUUID(), policy, "UNIT", "단위");
        var project = node(UUID.randomUUID(), unit, "PROJECT", "사업");
        node(line, project, "LINE", "사무관리비");
        grant(line, 1_000_000, LocalDate.of(year, 1, 1));
    }

    public UUID node(UUID id, UUID parent, String level, String name) {
        db.sql("""
                insert into office.budget_node (id, fiscal_year, parent_id, level, code, name, position, fast)
                values (:id, :year, :parent::uuid, :level, :name, :name, 1, false)""")
                .param("id", id)
                .param("year", year)
                .param("parent", parent)
                .param("level", level)
                .param("name", name)
                .update();
        return id;
    }

    public void grant(UUID line, long amount, LocalDate day) {
        db.sql("""
                insert into office.appropriation
                values (gen_random_uuid(), :line, 'ORIGINAL', 'DISTRICT', :amount, :day, '시험', now(), 'test')""")
                .param("line", line)
                .param("amount", amount)
                .param("day", day)
                .update();
    }

    public LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
