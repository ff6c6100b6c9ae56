package kr.madang.notices.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database itself is killed in the middle of a send, with everything that was under way in it. */
class DatabaseKilledTests {
    private static final int ROWS = 4_000;

    @TempDir
    Path folder;

    private final int port = free();

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private EmbeddedPostgres open() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                // what was said to be committed is, as in the house; the test server is laxer by itself
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** Everybody in it at once, as a machine that loses its program does. */
    private void kill() throws IOException, InterruptedException {
        var pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        var master = ProcessHandle.of(pid).orElseThrow();
        var all = master.descendants().toList();
        master.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var one : all) while (one.isAlive()) Thread.sleep(10);
        while (master.isAlive()) Thread.sleep(10);
        Files.deleteIfExists(folder.resolve("data/postmaster.pid"));
    }

    @Test
    void aDatabaseThatDiesInTheMiddleCostsNobodyHisMessageAndNobodyGetsTwo() throws Exception {
        var first = open();
        try (var desk = new Desk(first.getPostgresDatabase(), 2)) {
            desk.slow(Duration.ofMillis(10)).send(1, Lane.BULK, ROWS);
            desk.runner.start();
            desk.reached(ROWS / 3);
            kill();
            // only what it holds of the folder in this program
            first.close();
            Thread.sleep(1_500);
            try (var second = open()) {
                desk.closed(1);
                var counts = desk.counts(1);
                assertThat(desk.doubled()).isZero();
                assertThat(counts.remaining()).isZero();
                assertThat(counts.of(State.UNKNOWN)).isZero();
                assertThat(desk.phones).hasSize(ROWS);
            }
        }
    }
}
