package kr.madang.approvals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.madang.DemoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers of the demo office travel as papers of an office do. */
@DemoTest
class SeededDispatchesTests {
    @Autowired
    JdbcClient db;

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Test
    void bothUnitsSendToEachOtherAndHandleWhatArrives() {
        var receivers = db.sql("""
            select r.unit from approvals.receipt r where r.origin = 'INSIDE' and r.arrived_at < '2024-01-01'
            group by r.unit having count(*) >= 10 and count(*) = count(*) filter (where r.state = 'DONE')\
            """).query(String.class).list();
        assertThat(receivers).hasSize(2);
        assertThat(count("""
            select count(*) from approvals.receipt r join approvals.delivery d on d.id = r.delivery
            join approvals.paper p on p.id = d.paper where p.unit = r.unit\
            """)).as("sent to itself").isZero();
        assertThat(count("""
            select count(*) from approvals.receipt_reader a join approvals.receipt r on r.id = a.receipt
            where r.origin = 'INSIDE' and a.read_at is not null and a.read_at >= r.arrived_at\
            """)).isPositive();
        assertThat(count("""
            select count(*) from approvals.receipt_reader a join approvals.receipt r on r.id = a.receipt
            where r.origin = 'INSIDE' and a.read_at is null\
            """)).isPositive();
    }

    @Test
    void numbersOfReceiptsFollowTheDays() {
        assertThat(count("""
            select count(*) from approvals.register_entry e where register = 'RECEIPT' and year = 2023
                and (at at time zone 'Asia/Seoul')::date < (select max((at at time zone 'Asia/Seoul')::date)
                    from approvals.register_entry o where o.register = e.register and o.unit = e.unit
                        and o.year = e.year and o.serial < e.serial)\
            """)).isZero();
        assertThat(count("select count(distinct unit) from approvals.register_entry where register = 'RECEIPT'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void nothingLeavesBeforeItIsApproved() {
        assertThat(count("""
            select count(*) from approvals.sending s join approvals.paper p on p.id = s.paper
            where p.approved_at is null or s.asked_at < p.approved_at\
            """)).isZero();
    }

    @Test
    void packagesGoToAgenciesAndSomeAreToldToHaveArrived() {
        for (var state : List.of("SENT", "ARRIVED"))
            assertThat(count("select count(*) from approvals.delivery where channel = 'AGENCY' and packet is not null"
                            + " and sent_at < '2024-01-01' and state = '" + state + "'"))
                    .as(state)
                    .isPositive();
    }

    @Test
    void thePublicFindsLetters() {
        assertThat(count("select count(*) from approvals.publication where letter is not null and noticed <"
                        + " '2024-01-01'"))
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void somethingArrivedTodayForEachUnit() {
        assertThat(count("""
            select count(distinct r.unit) from approvals.receipt r
            where r.origin = 'INSIDE' and r.arrived_at > '2024-01-01' and r.body like '%시행  %'\
            """)).isEqualTo(2);
    }
}
