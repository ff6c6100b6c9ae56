package kr.madang.approvals.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.approvals.records.Retention;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many papers, and many years. */
class LongYearsTests {
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");

    private final DataSource source = TestPostgres.fresh();
    private final JdbcClient db = Sql.client(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final CloseStore store = new CloseStore(db);

    @BeforeEach
    void open() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/approvals")
                .load()
                .migrate();
    }

    private void file(UUID id, String task, int year, Retention retention) {
        db.sql("""
                insert into approvals.file (id, unit, task, year, serial, volume, title, retention, opened_at, opened_by)
                values (:id, '0000001', :task, :year, 1, 1, 't', :retention, :at, 'x')""")
                .param("id", id)
                .param("task", task)
                .param("year", year)
                .param("retention", retention)
                .param("at", AT)
                .update();
    }

    private void papers(int from, int to) {
        db.sql("""
                insert into approvals.paper (id, kind, task, title, summary, keywords, team, unit, drafter, drafter_name,
                    approver, status, version, links, head, disclosure, grounds, closed_parts, unit_task,
                    unit_task_title, retention, made_at, changed_at, approved_at)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'GENERAL', '', 't', 's', '{}',
                    'press', '0000001', gen_random_uuid(), 'd', gen_random_uuid(), 'APPROVED', 1, 0, repeat('0', 64),
                    'OPEN', '{}', '', 'L00000' || lpad((i % 20)::text, 2, '0'), 't',
                    case when i = 27 then 'YEARS_30' else 'YEARS_1' end, now(), now(), :at
                from generate_series(:from, :to) i""").param("at", AT).param("from", from).param("to", to).update();
    }

    private long close() {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.begin("0000001", 2026, AT, "x");
            return store.close(store.lockOpen("0000001", 2026), LocalDate.of(2026, 12, 31), AT, "x");
        }));
    }

    @Test
    void twentyThousandPapersAreFiledAndCloseTogether() {
        var strays = new StrayStore(db);
        papers(0, 19_999);
        var place = new StrayStore.Place("0000001", 2026);
        assertThat(strays.places()).containsExactly(place);
        strays.open(place, AT, "x");
        assertThat(strays.file(place)).isEqualTo(20_000);
        assertThat(strays.places()).isEmpty();
        strays.open(place, AT, "x");
        assertThat(strays.file(place)).isZero();
        assertThat(close()).isEqualTo(20_000);
        assertThat(db.sql("select retention from approvals.file where closed_on is not null order by task")
                        .query(String.class)
                        .list())
                .hasSize(20)
                .satisfies(all -> assertThat(all.get(7)).isEqualTo("YEARS_30"))
                .filteredOn("YEARS_1"::equals)
                .hasSize(19);
        papers(20_000, 20_004);
        strays.open(place, AT, "x");
        assertThat(strays.file(place)).as("late papers lie in next volumes").isEqualTo(5);
        assertThat(close()).isEqualTo(5);
        assertThat(db.sql("select max(volume) from approvals.file")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatHasEndedIsWhatTheCalendarSays() {
        var closed = new ArrayList<LocalDate>();
        for (int year = 2015; year <= 2026; year++) {
            closed.add(LocalDate.of(year, 12, 31));
            if (year % 4 == 0) closed.add(LocalDate.of(year, 2, 29));
        }
        int n = 0;
        for (var day : closed)
            for (var retention : Retention.values()) {
                var id = new UUID(2, n++);
                file(id, "L%07d".formatted(n), day.getYear(), retention);
                store.close(java.util.List.of(id), day, AT, "x");
            }
        for (var day : java.util.List.of(
                LocalDate.of(2024, 2, 28),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2028, 2, 29),
                LocalDate.of(2030, 12, 31),
                LocalDate.of(2031, 1, 1))) {
            var expected = new TreeSet<String>();
            for (var on : closed)
                for (var retention : Retention.values())
                    if (retention.expired(on, day)) expected.add(on + " " + retention);
            var found = new TreeSet<String>();
            for (String cursor = ""; cursor != null; ) {
                var slice = store.ended("", day, cursor, 7);
                slice.rows().forEach(f -> found.add(f.closedOn() + " " + f.retention()));
                cursor = slice.next();
            }
            assertThat(found).as("on " + day).isEqualTo(expected);
        }
    }
}
