package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.filing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Entry;
import kr.madang.approvals.line.Paper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody who owns the database changes is found and named; each tampering is undone again, for the context is shared. */
@OfficeTest
class CardVerifierTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    PaperStore store;

    @Autowired
    CardStore cards;

    @Autowired
    CardVerifier verifier;

    @Autowired
    ApprovalsCommand command;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private Paper.Id id;
    private boolean alone;

    @BeforeEach
    void paper() {
        var desk = new Desk(accounts, approvals, papers);
        id = desk.approved(desk.clerk(), desk.leader(), desk.chief(), filing());
    }

    @Test
    void untouchedPapersAreSound() {
        var outcome = verifier.verify();
        assertThat(outcome.first()).isEmpty();
        assertThat(outcome.sound()).isTrue();
        assertThat(outcome.links()).isGreaterThanOrEqualTo(5);
        assertThat(run("verify")).startsWith("0 ").contains("이상 없음");
        assertThat(run()).startsWith("2 ");
    }

    @Test
    void everyPaperIsInOnePartHoweverManyThereAre() {
        var desk = new Desk(accounts, approvals, papers);
        for (int i = 0; i < 6; i++) desk.approved(desk.clerk(), desk.leader(), desk.chief(), filing());
        var all = db.sql("select id from approvals.paper order by id")
                .query(UUID.class)
                .list();
        assertThat(cards.ranges(4)).containsExactly(CardStore.Range.ALL);
        for (int parts : List.of(1, 2, 3, 5, all.size())) {
            var ranges = cards.ranges(parts, 1);
            assertThat(ranges).hasSizeLessThanOrEqualTo(parts).hasSizeGreaterThan(parts / 2);
            var walked = new ArrayList<UUID>();
            for (var range : ranges)
                cards.each(range, card -> {
                    walked.add(card.paper().value());
                    // nothing of a card is left behind at the end of a part
                    assertThat(card.links()).hasSize(card.head().links());
                });
            assertThat(walked).isEqualTo(all);
        }
    }

    @Test
    void aChangedWordIsNamed() {
        finds("approvals.card.altered", "update approvals.event set words = '찬성' where paper = :id and number = 3");
        finds(
                "approvals.card.altered",
                "update approvals.event set who = gen_random_uuid() where paper = :id and number = 3");
        finds(
                "approvals.card.altered",
                "update approvals.event set at = at - interval '1 day' where paper = :id and number = 4");
        finds(
                "approvals.card.altered",
                "update approvals.event set line = jsonb_set(line, '{delegated}', 'true') where paper = :id and number = 1");
        finds("approvals.card.altered", "update approvals.content_version set body = body || '!' where paper = :id");
        finds(
                "approvals.card.altered",
                "update approvals.link set hash = repeat('a', 64) where paper = :id and number = 2");
        finds(
                "approvals.card.detached",
                "update approvals.link set previous = repeat('a', 64) where paper = :id and number = 2");
    }

    @Test
    void whatIsTakenOutOrPutInIsNamed() {
        finds("approvals.card.missing", "delete from approvals.link where paper = :id and number = 3");
        finds("approvals.card.cut", "delete from approvals.link where paper = :id and number = 5");
        finds("approvals.verify.unreadable", "delete from approvals.event where paper = :id and number = 2");
        finds("approvals.verify.unreadable", "delete from approvals.content_version where paper = :id");
        finds(
                "approvals.verify.unreadable",
                "update approvals.event set kind = 'NONSENSE' where paper = :id and number = 2");
        finds("approvals.verify.loose", """
                insert into approvals.event select paper, 9, kind, who, for_whom, role, at, version, hash, words, line, other
                from approvals.event where paper = :id and number = 3""");
    }

    @Test
    void rowsThatSayOtherThanTheCardAreNamed() {
        finds("approvals.verify.row", "update approvals.paper set title = '다른 제목' where id = :id");
        finds("approvals.verify.row", "update approvals.paper set approver = drafter where id = :id");
        finds(
                "approvals.verify.number",
                "update approvals.register_entry set serial = serial + 1000000 where paper = :id");
        finds(
                "approvals.verify.register",
                "update approvals.register_entry set serial = serial + 1000000 where paper = :id");
        finds("approvals.verify.numberless", "delete from approvals.register_entry where paper = :id");
        finds("approvals.verify.gone", """
                with a as (delete from approvals.link where paper = :id), b as (delete from approvals.event where paper = :id),
                    c as (delete from approvals.content_version where paper = :id),
                    d as (delete from approvals.register_entry where paper = :id)
                delete from approvals.paper where id = :id""");
    }

    @Test
    void oneCardAloneIsVerifiedAsSharply() {
        assertThat(verifier.verify(id)).isEmpty();
        alone = true;
        aChangedWordIsNamed();
        whatIsTakenOutOrPutInIsNamed();
        aCardMadeAnewFromItsBeginningIsToldByTheTrail();
        finds("approvals.verify.row", "update approvals.paper set title = '다른 제목' where id = :id");
    }

    @Test
    void aCardMadeAnewFromItsBeginningIsToldByTheTrail() {
        var versions = store.versions(id);
        var forged = new Card(id, List.of())
                .plus(new Entry.Kept(new Content("위조한 제목", "위조", "위조", List.of("위조"), List.of())
                        .version(
                                1, versions.getFirst().by(), versions.getFirst().at())));
        for (var event : store.events(id)) forged = forged.plus(new Entry.Acted(event));
        var links = forged.links();
        var found = tampered(() -> {
            db.sql(
                            "update approvals.content_version set title = '위조한 제목', body = '위조', summary = '위조', keywords = '{위조}' where paper = :id")
                    .param("id", id)
                    .update();
            for (var link : links)
                db.sql("update approvals.link set previous = :previous, hash = :hash where paper = :id and number = :n")
                        .param("previous", link.previous())
                        .param("hash", link.hash())
                        .param("id", id)
                        .param("n", link.number())
                        .update();
            db.sql("update approvals.paper set head = :head, title = '위조한 제목' where id = :id")
                    .param("head", links.getLast().hash())
                    .param("id", id)
                    .update();
        });
        assertThat(found).anyMatch(f -> f.startsWith(id + " approvals.card."));
    }

    private void finds(String code, String sql) {
        assertThat(tampered(() -> db.sql(sql).param("id", id).update())).as(sql).anyMatch(f -> f.endsWith(" " + code));
    }

    /** Verifies with the change in place, then takes it back. */
    private List<String> tampered(Runnable change) {
        var tables = List.of("content_version", "event", "link", "register_entry", "paper");
        var own = new TransactionTemplate(transactions);
        try {
            own.executeWithoutResult(s -> {
                db.sql("set local session_replication_role = replica").update();
                for (var table : tables)
                    db.sql("create table public.kept_%s as select * from approvals.%s where %s = :id"
                                    .formatted(table, table, key(table)))
                            .param("id", id)
                            .update();
                change.run();
            });
            return (alone ? verifier.verify(id) : verifier.verify().first())
                    .stream().map(f -> f.where() + " " + f.what().code()).toList();
        } finally {
            own.executeWithoutResult(s -> {
                db.sql("set local session_replication_role = replica").update();
                for (var table : tables) {
                    db.sql("delete from approvals.%s where %s = :id".formatted(table, key(table)))
                            .param("id", id)
                            .update();
                    db.sql("insert into approvals.%1$s (%2$s) select %2$s from public.kept_%1$s"
                                    .formatted(table, written(table)))
                            .update();
                    db.sql("drop table public.kept_" + table).update();
                }
            });
        }
    }

    /** The columns that are written; others follow from them. */
    private String written(String table) {
        return db.sql("""
                select string_agg(column_name, ', ') from information_schema.columns
                where table_schema = 'approvals' and table_name = :table and is_generated = 'NEVER'""").param("table", table).query(String.class).single();
    }

    private static String key(String table) {
        return table.equals("paper") ? "id" : "paper";
    }

    private String run(String... args) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = command.run(List.of(args), stream, stream);
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
