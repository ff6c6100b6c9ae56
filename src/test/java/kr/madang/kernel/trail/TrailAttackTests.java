package kr.madang.kernel.trail;

import static kr.madang.kernel.trail.Verdict.Kind.BROKEN;
import static kr.madang.kernel.trail.Verdict.Kind.CHANGED;
import static kr.madang.kernel.trail.Verdict.Kind.CUT;
import static kr.madang.kernel.trail.Verdict.Kind.FORGED;
import static kr.madang.kernel.trail.Verdict.Kind.GAP;
import static kr.madang.kernel.trail.Verdict.Kind.REMOVED;
import static kr.madang.kernel.trail.Verdict.Kind.UNSEALED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kr.madang.kernel.crypto.Signer;
import org.junit.jupiter.api.Test;

/** The chain under attack by someone who owns the database. */
class TrailAttackTests extends Chains {
    @Test
    void aChangeOfAnyColumnIsFound() {
        fill(9);
        var id = "(select entry from kernel.trail_seal where seq = 5)";
        for (var change : List.of(
                "login = login || ' '",
                "actor = gen_random_uuid()",
                "room = 'accounts'",
                "act = 'post.closed'",
                "subject = subject || '6'",
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
}
