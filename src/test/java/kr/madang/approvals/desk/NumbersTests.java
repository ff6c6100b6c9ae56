package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Numbers without gaps, whoever writes and whatever is killed meanwhile. */
class NumbersTests {
    private static final int NUMBERS = 100_000;
    private static final int WRITERS = 64;
    private static final int KILLS = 5;
    private static final long SEED = 20_261_122;
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");

    /** What {@code kill -9} makes of a program: 128 and the number of the signal. */
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    private Path said = Path.of("");

    private final DataSource plain = TestPostgres.fresh();

    /** Asked every few milliseconds while writers keep the server busy, so it does not open one each time. */
    private final SingleConnectionDataSource one = connection();

    private final JdbcClient db = Sql.client(one);

    private SingleConnectionDataSource connection() {
        try {
            return new SingleConnectionDataSource(plain.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        one.destroy();
    }

    @BeforeEach
    void open() {
        said = folder.resolve("writers.txt");
        Flyway.configure()
                .dataSource(plain)
                .locations("classpath:db/migration/approvals")
                .load()
                .migrate();
    }

    /** Each paper is a transaction of its own; every twenty-fifth draws a second number in it, which must not stand without the first. */
    @Test
    void sixtyFourWritersLeaveNoGapThoughTheirProgramIsKilled() throws Exception {
        papers(NUMBERS);
        System.out.println("numbers: seed " + SEED);
        var points = new Random(SEED)
                .ints(KILLS, NUMBERS / 50, NUMBERS * 9 / 10)
                .sorted()
                .toArray();
        for (int point : points) {
            var program = writers();
            while (program.isAlive() && counted() < point) Thread.sleep(10);
            program.destroyForcibly();
            assertThat(program.waitFor()).as(said()).isEqualTo(KILLED);
            settle();
            assertThat(counted()).isBetween((long) point, NUMBERS - 1L);
            nothingIsAmiss();
        }
        assertThat(writers().waitFor()).as(said()).isZero();
        nothingIsAmiss();
        assertThat(counted()).isEqualTo(NUMBERS);
        assertThat(one("select count(distinct paper) from approvals.register_entry where register = 'PRODUCTION'"))
                .isEqualTo(NUMBERS);
        assertThat(one("select last from approvals.register_counter where register = 'ANNOUNCEMENT'"))
                .isEqualTo(NUMBERS / NumberWriters.SECOND);
    }

    private Process writers() throws IOException, SQLException {
        String url;
        try (var connection = plain.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        var work = new NumberWriters.Work(
                url + (url.contains("?") ? "&" : "?") + "ApplicationName=writers",
                "postgres",
                "",
                "PRODUCTION",
                "ANNOUNCEMENT",
                0,
                NUMBERS,
                WRITERS,
                1);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(NumberWriters.class.getName());
        command.addAll(List.of(work.args()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(said.toFile()))
                .start();
    }

    private String said() throws IOException {
        return Files.readString(said);
    }

    /** The server learns of the death a little later; what had arrived by then may still be written. */
    private void settle() throws InterruptedException {
        while (one(
                        "select count(*) from pg_stat_activity where application_name = 'writers' and datname = current_database()")
                > 0) Thread.sleep(5);
    }

    private void nothingIsAmiss() {
        assertThat(new CardStore(db)
                        .misnumbered().stream()
                                .filter(f -> f.what().code().equals("approvals.verify.register"))
                                .toList())
                .as("registers whose numbers are not those counted")
                .isEmpty();
        assertThat(one("""
                select count(*) from (
                    select from approvals.register_entry group by register, unit, year
                    having min(serial) <> 1 or max(serial) <> count(*) or count(distinct serial) <> count(*)) r""")).as("registers with gaps or numbers twice").isZero();
        assertThat(one("""
                select count(*) from approvals.register_entry s where s.register = 'ANNOUNCEMENT' and not exists (
                    select from approvals.register_entry p where p.register = 'PRODUCTION' and p.paper = s.paper)""")).as("second numbers without a first").isZero();
        assertThat(one("""
                select abs(count(*) filter (where s.paper is null)) from approvals.register_entry p
                left join approvals.register_entry s on s.register = 'ANNOUNCEMENT' and s.paper = p.paper
                where p.register = 'PRODUCTION' and ('x' || right(p.paper::text, 8))::bit(32)::int %% %d = 0""".formatted(NumberWriters.SECOND)))
                .as("first numbers without their second")
                .isZero();
    }

    private long counted() {
        return one("select coalesce(sum(last), 0) from approvals.register_counter where register = 'PRODUCTION'");
    }

    private long one(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Test
    void aYearThatIsUsedUpGivesNothingMore() {
        papers(2);
        var registers = new RegisterStore(db);
        db.sql("insert into approvals.register_counter values ('PRODUCTION', '0000001', 2026, 999999998)")
                .update();
        var year = new RegisterStore.Series("PRODUCTION", "0000001", 2026);
        var next = new RegisterStore.Series("PRODUCTION", "0000001", 2027);
        // one number is left: two find none, and leave it
        refused("approvals.number.exhausted", () -> registers.draw(year, List.of(numbered(0), numbered(1))));
        assertThat(NumberWriters.draw(registers, year, NumberWriters.paper(0))).isEqualTo(999_999_999L);
        refused("approvals.number.exhausted", () -> NumberWriters.draw(registers, year, NumberWriters.paper(1)));
        assertThat(NumberWriters.draw(registers, next, NumberWriters.paper(1))).isEqualTo(1);
    }

    private static RegisterStore.Numbered numbered(int paper) {
        return new RegisterStore.Numbered("과", NumberWriters.paper(paper), null, AT);
    }

    @Test
    void severalDrawTheirNumbersInTheirOrder() {
        papers(5);
        var registers = new RegisterStore(db);
        var series = new RegisterStore.Series("PRODUCTION", "0000001", 2026);
        assertThat(NumberWriters.draw(registers, series, NumberWriters.paper(4)))
                .isEqualTo(1);
        assertThat(registers.draw(series, List.of(numbered(2), numbered(0), numbered(3), numbered(1))))
                .isEqualTo(2);
        assertThat(db.sql("select paper from approvals.register_entry where register = 'PRODUCTION' order by serial")
                        .query(UUID.class)
                        .list())
                .containsExactly(
                        NumberWriters.paper(4),
                        NumberWriters.paper(2),
                        NumberWriters.paper(0),
                        NumberWriters.paper(3),
                        NumberWriters.paper(1));
    }

    @Test
    void theDatabaseCountsNoFurtherThanThereAreEntries() {
        papers(2);
        var registers = new RegisterStore(db);
        var series = new RegisterStore.Series("PRODUCTION", "0000001", 2026);
        NumberWriters.draw(registers, series, NumberWriters.paper(0));
        for (var sql : List.of(
                "update approvals.register_counter set last = last + 1",
                "update approvals.register_counter set last = last + 2",
                "update approvals.register_counter set last = last - 1",
                "update approvals.register_counter set last = last"))
            assertThatThrownBy(() -> db.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        assertThat(NumberWriters.draw(registers, series, NumberWriters.paper(1)))
                .isEqualTo(2);
    }

    private void papers(int many) {
        db.sql("""
                insert into approvals.paper (id, kind, task, title, summary, keywords, team, unit, drafter, drafter_name,
                    approver, status, version, links, head, disclosure, grounds, closed_parts, unit_task,
                    unit_task_title, retention, made_at, changed_at)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'GENERAL', '', 't', 's', '{}',
                    'press', '0000001', gen_random_uuid(), 'd', gen_random_uuid(), 'RUNNING', 1, 0, repeat('0', 64),
                    'OPEN', '{}', '', 'A0000001', 't', 'YEARS_5', now(), now()
                from generate_series(0, :many - 1) i""").param("many", many).update();
    }
}
