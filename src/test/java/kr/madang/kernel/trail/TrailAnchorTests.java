package kr.madang.kernel.trail;

import static kr.madang.kernel.trail.Verdict.Kind.ANCHOR;
import static kr.madang.kernel.trail.Verdict.Kind.CUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.crypto.Signer;
import org.junit.jupiter.api.Test;

/** What the anchors outside the database tell of an end cut off. */
class TrailAnchorTests extends Chains {
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
