package kr.madang.kernel.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalInt;
import kr.madang.kernel.Refused;

/**
 * The PostgreSQL cluster kept under the data folder (내장 데이터베이스). Whoever opens it holds a share of it; the first starts the
 * postmaster, the last to close stops it. The shares are file locks, which the operating system takes back from a killed program.
 */
public final class Cluster implements Database {
    /** PostgreSQL's word for it. */
    public static final String DISK_FULL = "53100";

    private static final String DATABASE = "madang";

    private final ClusterFolder folder;
    private final Postmaster postmaster;
    private final FileLocks locks;
    private final int port;
    private boolean open = true;

    private Cluster(ClusterFolder folder, Postmaster postmaster, FileLocks locks, int port) {
        this.folder = folder;
        this.postmaster = postmaster;
        this.locks = locks;
        this.port = port;
    }

    /** Starts the cluster in {@code data/postgres}, made on the first call, or joins the one that runs there. */
    public static Cluster open(Path data) {
        try {
            Files.createDirectories(data);
            return open(new ClusterFolder(data.toRealPath()));
        } catch (IOException e) {
            throw refused(data, e);
        }
    }

    private static Cluster open(ClusterFolder folder) throws IOException {
        var locks = new FileLocks(folder.data());
        try (var gate = locks.gate()) {
            boolean alone = locks.alone();
            folder.checkWritable();
            var binaries = Binaries.under(folder.data());
            folder.prepare(binaries);
            var postmaster = new Postmaster(folder, binaries);
            OptionalInt running = postmaster.find();
            int port = running.isPresent() ? running.getAsInt() : postmaster.start();
            if (alone) clear(folder, postmaster, port);
            locks.share();
            return new Cluster(folder, postmaster, locks, port);
        } catch (IOException | RuntimeException e) {
            locks.close();
            throw e;
        }
    }

    /** Makes the database on the first start, and ends what a killed program left running in it. */
    private static void clear(ClusterFolder folder, Postmaster postmaster, int port) throws IOException {
        try (var connection = folder.connect(port, "postgres");
                var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'".formatted(DATABASE));
            try (var row = statement.executeQuery("select from pg_database where datname = '%s'".formatted(DATABASE))) {
                if (row.next()) return;
            }
            // the password is hexadecimal, so it needs no quoting
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login password '%2$s';
                        end if;
                    end $$
                    """.formatted(DATABASE, folder.password()));
            statement.execute("create database %1$s owner %1$s".formatted(DATABASE));
        } catch (SQLException e) {
            postmaster.stop();
            if (DISK_FULL.equals(e.getSQLState())) throw Outside.unavailable("console.postgres.full", folder.data());
            throw Outside.unavailable(
                    "console.database.unreachable", "127.0.0.1:" + port, String.valueOf(e.getMessage()));
        }
    }

    private static Refused refused(Path data, IOException e) {
        if (e instanceof AccessDeniedException) return Outside.unavailable("console.postgres.denied", data);
        var reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        if (reason != null && reason.contains("No space left"))
            return Outside.unavailable("console.postgres.full", data);
        return Outside.unavailable("console.postgres.folder", data, String.valueOf(e.getMessage()));
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    @Override
    public String user() {
        return DATABASE;
    }

    @Override
    public String password() {
        try {
            return folder.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String place() {
        return folder.cluster() + " (127.0.0.1:" + port + ")";
    }

    /** Gives back the share; the last one out stops PostgreSQL. */
    @Override
    public synchronized void close() {
        if (!open) return;
        open = false;
        try (var gate = locks.gate()) {
            locks.leave();
            if (locks.alone()) postmaster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            locks.close();
        }
    }
}
