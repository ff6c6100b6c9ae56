package kr.madang.approvals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kr.madang.DemoTest;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.desk.CardVerifier;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.text.Writing;
import kr.madang.kernel.seed.Draw;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The papers of the demo office are papers like any other. */
@DemoTest
class ApprovalsSeedTests {
    @Autowired
    JdbcClient db;

    @Autowired
    CardVerifier verifier;

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Test
    void aYearOfPapersWithEveryCourse() {
        assertThat(count("select count(*) from approvals.paper where made_at < '2024-01-01'"))
                .isGreaterThanOrEqualTo(20_000);
        for (var status : new String[] {"APPROVED", "RETURNED", "WITHDRAWN", "RUNNING"})
            assertThat(count("select count(*) from approvals.paper where status = '" + status + "'"))
                    .as(status)
                    .isPositive();
        for (var kind : new String[] {"DISSENTED", "SKIPPED", "REVISED", "REPORTED", "READ", "REDRAFTED", "RETURNED"})
            assertThat(count("select count(*) from approvals.event where kind = '" + kind + "'"))
                    .as(kind)
                    .isPositive();
        assertThat(count("select count(*) from approvals.event where kind = 'SIGNED' and for_whom is not null"))
                .as("signed by deputies")
                .isPositive();
        assertThat(count("select count(*) from approvals.seat where due and since < '2024-06-01'"))
                .as("what nobody did in time")
                .isZero();
    }

    @Test
    void theirCardsHoldAndTheirNumbersHaveNoGap() {
        var outcome = verifier.verify();
        assertThat(outcome.first()).isEmpty();
        assertThat(outcome.cards()).isGreaterThanOrEqualTo(20_000);
        assertThat(count("""
            select count(*) from approvals.register_entry e where register = 'PRODUCTION' and year = 2023
                and at < (select max(at) from approvals.register_entry o
                    where o.register = e.register and o.unit = e.unit and o.year = e.year and o.serial < e.serial)\
            """))
                .as("numbers" + " out of" + " the order" + " of approvals")
                .isZero();
    }

    @Test
    void eachUnitCountsItsOwnPapers() {
        var books = db.sql("""
            select count(*) as entries, max(serial) as last from approvals.register_entry
            where register = 'PRODUCTION' and year = 2023 group by unit\
            """)
                .query((row, n) -> new long[] {row.getLong("entries"), row.getLong("last")})
                .list();
        assertThat(books)
                .hasSize(2)
                .allSatisfy(book -> assertThat(book[0]).isEqualTo(book[1]).isGreaterThan(5_000));
        assertThat(count("""
            select count(*) from approvals.paper p join approvals.unit u on u.code = p.unit
            where (p.team in ('computing', 'telecom')) <> (u.name = '전산정보과') and p.made_at < '2024-01-01'\
            """)).as("papers" + " in the" + " wrong" + " unit").isZero();
    }

    @Test
    void theirTextsAreWrittenAsThePapersOfAnOfficeAre() {
        var draw = new Draw("texts");
        for (var topic : Topics.ALL)
            for (int month = 1; month <= 12; month++) {
                var amount = topic.most() == 0 ? null : (Long) (1_000L * topic.most());
                Version version = new Wording(topic, draw, LocalDate.of(2023, month, 9), amount)
                        .version(1, new Person("-"), java.time.Instant.EPOCH);
                assertThat(Writing.check(version.text())).as(version.text()).isEmpty();
                assertThat(version.title()).doesNotContain("{");
            }
    }

    @Test
    void everyPaperLiesInAFileOfATaskTheUnitHas() {
        assertThat(count("""
            select count(*) from approvals.paper p where p.status = 'APPROVED' and p.made_at < '2024-01-01'
                and not exists (select from approvals.filed f where f.paper = p.id)\
            """)).isZero();
        assertThat(count("""
            select count(*) from approvals.paper p where p.made_at < '2024-01-01' and not exists (
                select from approvals.unit_task t where t.unit = p.unit and t.code = p.unit_task
                    and t.title = p.unit_task_title and t.retention = p.retention)\
            """)).isZero();
        assertThat(count("select count(*) from approvals.file where year = 2023 and closed_on is null"))
                .isZero();
    }
}
