package kr.madang.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import kr.madang.TestPostgres;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A trail of its own with one program that seals it, for the tests of the chain. */
abstract class Chains {
    static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    HikariDataSource source;
    JdbcClient db;
    TransactionTemplate transaction;
    Node node;

    /** What one running program holds; several of them share the database. */
    final class Node {
        final TrailStore store = new TrailStore(db);
        final Links links = new Links(Signer.of(new byte[32]), JSON);
        final Anchors anchors;
        final Sealer sealer;
        final Trail trail;

        Node(Path anchorFolder) {
            anchors = new Anchors(anchorFolder, Signer.of(new byte[32]), Clock.systemUTC());
            sealer = new Sealer(store, links, anchors, transaction);
            trail = new Trail(store, links, sealer, new ClientAddress(""), Clock.systemUTC(), JSON);
            sealer.start();
        }

        Verdict verify() {
            return verify(Clock.systemUTC());
        }

        Verdict verify(Clock clock) {
            return new Verifier(store, links, anchors, sealer, transaction, clock).verify();
        }

        void record(int n) {
            transaction.executeWithoutResult(s -> trail.record(
                    Actor.SYSTEM, "office", "post.opened", "post:" + n, Map.of("grade", n, "note", "가나다 " + n)));
        }
    }

    @BeforeEach
    void open() {
        var config = new HikariConfig();
        config.setDataSource(TestPostgres.fresh());
        config.setMaximumPoolSize(20);
        source = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/kernel")
                .load()
                .migrate();
        db = Sql.client(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        node = new Node(folder);
    }

    @AfterEach
    void close() {
        node.sealer.stop();
        source.close();
    }

    void fill(int entries) {
        for (int i = 1; i <= entries; i++) node.record(i);
        node.sealer.seal();
    }

    /** As someone who owns the database would. */
    void tamper(String sql) {
        transaction.executeWithoutResult(s -> {
            db.sql("set local session_replication_role = replica").update();
            db.sql(sql).update();
        });
    }

    void finds(Verdict.Kind... kinds) {
        var verdict = node.verify();
        assertThat(verdict.sound()).isFalse();
        assertThat(verdict.counts().keySet()).containsExactlyInAnyOrder(kinds);
    }

    void findsOnce(Verdict.Kind kind, String where) {
        finds(kind);
        assertThat(node.verify().first()).containsExactly(new Verdict.Finding(kind, where));
    }
}
