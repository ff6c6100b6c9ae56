package kr.madang.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The embedded cluster under the worst its users can do: programs killed, numbers reused, two at once. */
@Tag("processes")
class ClusterTests {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    /** Unpacked once for all tests. */
    @TempDir
    static Path binaries;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void share() throws IOException {
        Files.createSymbolicLink(data.resolve("postgres-binaries"), binaries);
    }

    @AfterEach
    void clear() throws Exception {
        for (var process : started) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        var postmaster = postmaster();
        if (postmaster > 0) kill(postmaster);
    }

    @Test
    void killedProgramsLoseNothingAndTheNextOneTakesTheirDatabaseOver() throws Exception {
        tenant("first").destroyForcibly().waitFor();
        long orphan = postmaster();
        assertThat(alive(orphan)).isTrue();

        try (var cluster = Cluster.open(data)) {
            assertThat(postmaster()).as("taken over, not started anew").isEqualTo(orphan);
            assertThat(notes(cluster)).containsExactly("first");
        }
        assertThat(postmaster()).as("the last to leave stops it").isEqualTo(-1);
    }

    @Test
    void killedDatabaseComesBackWithItsRows() throws Exception {
        var program = tenant("first");
        kill(postmaster());
        program.destroyForcibly().waitFor();
        assertThat(data.resolve("postgres/postmaster.pid")).exists();

        try (var cluster = Cluster.open(data)) {
            assertThat(notes(cluster)).containsExactly("first");
        }
    }

    @Test
    void strangerThatCarriesTheOldProcessNumberIsLeftAlone() throws Exception {
        var program = tenant("first");
        kill(postmaster());
        program.destroyForcibly().waitFor();
        var stranger = new ProcessBuilder("sleep", "300").start();
        started.add(stranger);
        var file = data.resolve("postgres/postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(stranger.pid()));
        Files.write(file, lines);

        try (var cluster = Cluster.open(data)) {
            assertThat(notes(cluster)).containsExactly("first");
        }
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void whoComesSecondSharesAndTheLastToLeaveStopsIt() throws Exception {
        var server = tenant("server");
        long postmaster = postmaster();
        try (var cluster = Cluster.open(data)) {
            assertThat(postmaster()).isEqualTo(postmaster);
            assertThat(notes(cluster)).containsExactly("server");
        }
        assertThat(postmaster()).as("the server still works on it").isEqualTo(postmaster);
        server.getOutputStream().close();
        server.waitFor(30, TimeUnit.SECONDS);
        assertThat(postmaster()).isEqualTo(-1);
    }

    @Test
    void twoFirstStartsAtOnceMakeOneCluster() throws Exception {
        var one = start("one");
        var two = start("two");
        awaitOpen(one);
        awaitOpen(two);
        one.destroyForcibly().waitFor();
        try (var cluster = Cluster.open(data)) {
            assertThat(notes(cluster)).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void onlyThePasswordOpensItAndOnlyTheOwnerReadsThePassword() throws Exception {
        Files.createDirectories(data.resolve("postgres.making/half"));
        try (var cluster = Cluster.open(data)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("postgres/madang.password"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("logs"))))
                    .isEqualTo("rwx------");
            for (var user : List.of("postgres", "madang"))
                for (var wrong : List.of("", "postgres", "madang"))
                    assertThatThrownBy(() -> DriverManager.getConnection(cluster.url(), user, wrong))
                            .isInstanceOf(SQLException.class);
            assertThatThrownBy(() ->
                            Database.open(Map.of("MADANG_DB_URL", cluster.url(), "MADANG_DB_PASSWORD", "wrong"), data))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("console.database.login");
            try (var outside = Database.open(
                    Map.of("MADANG_DB_URL", cluster.url(), "MADANG_DB_PASSWORD", cluster.password()), data)) {
                assertThat(outside.place()).startsWith("127.0.0.1:").doesNotContain(cluster.password());
            }
            assertThat(setting(cluster, "fsync")).isEqualTo("on");
            assertThat(setting(cluster, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(cluster, "data_checksums")).isEqualTo("on");
            assertThat(setting(cluster, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(cluster, "server_encoding")).isEqualTo("UTF8");
            assertThat(ask(cluster, "select string_agg(w, '' order by w) from unnest(array['하','가','나','a']) w"))
                    .isEqualTo("a가나하");
        }
    }

    @Test
    void dataOfAnotherPostgresIsRefusedAndLeftAsItIs() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Cluster.open(data)).hasMessageContaining("console.postgres.version");

        Files.delete(data.resolve("postgres/PG_VERSION"));
        Files.writeString(data.resolve("postgres/photo.jpg"), "mine");
        assertThatThrownBy(() -> Cluster.open(data)).hasMessageContaining("console.postgres.foreign");
        assertThat(data.resolve("postgres/photo.jpg")).hasContent("mine");
    }

    @Test
    void folderThatIsAFileIsRefusedInPlainWords() throws Exception {
        var file = Files.writeString(data.resolve("file"), "");
        assertThatThrownBy(() -> Cluster.open(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("console.postgres");
    }

    private Process tenant(String note) throws IOException {
        var process = start(note);
        awaitOpen(process);
        return process;
    }

    private Process start(String note) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-XX:TieredStopAtLevel=1",
                        Tenant.class.getName(),
                        data.toString(),
                        note)
                .redirectError(data.resolve("error-" + note + ".txt").toFile())
                .start();
        started.add(process);
        return process;
    }

    private void awaitOpen(Process process) throws IOException {
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) if (line.equals("OPEN")) return;
        throw new AssertionError("the program ended: " + errors());
    }

    private String errors() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(data, "error-*.txt")) {
            for (var file : files) text.append(Files.readString(file));
        }
        return text.toString();
    }

    private long postmaster() throws IOException {
        var file = data.resolve("postgres/postmaster.pid");
        return Files.exists(file) ? Long.parseLong(Files.readAllLines(file).getFirst()) : -1;
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void kill(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) return;
        process.get().destroyForcibly();
        process.get().onExit().get(10, TimeUnit.SECONDS);
    }

    private static List<String> notes(Database database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from note")) {
            var notes = new ArrayList<String>();
            while (rows.next()) notes.add(rows.getString(1));
            return notes;
        }
    }

    private static String setting(Database database, String name) throws SQLException {
        return ask(database, "show " + name);
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
