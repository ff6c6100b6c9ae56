package kr.madang.office.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kr.madang.office.ledger.Balance;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of fiscal years, the budget tree, appropriations and plans. */
@Repository
class BudgetStore {
    /** Line items with the names above them; the conditions of a {@link Slice} are bound as parameters. */
    static final String LINES = """
            select l.id, l.name as line, p.name as project, u.name as unit, p.id as project_id, u.id as unit_id
            from office.budget_node l
            join office.budget_node p on p.id = l.parent_id
            join office.budget_node u on u.id = p.parent_id
            join office.budget_node o on o.id = u.parent_id
            where l.fiscal_year = :year and l.level = 'LINE'
              and (:policy::text is null or o.name = :policy) and (:unit::text is null or u.name = :unit)
              and (:project::text is null or p.name = :project) and (:task::text is null or p.task = :task)""";

    private final JdbcClient db;

    BudgetStore(JdbcClient db) {
        this.db = db;
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Slice slice) {
        return sql.param("year", slice.fiscalYear())
                .param("policy", slice.policy())
                .param("unit", slice.unit())
                .param("project", slice.project())
                .param("task", slice.task())
                .param("source", slice.source());
    }

    List<FiscalYear> years() {
        return db.sql("select year, closes_on, closed_at is not null as closed from office.fiscal_year order by year")
                .query((row, n) -> year(row))
                .list();
    }

    Optional<FiscalYear> year(int year) {
        return db.sql("""
                select year, closes_on, closed_at is not null as closed from office.fiscal_year where year = :year""").param("year", year).query((row, n) -> year(row)).optional();
    }

    /** The year, locked against being closed while an entry is written. */
    Optional<FiscalYear> hold(int year) {
        return db.sql("""
                select year, closes_on, closed_at is not null as closed
                from office.fiscal_year where year = :year for share""").param("year", year).query((row, n) -> year(row)).optional();
    }

    private static FiscalYear year(ResultSet row) throws SQLException {
        return new FiscalYear(
                row.getInt("year"), row.getObject("closes_on", LocalDate.class), row.getBoolean("closed"));
    }

    List<BudgetNode> nodes(int year) {
        return db.sql("select * from office.budget_node where fiscal_year = :year")
                .param("year", year)
                .query((row, n) -> node(row))
                .list();
    }

    Optional<BudgetNode> node(UUID id) {
        return db.sql("select * from office.budget_node where id = :id")
                .param("id", id)
                .query((row, n) -> node(row))
                .optional();
    }

    private static BudgetNode node(ResultSet row) throws SQLException {
        return new BudgetNode(
                row.getObject("id", UUID.class),
                row.getInt("fiscal_year"),
                row.getObject("parent_id", UUID.class),
                BudgetNode.Level.valueOf(row.getString("level")),
                row.getString("code"),
                row.getString("name"),
                row.getInt("position"),
                row.getObject("team_id", UUID.class),
                row.getString("task"),
                row.getBoolean("fast"));
    }

    /** Whether the year holds anything the slice could be about. */
    boolean exists(Slice slice) {
        return bind(db.sql("""
                select exists (select from (%s) l
                where :source::text is null
                   or exists (select from office.appropriation a where a.line_id = l.id and a.source = :source))""".formatted(LINES)), slice).query(Boolean.class).single();
    }

    /** What was granted up to the day, per line item. */
    Map<UUID, Balance> granted(int year, LocalDate day) {
        var granted = new HashMap<UUID, Balance>();
        db.sql("""
                select a.line_id, a.kind, sum(a.amount)::bigint as amount
                from office.appropriation a join office.budget_node l on l.id = a.line_id
                where l.fiscal_year = :year and a.on_date <= :day
                group by a.line_id, a.kind""")
                .param("year", year)
                .param("day", day)
                .query((row, n) -> granted.merge(
                        row.getObject("line_id", UUID.class),
                        Balance.of(Grant.valueOf(row.getString("kind")), row.getLong("amount")),
                        Balance::plus))
                .list();
        return granted;
    }

