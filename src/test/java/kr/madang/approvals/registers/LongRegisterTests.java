package kr.madang.approvals.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A register of a hundred thousand numbers is handed out row by row. */
class LongRegisterTests {
    private static final int MANY = 100_000;
    private static final Map<String, Object> STRANGER =
            Map.of("me", new UUID(0, 9), "team", "other", "audits", false, "absent", new UUID[0]);

    private final DataSource source = TestPostgres.fresh();

    @Test
    void aHundredThousandNumbersAreHandedOutInOrderAndMasked() throws IOException {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/approvals")
                .load()
                .migrate();
        var db = Sql.client(source);
        db.sql("""
                with p as (
                    insert into approvals.paper (id, kind, task, title, summary, keywords, team, unit, drafter,
                        drafter_name, approver, status, version, links, head, disclosure, grounds, closed_parts,
                        unit_task, unit_task_title, retention, made_at, changed_at, approved_at)
                    select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'GENERAL', '',
                        case when i % 10 = 0 then '=비밀' else '=공개' end, 's', '{}', 'press', '0000001',
                        gen_random_uuid(), 'd', gen_random_uuid(), 'APPROVED', 1, 0, repeat('0', 64),
                        case when i % 10 = 0 then 'CLOSED' else 'OPEN' end, '{5}', '', 'A0000001', 't', 'YEARS_5', now(),
                        now(), now()
                    from generate_series(1, :many) i returning id)
                insert into approvals.register_entry (register, unit, year, serial, unit_name, paper, at)
                select 'PRODUCTION', '0000001', 2026, row_number() over (order by id), '과', id, now() from p""").param("many", MANY).update();
        var list = new RegisterList(db);
        var query = RegisterQuery.of(Book.of("production").orElseThrow(), "0000001", 2026);
        for (var form : new String[] {"csv", "xlsx"}) {
            var last = new AtomicLong();
            var masked = new AtomicLong();
            var bytes = new Counting();
            var out = form.equals("csv") ? SheetWriter.csv(bytes) : SheetWriter.xlsx(bytes, "대장");
            try (out) {
                new TransactionTemplate(new DataSourceTransactionManager(source))
                        .executeWithoutResult(status -> list.each(query, STRANGER, row -> {
                            assertThat(row.serial()).isEqualTo(last.incrementAndGet());
                            if (row.masked()) masked.incrementAndGet();
                            assertThat(row.title()).isIn("", "=공개");
                            out.row(row.serial(), row.title());
                        }));
            }
            assertThat(last.get()).isEqualTo(MANY);
            assertThat(masked.get()).isEqualTo(MANY / 10);
            assertThat(bytes.count).isGreaterThan(MANY);
        }
        var first = list.page(query, STRANGER, null, 30);
        assertThat(first.rows().getFirst().serial()).isEqualTo(MANY);
        assertThat(list.page(query.titled("비밀"), STRANGER, null, 30).rows()).isEmpty();
    }

    private static final class Counting extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            count += length;
        }
    }
}
