package kr.madang.kernel.trail;

import static kr.madang.kernel.trail.Verdict.Kind.ANCHOR;
import static kr.madang.kernel.trail.Verdict.Kind.BROKEN;
import static kr.madang.kernel.trail.Verdict.Kind.CHANGED;
import static kr.madang.kernel.trail.Verdict.Kind.CUT;
import static kr.madang.kernel.trail.Verdict.Kind.FORGED;
import static kr.madang.kernel.trail.Verdict.Kind.GAP;
import static kr.madang.kernel.trail.Verdict.Kind.REMOVED;
import static kr.madang.kernel.trail.Verdict.Kind.UNSEALED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.TestPostgres;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The chain under load and under attack by someone who owns the database. */
class TrailChainTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private HikariDataSource source;
    private JdbcClient db;
    private TransactionTemplate transaction;
    private Node node;

    /** What one running program holds; several of them share the database. */
    private final class Node {
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

    private void fill(int entries) {
        for (int i = 1; i <= entries; i++) node.record(i);
        node.sealer.seal();
    }

    /** As someone who owns the database would. */
    private void tamper(String sql) {
        transaction.executeWithoutResult(s -> {
            db.sql("set local session_replication_role = replica").update();
            db.sql(sql).update();
        });
    }

    private void finds(Verdict.Kind... kinds) {
        var verdict = node.verify();
        assertThat(verdict.sound()).isFalse();
        assertThat(verdict.counts().keySet()).containsExactlyInAnyOrder(kinds);
    }

    private void findsOnce(Verdict.Kind kind, String where) {
        finds(kind);
        assertThat(node.verify().first()).containsExactly(new Verdict.Finding(kind, where));
    }

    @Test
    void anUntouchedTrailIsSound() {
        assertThat(node.verify().sound()).isTrue();
        fill(50);
        var verdict = node.verify();
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.entries()).isEqualTo(50);
        assertThat(verdict.anchored()).isTrue();
        assertThat(verdict.head()).startsWith("50:");
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveEntries() {
        fill(3);
        for (var table : List.of("kernel.trail_entry", "kernel.trail_seal"))
            for (var sql : List.of(
                    "delete from " + table, "truncate " + table + " cascade", "delete from " + table + " where false"))
                assertThatThrownBy(() -> db.sql(sql).update()).rootCause().hasMessageContaining("only grows");
        assertThatThrownBy(() ->
                        db.sql("update kernel.trail_entry set login = 'x'").update())
                .rootCause()
                .hasMessageContaining("only grows");
        assertThat(node.verify().sound()).isTrue();
    }

    @Test
    void aChangeOfAnyColumnIsFound() {
        fill(9);
        var id = "(select entry from kernel.trail_seal where seq = 5)";
        for (var change : List.of(
                "login = login || ' '",
                "actor = gen_random_uuid()",
                "room = 'accounts'",
                "act = 'post.closed'",
                "subject = 'post:6'",
                "address = '10.0.0.1'",
                "at = at + interval '1 microsecond'",
                "details = details || '{\"grade\": 9}'",
                "details = details || '{\"more\": null}'",
                "mac = decode(repeat('00', 32), 'hex')")) {
            var before = db.sql("select to_jsonb(e)::text from kernel.trail_entry e where id = " + id)
                    .query(String.class)
                    .single();
            tamper("update kernel.trail_entry set " + change + " where id = " + id);
            var verdict = node.verify();
            assertThat(verdict.counts()).as(change).containsKey(CHANGED);
            assertThat(verdict.first().getFirst().where()).isEqualTo("5");
            tamper("delete from kernel.trail_entry where id = " + id);
            tamper("insert into kernel.trail_entry select * from jsonb_populate_record(null::kernel.trail_entry, '"
                    + before.replace("'", "''") + "')");
            assertThat(node.verify().sound()).as("restored after " + change).isTrue();
        }
    }

    @Test
    void aRemovedEntryIsFound() {
        fill(9);
        tamper("delete from kernel.trail_entry where id = (select entry from kernel.trail_seal where seq = 4)");
        findsOnce(REMOVED, "4");
    }

    @Test
    void anEntryRemovedTogetherWithItsSealIsFound() {
        fill(9);
        tamper("""
                with s as (delete from kernel.trail_seal where seq in (4, 5) returning entry)
                delete from kernel.trail_entry where id in (select entry from s)""");
        findsOnce(GAP, "4–5");
    }

    @Test
    void closingTheGapByRenumberingIsFound() {
        fill(9);
        tamper("""
                with s as (delete from kernel.trail_seal where seq = 4 returning entry)
                delete from kernel.trail_entry where id in (select entry from s)""");
        tamper("update kernel.trail_seal set seq = -seq + 1000 where seq > 4");
        tamper("update kernel.trail_seal set seq = 999 - seq where seq > 900");
        finds(BROKEN, CUT);
    }

    @Test
    void aForgedEntryIsFoundWhereverItIsPut() {
        fill(5);
        var forged = """
                insert into kernel.trail_entry
                select gen_random_uuid(), at, actor, 'chief', room, act, subject, address, details, mac
                from kernel.trail_entry limit 1""";
        db.sql(forged).update();
        finds(FORGED);
        // and when it is slipped to the sealer, or given a seal in the middle
        db.sql("insert into kernel.trail_pending select id from kernel.trail_entry where login = 'chief'")
                .update();
        node.sealer.seal();
        findsOnce(CHANGED, "6");
        tamper("update kernel.trail_seal set seq = seq + 100 where seq = 3");
        tamper("update kernel.trail_seal set seq = 3 where seq = 6");
        tamper("update kernel.trail_seal set seq = 6 where seq = 103");
        assertThat(node.verify().counts()).containsKeys(CHANGED, BROKEN);
    }

    @Test
    void exchangedEntriesAreFound() {
        fill(9);
        tamper("update kernel.trail_seal set seq = 1003 where seq = 3");
        tamper("update kernel.trail_seal set seq = 3 where seq = 7");
        tamper("update kernel.trail_seal set seq = 7 where seq = 1003");
        finds(BROKEN);
        tamper("update kernel.trail_seal set seq = 1003 where seq = 3");
        tamper("update kernel.trail_seal set seq = 3 where seq = 7");
        tamper("update kernel.trail_seal set seq = 7 where seq = 1003");
        assertThat(node.verify().sound()).isTrue();
    }

    @Test
    void aCutOffEndIsFoundByTheAnchor() {
        fill(9);
        tamper("""
                with s as (delete from kernel.trail_seal where seq > 6 returning entry)
                delete from kernel.trail_entry where id in (select entry from s)""");
        finds(CUT);
    }

    @Test
    void theDailyLineRemembersWhatTheHeadForgot() {
        fill(9);
        node.anchors.keepDay(node.store.head().orElseThrow());
        tamper("""
                with s as (delete from kernel.trail_seal where seq > 6 returning entry)
                delete from kernel.trail_entry where id in (select entry from s)""");
        for (int i = 0; i < 5; i++) node.record(i);
        node.sealer.seal();
        finds(CUT);
    }

    @Test
    void aHeadNotedOnPaperTellsACutNoAnchorTells() throws Exception {
        fill(9);
        var noted = node.verify().head();
        fill(2);
        assertThat(command(noted)).isZero();
        tamper("""
                with s as (delete from kernel.trail_seal where seq > 6 returning entry)
                delete from kernel.trail_entry where id in (select entry from s)""");
        Files.delete(head());
        fill(5);
        assertThat(command()).isZero();
        assertThat(command(noted)).isEqualTo(1);
        assertThat(command("9")).isEqualTo(2);
    }

    private int command(String... args) {
        var out = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
        var verifier = new Verifier(node.store, node.links, node.anchors, node.sealer, transaction, Clock.systemUTC());
        return new TrailCommand(verifier).run(List.of(args), out, out);
    }

    @Test
    void anEmptiedTrailIsFound() {
        fill(9);
        transaction.executeWithoutResult(s -> {
            db.sql("alter table kernel.trail_entry disable trigger all").update();
            db.sql("alter table kernel.trail_seal disable trigger all").update();
            db.sql("truncate kernel.trail_entry, kernel.trail_seal").update();
        });
        finds(CUT);
    }

    @Test
    void anAlteredAnchorIsFoundAndAMissingOneIsSaid() throws Exception {
        fill(9);
        var head = head();
        var text = Files.readString(head);
        Files.writeString(head, text.replace(" 9 ", " 8 "));
        finds(ANCHOR);
        Files.writeString(head, "nonsense\n");
        finds(ANCHOR);
        Files.delete(head);
        assertThat(node.verify().sound()).isTrue();
        assertThat(node.verify().anchored()).isFalse();
    }

    @Test
    void anEntryKeptFromTheSealerIsFoundAfterAWhile() {
        node.sealer.stop();
        node.record(1);
        db.sql("delete from kernel.trail_pending").update();
        assertThat(node.verify().sound()).isTrue();
        assertThat(node.verify().waiting()).isEqualTo(1);
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11));
        assertThat(node.verify(later).counts()).containsOnlyKeys(UNSEALED);
    }

    @Test
    void anAttackerWithoutTheKeyCannotRebuildTheChain() {
        fill(9);
        var other = new Links(Signer.of(new byte[] {1}), JSON);
        var chain = Links.BEGINNING;
        tamper("update kernel.trail_entry set login = 'other' where subject = 'post:3'");
        for (int seq = 1; seq <= 9; seq++) {
            var id = node.store.seal(seq).orElseThrow().entry();
            var entry = db.sql("select " + TrailStore.COLUMNS + " from kernel.trail_entry e where id = :id")
                    .param("id", id)
                    .query((row, n) -> TrailStore.entry(row))
                    .single();
            var mac = other.mac(entry);
            chain = other.chain(chain, seq, mac);
            tamper("update kernel.trail_entry set mac = '" + bytes(mac) + "' where id = '" + id + "'");
            tamper("update kernel.trail_seal set chain = '" + bytes(chain) + "' where seq = " + seq);
        }
        assertThat(node.verify().counts()).containsEntry(CHANGED, 9L).containsEntry(BROKEN, 9L);
    }

    private static String bytes(byte[] bytes) {
        return "\\x" + java.util.HexFormat.of().formatHex(bytes);
    }

    @Test
    void eightWritersOnTwoNodesMakeOneUnbrokenChain() throws Exception {
        var second = new Node(folder.resolve("second"));
        var writers = new ArrayList<Callable<Integer>>();
        for (int w = 0; w < 8; w++) {
            int writer = w;
            writers.add(() -> {
                for (int i = 0; i < 1_000; i++) (writer % 2 == 0 ? node : second).record(writer * 1_000 + i);
                return 0;
            });
        }
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var result : pool.invokeAll(writers)) result.get();
        }
        double written = (System.nanoTime() - start) / 1e9;
        node.sealer.seal();
        start = System.nanoTime();
        var verdict = node.verify();
        double verified = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "trail: %.0f entries/s written, %.0f entries/s verified%n", 8_000 / written, 8_000 / verified);
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.entries() + verdict.waiting()).isEqualTo(8_000);
        second.sealer.stop();
        assertThat(second.verify().sound()).isTrue();
        assertThat(db.sql("select count(*) from kernel.trail_pending")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anActRolledBackLeavesNoEntry() {
        transaction.executeWithoutResult(status -> {
            node.trail.record(Actor.SYSTEM, "office", "post.opened", "post:1", Map.of());
            status.setRollbackOnly();
        });
        node.record(2);
        node.sealer.seal();
        assertThat(db.sql("select subject from kernel.trail_entry")
                        .query(String.class)
                        .list())
                .containsExactly("post:2");
        assertThat(node.verify().sound()).isTrue();
    }

    @Test
    void whateverTheDetailsHoldTheEntryStaysItself() {
        var details = new LinkedHashMap<String, Object>();
        details.put("z", 1.10);
        details.put("a", List.of(1e2, -0.0, 123456789012345678L, new java.math.BigDecimal("1.000")));
        details.put("\"},\u0000{", "한글 \u0000 \" \\ \n 😀");
        details.put("nested", Map.of("b", true, "a", List.of(), "c", Map.of()));
        details.put("none", null);
        transaction.executeWithoutResult(s -> node.trail.record(Actor.SYSTEM, "r", "a", "s", details));
        node.sealer.seal();
        assertThat(node.verify().sound()).isTrue();
    }

    private Path head() throws Exception {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.endsWith("head")).findFirst().orElseThrow();
        }
    }

    @Test
    void anchorsOfAnotherDatabaseDoNotAccuseThisOne() throws Exception {
        fill(3);
        var elsewhere = new Anchors(folder, Signer.of(new byte[] {9}), Clock.systemUTC());
        elsewhere.advance(new TrailStore.Seal(99, UUID.randomUUID(), new byte[32]));
        assertThat(node.verify().sound()).isTrue();
    }
}
