package kr.madang.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.kernel.access.Actor;
import org.junit.jupiter.api.Test;

/** The chain under load, whoever writes and whatever is written. */
class TrailChainTests extends Chains {
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
}
