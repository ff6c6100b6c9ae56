package kr.madang.office.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import kr.madang.DemoTest;
import kr.madang.office.ledger.Balance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of the demo office hold on every day, not only on those of the reports. */
@DemoTest
class SeededBooksTests {
    @Autowired
    Budget budget;

    @Autowired
    JdbcClient db;

    @Test
    void everyParentIsTheSumOfItsChildrenAndTheRawEntriesOnAnyDay() {
        var random = new SplittableRandom(5);
        for (int year : new int[] {2012, 2013, 2023})
            for (int round = 0; round < 12; round++) {
                var day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
                var tree = budget.tree(year, day);
                tree.all().filter(b -> !b.children().isEmpty()).forEach(b -> assertThat(b.balance())
                        .isEqualTo(b.children().stream()
                                .map(BudgetTree.Branch::balance)
                                .reduce(Balance.ZERO, Balance::plus)));
                assertThat(tree.total().obligated()).isEqualTo(raw("e.kind = 'OBLIGATION'", year, day));
                assertThat(tree.total().paid()).isEqualTo(raw("e.kind = 'PAYMENT'", year, day));
                assertThat(tree.total().returned()).isEqualTo(raw("e.kind = 'RETURN'", year, day));
            }
    }

    private long raw(String kind, int year, LocalDate day) {
        return db.sql("select coalesce(sum(amount), 0)::bigint from office.ledger_entry e where fiscal_year = :year"
                        + " and on_date <= :day and " + kind)
                .param("year", year)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Test
    void noLineIsEverOverdrawnAndNoCommitmentOverpaid() {
        var overdrawn = db.sql("""
                select count(*) from (
                    select sum(sum(amount)) over (partition by line_id, source order by on_date) as balance from (
                        select line_id, source, on_date, amount from office.appropriation where kind <> 'CARRIED_OUT'
                        union all
                        select line_id, source, on_date, -amount from office.ledger_entry where kind = 'OBLIGATION') c
                    group by line_id, source, on_date) b
                where balance < 0""").query(Long.class).single();
        assertThat(overdrawn).isZero();
        var overpaid = db.sql("""
                select count(*) from (
                    select sum(sum(amount)) over (partition by obligation order by on_date) as balance from (
                        select coalesce(obligation_id, id) as obligation, on_date,
                               case kind when 'PAYMENT' then -amount else amount end as amount
                        from office.ledger_entry) c
                    group by obligation, on_date) b
                where balance < 0""").query(Long.class).single();
        assertThat(overpaid).isZero();
    }
}
