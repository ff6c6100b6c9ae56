package kr.madang.approvals.dispatch.office;

import static kr.madang.approvals.dispatch.office.DispatchesTests.refused;
import static kr.madang.approvals.dispatch.office.Street.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.CardVerifier;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.ReceiptNumbers;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.dispatch.exchange.Packet;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes in is given out, taken, read and finished, and read by those it is for. */
@OfficeTest
class ReceiptsTests {
    @Autowired
    BeanFactory beans;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Outbox outbox;

    @Autowired
    Receipts receipts;

    @Autowired
    Intake intake;

    @Autowired
    Papers papers;

    @Autowired
    ReceiptNumbers numbers;

    @Autowired
    CardVerifier verifier;

    @Autowired
    JdbcClient db;

    private Street.House documents;
    private Street.House unit;

    private Street street;

    @BeforeEach
    void houses() {
        street = new Street(beans);
        documents = street.documents();
        unit = street.house();
    }

    private static Intake.Typed typed(String title, String unit, boolean closed) {
        return new Intake.Typed(title, "가람시", "총무과-7", null, "요지", closed, unit);
    }

    private Receipt.Id entered(boolean closed) {
        return intake.enter(documents.clerk(), typed("공문", "", closed), List.of());
    }

    private String number(Receipt.Id id) {
        return receipts.open(Actor.SYSTEM, id).number();
    }

    @Test
    void theDocumentUnitGivesOutAndTheUnitTakesWithItsOwnNumber() {
        var id = entered(false);
        assertThat(number(id)).isEmpty();
        refused("approvals.receipt.forbidden", () -> receipts.take(unit.clerk(), id));
        receipts.give(
                documents.clerk(), id, unit.unit().code(), receipts.today().plusDays(3), "회신");
        refused("approvals.receipt.other", () -> receipts.take(documents.clerk(), id));
        receipts.take(unit.clerk(), id);
        assertThat(number(id)).isEqualTo(unit.unit().name() + "-1");
        refused(
                "approvals.receipt.outsider",
                () -> receipts.assign(unit.head(), id, documents.clerk().id(), null, ""));
        receipts.assign(unit.head(), id, unit.clerk().id(), null, "");
        refused("approvals.receipt.handler", () -> receipts.finish(unit.other(), id, "함"));
        receipts.finish(unit.clerk(), id, "회신함");
        var view = receipts.open(unit.clerk(), id);
        assertThat(view.receipt().state()).isEqualTo(Receipt.State.DONE);
        assertThat(view.steps())
                .extracting(ReceiptView.Step::kind)
                .containsExactly("entered", "given", "taken", "assigned", "done");
        assertThat(verifier.verify().first()).isEmpty();
    }

    @Test
    void aDocumentThatGoesOnToAnotherUnitHasANumberInEach() {
        var id = intake.enter(unit.clerk(), typed("잘못 온 공문", unit.unit().code(), false), List.of());
        assertThat(number(id)).isEqualTo(unit.unit().name() + "-1");
        receipts.sendBack(unit.clerk(), id, "소관이 아님");
        var next = street.house();
        receipts.give(documents.clerk(), id, next.unit().code(), null, "");
        receipts.take(next.clerk(), id);
        assertThat(number(id)).isEqualTo(next.unit().name() + "-1");
        receipts.sendBack(next.clerk(), id, "우리도 아님");
        receipts.give(documents.clerk(), id, unit.unit().code(), null, "");
        receipts.take(unit.clerk(), id);
        assertThat(counter(unit)).as("taken again without a second number").isEqualTo(1);
        assertThat(verifier.verify().first()).isEmpty();
    }

    private long counter(Street.House house) {
        return db.sql("select last from approvals.register_counter where unit = :unit and register = 'RECEIPT'")
                .param("unit", house.unit().code())
                .query(Long.class)
                .single();
    }

    @Test
    void theYearChangesInSeoul() {
        var before = entered(false);
        var after = entered(false);
        var last = numbers.draw(unit.unit(), after.value(), Instant.parse("2026-12-31T14:59:59.999999Z"));
        var first = numbers.draw(unit.unit(), before.value(), Instant.parse("2026-12-31T15:00:00Z"));
        assertThat(List.of(last, first)).containsOnly(unit.unit().name() + "-1");
        assertThat(db.sql("select year from approvals.register_entry where unit = :unit order by year")
                        .param("unit", unit.unit().code())
                        .query(Integer.class)
                        .list())
                .containsExactly(2026, 2027);
    }