    /** 예산액 of the slice on the day, in won. */
    long planned(Slice slice, LocalDate day) {
        return bind(db.sql("""
                select coalesce(sum(a.amount), 0)::bigint
                from office.appropriation a join (%s) l on l.id = a.line_id
                where a.kind in ('ORIGINAL', 'SUPPLEMENTARY') and a.on_date <= :day
                  and (:source::text is null or a.source = :source)""".formatted(LINES)), slice)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    long countVoted(Slice slice, LocalDate day) {
        return bind(db.sql("""
                select count(*) from office.appropriation a join (%s) l on l.id = a.line_id
                where a.kind in ('ORIGINAL', 'SUPPLEMENTARY') and a.on_date <= :day
                  and (:source::text is null or a.source = :source)""".formatted(LINES)), slice)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** The appropriations behind {@link #planned}, oldest first. */
    List<Appropriation> voted(Slice slice, LocalDate day, long offset, int limit) {
        return bind(db.sql("""
                select a.*, l.line, l.project, l.unit
                from office.appropriation a join (%s) l on l.id = a.line_id
                where a.kind in ('ORIGINAL', 'SUPPLEMENTARY') and a.on_date <= :day
                  and (:source::text is null or a.source = :source)
                order by a.on_date, a.id offset :offset limit :limit""".formatted(LINES)), slice)
                .param("day", day)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> appropriation(row))
                .list();
    }

    /** Everything granted to one line item up to the day, oldest first. */
    List<Appropriation> ofLine(UUID line, LocalDate day) {
        return db.sql("""
                select a.*, l.name as line, p.name as project, u.name as unit
                from office.appropriation a
                join office.budget_node l on l.id = a.line_id
                join office.budget_node p on p.id = l.parent_id
                join office.budget_node u on u.id = p.parent_id
                where a.line_id = :line and a.on_date <= :day
                order by a.on_date, a.id""")
                .param("line", line)
                .param("day", day)
                .query((row, n) -> appropriation(row))
                .list();
    }

    private static Appropriation appropriation(ResultSet row) throws SQLException {
        return new Appropriation(
                row.getObject("id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getString("unit"),
                row.getString("project"),
                row.getString("line"),
                Grant.valueOf(row.getString("kind")),
                Source.valueOf(row.getString("source")),
                row.getLong("amount"),
                row.getObject("on_date", LocalDate.class),
                row.getString("basis"));
    }

    /** Names that appear in a year: policies, units, projects or tasks. */
    List<String> names(int year, String what) {
        var sql =
                switch (what) {
                    case "task" ->
                        "select task from office.budget_node where fiscal_year = :year and task is not null"
                                + " group by task order by min(code)";
                    case "program" -> named("UNIT");
                    case "project" -> named("PROJECT");
                    case "policy" -> named("POLICY");
                    default -> throw new IllegalArgumentException(what);
                };
        return db.sql(sql).param("year", year).query(String.class).list();
    }

    private static String named(String level) {
        return "select name from office.budget_node where fiscal_year = :year and level = '" + level
                + "' group by name order by min(code)";
    }

    SortedMap<YearMonth, Map<UUID, Long>> plans(int year) {
        var plans = new TreeMap<YearMonth, Map<UUID, Long>>();
        db.sql("""
                select m.project_id, m.month, m.amount from office.monthly_plan m
                join office.budget_node p on p.id = m.project_id where p.fiscal_year = :year""")
                .param("year", year)
                .query((row, n) -> plans.computeIfAbsent(
                                YearMonth.from(row.getObject("month", LocalDate.class)), m -> new HashMap<>())
                        .put(row.getObject("project_id", UUID.class), row.getLong("amount")))
                .list();
        return plans;
    }

    SortedMap<LocalDate, java.math.BigDecimal> targets(int year) {
        var targets = new TreeMap<LocalDate, java.math.BigDecimal>();
        db.sql("select by_date, percent from office.fast_target where fiscal_year = :year")
                .param("year", year)
                .query((row, n) -> targets.put(row.getObject("by_date", LocalDate.class), row.getBigDecimal("percent")))
                .list();
        return targets;
    }
}
