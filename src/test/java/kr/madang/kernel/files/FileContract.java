package kr.madang.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.TestPostgres;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Sql;
import kr.madang.kernel.trail.Trail;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every place for bytes must do; run against the local folder and against a bucket. */
abstract class FileContract {
    static final long LIMIT = 3_000_000;

    @TempDir
    Path folder;

    HikariDataSource source;
    JdbcClient db;
    TransactionTemplate transaction;
    Blobs blobs;
    Files files;

    abstract Blobs blobs();

    /** Overwrites the stored bytes, as a failing disk would. */
    abstract void damage(String sha256, byte[] bytes) throws Exception;

    @BeforeEach
    void open() {
        var config = new HikariConfig();
        config.setDataSource(TestPostgres.fresh());
        source = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/kernel")
                .load()
                .migrate();
        db = Sql.client(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        blobs = blobs();
        files = files(Clock.systemUTC());
    }

    Files files(Clock clock) {
        var silent = new Trail(null, null, null, null, null, null) {
            @Override
            public void record(Actor by, String room, String act, String subject, Map<String, ?> details) {}
        };
        return new Files(
                blobs, new Drafts(folder.resolve("drafts"), 0), new FileRows(db), silent, transaction, clock, LIMIT);
    }

    @AfterEach
    void close() {
        source.close();
    }

    StoredFile put(byte[] bytes) {
        return transaction.execute(s -> files.put(Actor.SYSTEM, "보고서.pdf", new ByteArrayInputStream(bytes)));
    }

    static byte[] bytes(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] all(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private long drafts() throws IOException {
        var drafts = folder.resolve("drafts");
        if (!java.nio.file.Files.exists(drafts)) return 0;
        try (var left = java.nio.file.Files.list(drafts)) {
            return left.count();
        }
    }

    private long stored() throws IOException {
        try (var all = blobs.list()) {
            return all.count();
        }
    }

    @Test
    void whatIsPutComesBack() throws Exception {
        for (int length : new int[] {0, 1, 4_095, 4_096, 65_536, 1_000_001, (int) LIMIT}) {
            var bytes = bytes(length, length);
            var file = put(bytes);
            assertThat(all(files.open(files.get(file.id())))).isEqualTo(bytes);
            assertThat(file.size()).isEqualTo(length);
        }
        assertThat(drafts()).isZero();
    }

    @Test
    void anyPartComesBack() throws Exception {
        var bytes = bytes(100_000, 1);
        var file = put(bytes);
        var random = new Random(2);
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(bytes.length + 1);
            int length = random.nextInt(bytes.length - from + 1);
            assertThat(all(files.open(file, from, length)))
                    .isEqualTo(java.util.Arrays.copyOfRange(bytes, from, from + length));
        }
        for (long[] bad : new long[][] {{-1, 1}, {0, 100_001}, {100_001, 0}, {1, Long.MAX_VALUE}, {5, -1}})
            assertThatThrownBy(() -> files.open(file, bad[0], bad[1])).hasMessageContaining("kernel.file.range");
    }

    @Test
    void equalBytesLieOnceAndStayUntilTheLastFileGoes() throws Exception {
        var first = put("같은 내용".getBytes(StandardCharsets.UTF_8));
        var second = put("같은 내용".getBytes(StandardCharsets.UTF_8));
        assertThat(stored()).isEqualTo(1);
        var later = files(Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        transaction.executeWithoutResult(s -> files.delete(Actor.SYSTEM, first.id(), "중복"));
        assertThat(later.sweep()).isZero();
        assertThat(all(files.open(second))).isNotEmpty();
        transaction.executeWithoutResult(s -> files.delete(Actor.SYSTEM, second.id(), "필요 없음"));
        assertThat(files.sweep()).as("a day's grace").isZero();
        assertThat(later.sweep()).isEqualTo(1);
        assertThat(stored()).isZero();
        assertThatThrownBy(() -> files.get(second.id())).hasMessageContaining("kernel.file.missing");
    }

    @Test
    void anActRolledBackLeavesNoFileAndItsBytesAreSwept() throws Exception {
        transaction.executeWithoutResult(status -> {
            files.put(Actor.SYSTEM, "a", new ByteArrayInputStream(bytes(10, 1)));
            status.setRollbackOnly();
        });
        assertThat(db.sql("select count(*) from kernel.file")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(files(Clock.offset(Clock.systemUTC(), Duration.ofDays(2))).sweep())
                .isEqualTo(1);
    }

    @Test
    void theSweeperWaitsForWhoeverIsAboutToNameTheBytes() throws Exception {
        var later = files(Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        transaction.executeWithoutResult(status -> {
            files.put(Actor.SYSTEM, "a", new ByteArrayInputStream(bytes(10, 1)));
            try (var other = Executors.newSingleThreadExecutor()) {
                assertThat(other.submit(later::sweep).get()).isZero();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(later.sweep()).isZero();
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aDamagedFileIsRefusedBeforeItsFirstByte() throws Exception {
        var bytes = bytes(10_000, 3);
        var file = put(bytes);
        var changed = bytes.clone();
        changed[9_999] ^= 1;
        damage(file.sha256(), changed);
        assertThatThrownBy(() -> files.open(file)).hasMessageContaining("kernel.file.damaged");
        assertThatThrownBy(() -> files.open(file, 0, 10)).hasMessageContaining("kernel.file.damaged");
        damage(file.sha256(), java.util.Arrays.copyOf(bytes, 100));
        assertThatThrownBy(() -> files.open(file)).hasMessageContaining("kernel.file.damaged");
        blobs.remove(file.sha256());
        assertThatThrownBy(() -> files.open(file)).hasMessageContaining("kernel.file.damaged");
        // the same content sent again heals it
        put(bytes);
        assertThat(all(files.open(file))).isEqualTo(bytes);
    }

    @Test
    void tooMuchOrABrokenStreamIsRefusedAndLeavesNothing() throws Exception {
        assertThatThrownBy(() -> put(new byte[(int) LIMIT + 1])).hasMessageContaining("kernel.file.large");
        var broken = new InputStream() {
            private int left = 50_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) throw new IOException("line dropped");
                return 1;
            }
        };
        assertThatThrownBy(() -> transaction.execute(s -> files.put(Actor.SYSTEM, "a", broken)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kernel.file.broken");
        assertThat(stored() + drafts()).isZero();
    }

    @Test
    void manyPutTheSameAndDifferentFilesAtOnce() throws Exception {
        var puts = new ArrayList<Callable<StoredFile>>();
        for (int i = 0; i < 64; i++) {
            int n = i % 8;
            puts.add(() -> put(bytes(20_000, n)));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var result : pool.invokeAll(puts)) {
                var file = result.get();
                assertThat(all(files.open(file))).hasSize(20_000);
            }
        }
        assertThat(stored()).isEqualTo(8);
        assertThat(drafts()).isZero();
    }

    @Test
    void theTypeIsToldFromTheBytes() {
        assertThat(put("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo("application/pdf");
        assertThat(put("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                        .mediaType())
                .isEqualTo("text/html");
    }

    static List<String> lines(Path file) throws IOException {
        return java.nio.file.Files.readAllLines(file);
    }
}