    @Test
    void aUnitThatTakesWithoutANumberIsFound() {
        var id = entered(false);
        db.sql("update approvals.receipt set state = 'TAKEN', unit = :unit where id = :id")
                .param("unit", unit.unit().code())
                .param("id", id)
                .update();
        assertThat(verifier.verify().first())
                .extracting(f -> f.what().code() + " " + f.where())
                .containsExactly("approvals.verify.unreceived " + id);
        db.sql("update approvals.receipt set state = 'WAITING', unit = :unit where id = :id")
                .param("unit", documents.unit().code())
                .param("id", id)
                .update();
    }

    @Test
    void aNumberCannotBeTakenAwayAndBelongsToSomething() {
        var id = intake.enter(unit.clerk(), typed("공문", unit.unit().code(), false), List.of());
        assertThatThrownBy(() -> db.sql("delete from approvals.register_entry where receipt = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("""
                        insert into approvals.register_entry (register, unit, year, serial, unit_name, at)
                        values ('RECEIPT', 'X', 2026, 1, 'X', now())""").update())
                .as("an entry belongs to something")
                .isInstanceOf(DataAccessException.class);
        assertThat(number(id)).isNotEmpty();
    }

    @Test
    void openingMarksAReaderOnceAndEveryLookIsRecorded() {
        var id = entered(false);
        var reader = street.house().clerk();
        refused("approvals.receipt.forbidden", () -> receipts.open(reader, id));
        receipts.circulate(documents.clerk(), id, List.of(reader.id()));
        receipts.circulate(documents.clerk(), id, List.of(reader.id()));
        assertThat(receipts.open(documents.clerk(), id).readers())
                .singleElement()
                .satisfies(r -> assertThat(r.readAt()).isNull());
        var first = receipts.open(reader, id).readers().getFirst().readAt();
        assertThat(first).isNotNull();
        assertThat(receipts.open(reader, id).readers().getFirst().readAt()).isEqualTo(first);
        assertThat(db.sql(
                                "select allowed from approvals.receipt_look where receipt = :id and account = :who order by id")
                        .param("id", id)
                        .param("who", reader.id())
                        .query(Boolean.class)
                        .list())
                .containsExactly(false, true, true);
        refused("approvals.receipt.readers", () -> receipts.circulate(documents.clerk(), id, List.of()));
        refused("approvals.receipt.other", () -> receipts.circulate(reader, id, List.of(reader.id())));
    }

    @Test
    void whoReadsAnOpenDocument() {
        matrix(false, "distributor", "clerk", "handler", "head", "reader", "auditor");
    }

    @Test
    void whoReadsAClosedDocument() {
        matrix(true, "distributor", "handler", "head", "reader", "auditor");
    }

    /** Everybody against a document that has its handler; lists and pages agree. */
    private void matrix(boolean closed, String... names) {
        var people = new LinkedHashMap<String, Actor>();
        people.put("distributor", documents.clerk());
        people.put("documents", documents.other());
        people.put("clerk", unit.other());
        people.put("handler", unit.clerk());
        people.put("head", unit.head());
        people.put("reader", street.house().clerk());
        people.put("stranger", street.house().head());
        people.put("auditor", street.actor("", "감사담당관", Map.of("*", Level.VIEW)));
        people.put("visitor", street.actor(unit.clerk().team(), "주무관", Map.of("office", Level.WORK)));
        var id = entered(closed);
        receipts.give(documents.clerk(), id, unit.unit().code(), null, "");
        receipts.take(unit.head(), id);
        receipts.assign(unit.head(), id, unit.clerk().id(), null, "");
        receipts.circulate(unit.head(), id, List.of(people.get("reader").id()));
        var found = new TreeSet<String>();
        people.forEach((name, actor) -> {
            boolean listed = receipts.find(actor, ReceiptQuery.ALL, null, 200).rows().stream()
                    .anyMatch(i -> i.receipt().id().equals(id));
            if (listed) found.add(name);
            if (listed) receipts.open(actor, id);
            else refused("approvals.receipt.forbidden", () -> receipts.open(actor, id));
        });
        assertThat(found).containsExactlyInAnyOrder(names);
    }

    @Test
    void theAnswerIsADraftThatNamesTheDocument() {
        var id = intake.enter(unit.clerk(), typed("문의", unit.unit().code(), false), List.of());
        refused("approvals.receipt.handler", () -> intake.answer(unit.clerk(), id));
        receipts.assign(unit.head(), id, unit.clerk().id(), null, "");
        var paper = intake.answer(unit.clerk(), id);
        var draft = papers.open(unit.clerk(), paper);
        assertThat(draft.current().text()).contains("가람시 총무과-7");
        assertThat(receipts.open(unit.clerk(), id).answer()).isEqualTo(paper.value());
        refused("approvals.receipt.answered", () -> intake.answer(unit.clerk(), id));
    }

    @Test
    void overdueOnesAreFoundAndCounted() {
        var id = intake.enter(unit.clerk(), typed("기한", unit.unit().code(), false), List.of());
        receipts.assign(unit.head(), id, unit.clerk().id(), receipts.today(), "");
        assertThat(receipts.counts(unit.clerk())).containsEntry("mine", 1L).containsEntry("overdue", 0L);
        db.sql("update approvals.receipt set deadline = deadline - 1 where id = :id")
                .param("id", id)
                .update();
        assertThat(receipts.counts(unit.clerk())).containsEntry("overdue", 1L);
        var late = receipts.find(unit.clerk(), new ReceiptQuery("", null, false, true), null, 10);
        assertThat(late.rows()).singleElement().satisfies(i -> assertThat(i.overdue(receipts.today()))
                .isTrue());
        receipts.finish(unit.clerk(), id, "늦게 함");
        assertThat(receipts.counts(unit.clerk())).containsEntry("overdue", 0L);
    }

    @Test
    void searchFindsByTitleSenderAndNumberAndMindsWildcards() {
        var mark = unit.unit().code();
        var id = intake.enter(unit.clerk(), typed("100% " + mark, unit.unit().code(), false), List.of());
        for (var text :
                List.of("100% " + mark, mark.toLowerCase(), "총무과-7", unit.unit().name() + "-1"))
            assertThat(receipts.find(unit.clerk(), new ReceiptQuery(text, null, false, false), null, 10)
                            .rows())
                    .as(text)
                    .anyMatch(i -> i.receipt().id().equals(id));
        for (var text : List.of("1_0%", "%" + mark, "'; drop table approvals.receipt; --", "\0없음"))
            assertThat(receipts.find(unit.clerk(), new ReceiptQuery(text, null, false, false), null, 10)
                            .rows())
                    .as(text)
                    .isEmpty();
    }

    @Test
    void pagesGoOnWhereTheyStopped() {
        for (int i = 0; i < 7; i++)
            intake.enter(unit.clerk(), typed("문서 " + i, unit.unit().code(), false), List.of());
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var slice = receipts.find(unit.clerk(), ReceiptQuery.ALL, cursor, 3);
            slice.rows().forEach(r -> seen.add(r.title()));
            cursor = slice.next();
        } while (cursor != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen.getFirst()).isEqualTo("문서 6");
    }

    @Test
    void scansAreKeptAndReadByReadersOnly() throws Exception {
        var scan = new Packet.Enclosed("../스캔.pdf", "%PDF-1".getBytes(StandardCharsets.US_ASCII));
        var id = intake.enter(unit.clerk(), typed("스캔", unit.unit().code(), true), List.of(scan));
        var file = receipts.file(unit.clerk(), id, 1);
        assertThat(file.name()).isEqualTo("스캔.pdf");
        try (var in = receipts.bytes(file)) {
            assertThat(in.readAllBytes()).isEqualTo(scan.bytes());
        }
        refused(
                "approvals.receipt.forbidden",
                () -> receipts.file(street.house().head(), id, 1));
        refused("kernel.file.missing", () -> receipts.file(unit.clerk(), id, 2));
        refused("approvals.arrival.none", () -> receipts.slip(unit.clerk(), id));
    }

    @Test
    void typedNonsenseIsRefused() {
        refused("approvals.content.title", () -> typed(" ", "", false));
        refused("approvals.content.title", () -> typed("가\n나", "", false));
        refused("approvals.content.title", () -> typed("가".repeat(201), "", false));
        refused("approvals.recipient.unit", () -> intake.enter(unit.clerk(), typed("공문", "9999999", false), List.of()));
        var future = new Intake.Typed("공문", "가람시", "", receipts.today().plusDays(1), "", false, "");
        refused("approvals.receipt.future", () -> intake.enter(unit.clerk(), future, List.of()));
        var auditor = street.actor("", "감사담당관", Map.of("*", Level.VIEW));
        refused("approvals.may.work", () -> intake.enter(auditor, typed("공문", "", false), List.of()));
    }

    @Test
    void aClosedPaperArrivesClosed() {
        var sender = street.house();
        var paper = street.approved(sender, "인사 자료", Street.filing(Disclosure.closed(List.of(6))));
        dispatches.send(sender.clerk(), paper, to(unit.recipient()));
        outbox.carry();
        var id = receipts.find(unit.clerk(), ReceiptQuery.ALL, null, 5)
                .rows()
                .getFirst()
                .receipt()
                .id();
        assertThat(receipts.open(unit.clerk(), id).incoming().closed()).isTrue();
        receipts.assign(unit.head(), id, unit.clerk().id(), null, "");
        refused("approvals.receipt.forbidden", () -> receipts.open(unit.other(), id));
    }
}
