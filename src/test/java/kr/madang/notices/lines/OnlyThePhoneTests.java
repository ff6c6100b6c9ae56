package kr.madang.notices.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.madang.TestPostgres;
import kr.madang.kernel.seed.OfficeKind;
import org.junit.jupiter.api.Test;

/** A simulated message center stands in demo offices only, and one place decides that. */
class OnlyThePhoneTests {
    @Test
    void nothingElseStartsASimulator() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains("Simulator.start("))
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("Phone.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database says decides, whatever somebody sets; an office says it once. */
    @Test
    void theKindOfTheOfficeDecides() throws Exception {
        var database = TestPostgres.fresh();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema kernel");
            statement.execute(
                    "create table kernel.office (one boolean primary key default true, kind text, opened_at timestamptz)");
        }
        var phone = new Phone(database, null, java.time.Clock.systemUTC());
        phone.lookAround();
        assertThat(phone.here()).isFalse();
        assertThat(phone.settings(1)).isEmpty();
        OfficeKind.PRODUCTION.settle(database);
        phone.lookAround();
        assertThat(phone.here()).isFalse();
        assertThat(phone.settings(1)).isEmpty();
        OfficeKind.DEMO.settle(database);
        phone.lookAround();
        assertThat(phone.here()).isFalse();
        assertThat(phone.settings(1)).isEmpty();
    }
}
