package kr.madang.kernel.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kr.madang.kernel.Refused;

/** The cluster's main process: found by the file it keeps, started, stopped. All of it happens at the gate. */
final class Postmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ClusterFolder folder;
    private final Binaries binaries;

    Postmaster(ClusterFolder folder, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    /** The port of the postmaster that runs on this folder, waited for while it still recovers. */
    OptionalInt find() throws IOException {
        var lines = pidFile();
        if (lines.size() < 4) return forget(lines);
        var process = process(lines.getFirst());
        if (process.isEmpty() || !isOurs(process.get())) return forget(lines);
        return OptionalInt.of(await(process.get(), Integer.parseInt(lines.get(3).strip())));
    }

    private List<String> pidFile() throws IOException {
        var file = folder.cluster().resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Optional<ProcessHandle> process(String pid) {
        return pid.strip().matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(pid.strip())) : Optional.empty();
    }

    /** After a crash the recorded number may belong to any other program; a postmaster stands in its own folder. */
    private boolean isOurs(ProcessHandle process) {
        if (!process.isAlive()) return false;
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(folder.cluster());
        } catch (IOException e) {
            var info = process.info();
            return info.commandLine().orElse("").contains(folder.cluster().toString())
                    || (info.commandLine().isEmpty()
                            && info.command().orElse("").endsWith("postgres"));
        }
    }

    /** PostgreSQL would take a stranger that carries the old number for a running postmaster and refuse to start. */
    private OptionalInt forget(List<String> lines) throws IOException {
        if (!lines.isEmpty()) Files.deleteIfExists(folder.cluster().resolve("postmaster.pid"));
        return OptionalInt.empty();
    }

    private int await(ProcessHandle process, int port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (process.isAlive() && System.nanoTime() < end) {
            try (var connection = folder.connect(port, "postgres");
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("show data_directory")) {
                row.next();
                if (Path.of(row.getString(1)).toRealPath().equals(folder.cluster())) return port;
            } catch (SQLException e) {
                last = String.valueOf(e.getMessage());
            }
            pause();
        }
        throw Outside.unavailable("console.postgres.silent", folder.cluster(), process.pid(), last);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.Reason.UNAVAILABLE, "console.postgres.interrupted");
        }
    }

    /** Starts it on the port it last had, or on a free one. */
    int start() throws IOException {
        int port = port();
        for (int tries = 1; ; tries++) {
            Files.deleteIfExists(startLog());
            try {
                binaries.run(
                        folder.logs().resolve("pg_ctl.log"),
                        "pg_ctl",
                        "--pgdata=" + folder.cluster(),
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--log=" + startLog(),
                        "--options=-p " + port,
                        "start");
                Files.writeString(portFile(), Integer.toString(port));
                return port;
            } catch (Refused e) {
                if (said("No space left on device")) throw Outside.unavailable("console.postgres.full", folder.data());
                if (tries == 3 || !said("Address already in use")) throw e;
                port = free(0);
            }
        }
    }

    private Path startLog() {
        return folder.logs().resolve("postgresql-start.log");
    }

    /** Whether the start that just failed gave this reason, in its first log or in the one it went on with. */
    private boolean said(String reason) throws IOException {
        var minuteAgo = FileTime.from(Instant.now().minusSeconds(60));
        try (var logs = Files.newDirectoryStream(folder.logs(), "postgresql-*.log")) {
            for (var log : logs) {
                if (Files.getLastModifiedTime(log).compareTo(minuteAgo) < 0) continue;
                var lines = Files.readAllLines(log);
                if (lines.subList(Math.max(0, lines.size() - 20), lines.size()).stream()
                        .anyMatch(line -> line.contains(reason))) return true;
            }
        }
        return false;
    }

    private Path portFile() {
        return folder.cluster().resolve("madang.port");
    }

    private int port() throws IOException {
        var last = Files.exists(portFile()) ? Files.readString(portFile()).strip() : "0";
        try {
            return free(last.matches("\\d{1,5}") ? Integer.parseInt(last) : 0);
        } catch (IOException | IllegalArgumentException e) {
            return free(0);
        }
    }

    private static int free(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void stop() throws IOException {
        if (pidFile().isEmpty()) return;
        binaries.run(
                folder.logs().resolve("pg_ctl.log"),
                "pg_ctl",
                "--pgdata=" + folder.cluster(),
                "--wait",
                "--mode=fast",
                "stop");
    }
}
