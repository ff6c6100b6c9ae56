package kr.madang;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A filled demo office to make others from. Filling takes both processors a minute: whichever test JVM of a run comes first does it and
 * leaves a copy of its cluster and its files here; the other waits and starts with another copy. Without a run to belong to, as when a
 * single test is started by hand from elsewhere, everybody fills his own.
 */
final class Mould {
    private static final Path FOLDER = Path.of("target", "test-data", "mould");
    private static final Path READY = FOLDER.resolve("ready");
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Set<String> OF_THE_RUNNING = Set.of("postmaster.pid", "postmaster.opts");

    /** Folders of this program with the files of the office in them; a second context of it reads and writes the same. */
    private static final Set<Path> FURNISHED = ConcurrentHashMap.newKeySet();

    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    private final String run = System.getProperty("madang.run", "");
    private final Path data;
    private @Nullable FileLock lock;

    Mould(Path data) {
        this.data = data;
    }

    /** The copied office, its files in their place already; otherwise a database to be filled, which {@link #keep} then takes. */
    DataSource take() throws IOException, SQLException {
        if (run.isEmpty()) return TestPostgres.fresh();
        Files.createDirectories(FOLDER.getParent());
        lock = lock();
        if (lock == null || !ready()) return TestPostgres.fresh();
        try {
            if (FURNISHED.add(data)) {
                delete(data);
                copy(FOLDER.resolve("data"), data);
            }
            var cluster = data.resolveSibling(data.getFileName() + "-postgres" + CLUSTERS.incrementAndGet())
                    .toAbsolutePath();
            delete(cluster);
            copy(FOLDER.resolve("postgres"), cluster);
            return TestPostgres.running(
                            EmbeddedPostgres.builder().setDataDirectory(cluster).setCleanDataDirectory(false))
                    .getDatabase("postgres", Files.readAllLines(READY).get(1));
        } finally {
            release();
        }
    }

    private static @Nullable FileLock lock() throws IOException {
        var channel = FileChannel.open(
                FOLDER.resolveSibling("mould.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var lock = channel.tryLock();
            if (lock != null) return lock;
            sleep();
        }
        channel.close();
        return null;
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while another test program fills the demo office", e);
        }
    }

    private boolean ready() throws IOException {
        try {
            return Files.readAllLines(READY).getFirst().equals(run);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Leaves a copy of what was just filled, if somebody may want it; the cluster goes on running. */
    void keep(DataSource filled) throws IOException, SQLException {
        if (lock == null) return;
        delete(FOLDER);
        try (var connection = filled.getConnection();
                var statement = connection.createStatement()) {
            var cluster = Path.of(one(statement, "show data_directory"));
            one(statement, "select pg_backup_start('mould', true)::text");
            copy(cluster, FOLDER.resolve("postgres"));
            Files.writeString(
                    FOLDER.resolve("postgres/backup_label"),
                    one(statement, "select labelfile from pg_backup_stop(false)"));
            // what was written meanwhile stands here, and that the copy is whole
            delete(FOLDER.resolve("postgres/pg_wal"));
            copy(cluster.resolve("pg_wal"), FOLDER.resolve("postgres/pg_wal"));
            FURNISHED.add(data);
            copy(data, FOLDER.resolve("data"));
            Files.writeString(READY, run + "\n" + one(statement, "select current_database()") + "\n");
        } finally {
            release();
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Also when the filling broke off: the other then fills his own. */
    void release() throws IOException {
        var held = lock;
        lock = null;
        if (held == null) return;
        held.release();
        held.acquiredBy().close();
    }

    /** A running cluster's files come and go; what it needs of them is in its log. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (OF_THE_RUNNING.contains(file.getFileName().toString())) continue;
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException e) {
                    if (Files.exists(file)) throw e;
                }
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
