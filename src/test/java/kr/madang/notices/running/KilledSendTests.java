package kr.madang.notices.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.notices.ledger.Ledger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is killed, and whenever: nobody is lost, nobody is told twice, and what is unknown is little and honest. */
class KilledSendTests {
    private static final int ROWS = 6_000;
    private static final int KILLS = 5;
    private static final long SEED = 20_261_122;

    @TempDir
    Path folder;

    private final DataSource source = TestPostgres.fresh();

    private KilledSend send() throws Exception {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/notices")
                .load()
                .migrate();
        String url;
        try (var connection = source.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        return new KilledSend(
                source,
                new KilledSend.Access(url, "postgres", ""),
                ROWS,
                50,
                Duration.ofMillis(10),
                folder.resolve("nodes.txt"));
    }

    private String said() throws Exception {
        return Files.readString(folder.resolve("nodes.txt"));
    }

    @Test
    void killedAgainAndAgainNobodyIsLostAndNobodyIsToldTwice() throws Exception {
        try (var send = send()) {
            var outcome = send.run(KILLS, SEED);
            System.out.println(outcome);
            assertThat(outcome.kills()).as(said()).isGreaterThan(KILLS / 2);
            isTrue(outcome);
        }
    }

    @Test
    void twoNodesShareASendAndOneOfThemDies() throws Exception {
        try (var send = send()) {
            var outcome = send.runWithTwo(SEED);
            System.out.println(outcome);
            isTrue(outcome);
        }
    }

    private void isTrue(KilledSend.Outcome outcome) throws Exception {
        assertThat(outcome.lost()).as(said()).isZero();
        assertThat(outcome.doubled()).as(said()).isZero();
        assertThat(outcome.untallied()).as(said()).isZero();
        assertThat(outcome.unknown())
                .as(said())
                .isLessThanOrEqualTo((long) outcome.kills() * KilledSend.HOLDERS * Ledger.WINDOW);
    }
}
