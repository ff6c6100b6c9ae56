package kr.madang.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;

/** The budget as of any day, over five million ledger rows. */
final class LedgerBench implements Bench {
    private static final int ROWS = 5_000_000;
    private static final int YEAR = 2099;
    private static final int MODEL = 2023;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String goal() {
        return "Executed budget as of a day in mid-month, over %,d ledger rows of one fiscal year. Peer: the plain sum over the rows."
                .formatted(ROWS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        int year = fill(office);
        var catalogue = office.room(FigureCatalogue.class);
        var key = FigureKey.of("office.budget.executed");
        var day = new int[] {0};
        var value = new BigDecimal[1];
        var asOf = Samples.of(
                20,
                60,
                () -> value[0] = catalogue
                        .value(key, new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 1 + day[0]++ % 12, 17)))
                        .orElseThrow());
        var plain = Samples.of(1, 3, () -> plain(office, year, LocalDate.of(year, 11, 17)));
        return List.of(
                Result.millis("as of a day, median of 60 days", asOf.median(), 100),
                Result.millis("as of a day, p95", asOf.at(0.95), 100),
                Result.plain(
                        "the plain sum",
                        "%.0f ms (%.0f times the median)".formatted(plain.median(), plain.median() / asOf.median())),
                Result.plain("rows", "%,d".formatted(count(office, year))));
    }

    private static long plain(Office office, int year, LocalDate day) {
        return office.db()
                .sql(
                        "select sum(amount) from office.ledger_entry where fiscal_year = :year and on_date <= :day and kind = 'OBLIGATION'")
                .param("year", year)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private static long count(Office office, int year) {
        return office.db()
                .sql("select count(*) from office.ledger_entry where fiscal_year = :year")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** Commitments of a thousand won all over a year of its own, so that no other bench meets them; only missing ones are added. */
    private static int fill(Office office) {
        office.db()
                .sql("insert into office.fiscal_year (year, closes_on) values (:year, :day) on conflict do nothing")
                .param("year", YEAR)
                .param("day", LocalDate.of(YEAR + 1, 2, 28))
                .update();
        office.db().sql("""
                insert into office.budget_node (id, fiscal_year, parent_id, level, code, name, position, team_id, task, fast)
                select md5(id::text || :year)::uuid, :year, md5(parent_id::text || :year)::uuid, level, code, name, position, team_id,
                       task, fast
                from office.budget_node where fiscal_year = :model on conflict do nothing""").param("year", YEAR).param("model", MODEL).update();
        long missing = ROWS - count(office, YEAR);
        for (long done = 0; done < missing; done += 500_000) {
            office.db()
                    .sql("""
                    with line as (
                        select id, row_number() over (order by id) - 1 as n, count(*) over () as of
                        from office.budget_node where level = 'LINE' and fiscal_year = :year)
                    insert into office.ledger_entry
                        (id, fiscal_year, line_id, kind, source, amount, on_date, document_no, payee, memo, entered_at, entered_by)
                    select uuidv7(), :year, line.id, 'OBLIGATION', 'DISTRICT', 1000,
                           make_date(:year, 1, 1) + (i % 365)::int, 'bench-' || i, '', '', now(), 'bench'
                    from generate_series(:from::bigint, :to::bigint) i join line on line.n = i % line.of
                    """)
                    .param("year", YEAR)
                    .param("from", done)
                    .param("to", Math.min(done + 500_000, missing) - 1)
                    .update();
            System.err.printf("원장 %,d행%n", Math.min(done + 500_000, missing));
        }
        office.db().sql("analyze").update();
        return YEAR;
    }
}
