package kr.madang.approvals.dispatch.office;

import static kr.madang.approvals.dispatch.office.Street.again;
import static kr.madang.approvals.dispatch.office.Street.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.CardVerifier;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sends what to whom, once. */
@OfficeTest
class DispatchesTests {
    @Autowired
    BeanFactory beans;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Outbox outbox;

    @Autowired
    Receipts receipts;

    @Autowired
    Agencies agencies;

    @Autowired
    CardVerifier verifier;

    @Autowired
    JdbcClient db;

    private Street.House here;
    private Street.House there;

    private Street street;

    @BeforeEach
    void houses() {
        street = new Street(beans);
        here = street.house();
        there = street.house();
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private List<Delivery.State> states(Paper.Id paper) {
        return dispatches.of(here.clerk(), paper).stream()
                .flatMap(s -> s.lines().stream())
                .map(l -> l.delivery().state())
                .toList();
    }

    @Test
    void aPaperArrivesInAUnitWithTimeAndNumber() {
        var paper = street.approved(here, "행사 협조", Street.filing(Disclosure.OPEN));
        dispatches.send(here.clerk(), paper, to(there.recipient()));
        assertThat(states(paper)).containsExactly(Delivery.State.QUEUED);
        outbox.carry();
        assertThat(states(paper)).containsExactly(Delivery.State.ARRIVED);
        var found = receipts.find(there.clerk(), ReceiptQuery.ALL, null, 10).rows();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().number()).isEqualTo(there.unit().name() + "-1");
        var view = receipts.open(there.clerk(), found.getFirst().receipt().id());
        assertThat(view.incoming().title()).isEqualTo("행사 협조");
        assertThat(view.incoming().body()).contains("수신  " + there.unit().name(), "행사 협조의 본문");
        assertThat(view.incoming().arrivedAt())
                .isEqualTo(dispatches
                        .of(here.clerk(), paper)
                        .getFirst()
                        .lines()
                        .getFirst()
                        .delivery()
                        .arrivedAt());
        outbox.carry();
        assertThat(receipts.find(there.clerk(), ReceiptQuery.ALL, null, 10).rows())
                .hasSize(1);
        assertThat(verifier.verify().first()).isEmpty();
    }

    @Test
    void onlyAnApprovedPaperIsSentAndOnlyByItsUnit() {
        var draft = street.draft(here, "초안", Street.filing(Disclosure.OPEN));
        refused("approvals.sending.early", () -> dispatches.send(here.clerk(), draft, to(there.recipient())));
        var paper = street.approved(here);
        refused("approvals.paper.forbidden", () -> dispatches.send(there.head(), paper, to(there.recipient())));
        refused("approvals.paper.missing", () -> dispatches.send(here.clerk(), missing(), to(there.recipient())));
        var auditor = street.actor("", "감사담당관", Map.of("*", Level.VIEW));
        refused("approvals.may.work", () -> dispatches.send(auditor, paper, to(there.recipient())));
        refused(
                "approvals.recipient.unit",
                () -> dispatches.send(here.clerk(), paper, to(new Recipient.Inside("9999999", "없는과"))));
        refused(
                "approvals.agency.missing",
                () -> dispatches.send(here.clerk(), paper, to(new Recipient.Outside("9999999", "없는 기관"))));
        refused(
                "approvals.mail.none",
                () -> dispatches.send(here.clerk(), paper, to(new Recipient.Resident("홍길동", "hong@example.com"))));
        assertThat(dispatches.of(here.clerk(), paper)).isEmpty();
    }

    private static Paper.Id missing() {
        return new Paper.Id(new java.util.UUID(0, 9));
    }

    @Test
    void sendingOnceMoreNeedsTheHead() {
        var paper = street.approved(here);
        dispatches.send(here.clerk(), paper, to(there.recipient()));
        outbox.carry();
        var more = street.house();
        refused("approvals.sending.again", () -> dispatches.send(here.clerk(), paper, to(more.recipient())));
        var asked = dispatches.send(here.clerk(), paper, again("수신자 빠짐", more.recipient()));
        outbox.carry();
        assertThat(states(paper)).containsExactlyInAnyOrder(Delivery.State.ARRIVED, Delivery.State.ASKED);
        refused("approvals.sending.head", () -> dispatches.rule(here.clerk(), asked, true, ""));
        refused("approvals.sending.head", () -> dispatches.rule(there.head(), asked, true, ""));
        dispatches.rule(here.head(), asked, true, "");
        refused("approvals.sending.ruled", () -> dispatches.rule(here.head(), asked, true, ""));
        outbox.carry();
        assertThat(states(paper)).containsOnly(Delivery.State.ARRIVED);
        var refusedOne = dispatches.send(here.clerk(), paper, again("한 번 더", there.recipient()));
        refused("approvals.delivery.reason", () -> dispatches.rule(here.head(), refusedOne, false, " "));
        dispatches.rule(here.head(), refusedOne, false, "필요 없음");
        assertThat(states(paper)).contains(Delivery.State.WITHDRAWN);
        assertThat(receipts.find(there.clerk(), ReceiptQuery.ALL, null, 10).rows())
                .hasSize(1);
    }

    @Test
    void aHeadSendsOnceMoreHimself() {
        var paper = street.approved(here);
        refused("approvals.sending.first", () -> dispatches.send(here.head(), paper, again("까닭", there.recipient())));
        dispatches.send(here.head(), paper, to(there.recipient()));
        dispatches.send(here.head(), paper, again("누락", there.recipient()));
        outbox.carry();
        assertThat(states(paper)).containsExactly(Delivery.State.ARRIVED, Delivery.State.ARRIVED);
    }

    @Test
    void manyWhoSendAtOnceSendOnce() throws Exception {
        var paper = street.approved(here);
        var outcomes = new ArrayList<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> send = () -> {
                try {
                    dispatches.send(here.clerk(), paper, to(there.recipient()));
                    return "sent";
                } catch (Refused refused) {
                    return refused.code();
                }
            };
            for (var future : pool.invokeAll(java.util.Collections.nCopies(8, send))) outcomes.add(future.get());
        }
        assertThat(outcomes).containsOnlyOnce("sent").contains("approvals.sending.again");
        carryWithFour();
        assertThat(receipts.find(there.clerk(), ReceiptQuery.ALL, null, 10).rows())
                .hasSize(1);
    }

    private void carryWithFour() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> carry = outbox::carry;
            for (var future : pool.invokeAll(java.util.Collections.nCopies(4, carry))) future.get();
        }
    }

    @Test
    void fourNodesCarryACrowdWithoutGapOrDouble() throws Exception {
        var houses = new ArrayList<Street.House>();
        for (int i = 0; i < 6; i++) houses.add(street.house());
        var recipients = houses.stream().map(Street.House::recipient).toArray(Recipient[]::new);
        var papers = new ArrayList<Paper.Id>();
        for (int i = 0; i < 4; i++) papers.add(street.approved(here));
        for (var paper : papers) dispatches.send(here.clerk(), paper, to(recipients));
        carryWithFour();
        for (var house : houses)
            assertThat(receipts.find(house.clerk(), ReceiptQuery.ALL, null, 20).rows())
                    .extracting(ReceiptItem::number)
                    .containsExactlyInAnyOrder(
                            house.unit().name() + "-1",
                            house.unit().name() + "-2",
                            house.unit().name() + "-3",
                            house.unit().name() + "-4");
        assertThat(verifier.verify().first()).isEmpty();
    }

    @Test
    void whatIsOverStaysOverEvenForTheDatabase() {
        var paper = street.approved(here);
        dispatches.send(here.clerk(), paper, to(there.recipient()));
        outbox.carry();
        for (var sql : List.of(
                "update approvals.delivery set state = 'QUEUED' where paper = :paper",
                "delete from approvals.delivery where paper = :paper",
                "delete from approvals.sending where paper = :paper",
                "update approvals.receipt set body = 'x' where delivery in (select id from approvals.delivery where paper = :paper)"))
            assertThatThrownBy(() -> db.sql(sql).param("paper", paper).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        var id = dispatches
                .of(here.clerk(), paper)
                .getFirst()
                .lines()
                .getFirst()
                .delivery()
                .id();
        refused("approvals.delivery.state", () -> dispatches.withdraw(here.clerk(), id, "까닭"));
        refused("approvals.delivery.state", () -> dispatches.again(here.clerk(), id));
        refused("approvals.sending.unit", () -> dispatches.withdraw(there.clerk(), id, "까닭"));
    }

    @Test
    void aQueuedOneIsTakenBack() {
        var paper = street.approved(here);
        dispatches.send(here.clerk(), paper, to(there.recipient()));
        var id = dispatches
                .of(here.clerk(), paper)
                .getFirst()
                .lines()
                .getFirst()
                .delivery()
                .id();
        dispatches.withdraw(here.clerk(), id, "잘못 고름");
        outbox.carry();
        assertThat(states(paper)).containsExactly(Delivery.State.WITHDRAWN);
        assertThat(receipts.find(there.clerk(), ReceiptQuery.ALL, null, 10).rows())
                .isEmpty();
    }

    @Test
    void aDeliveryThatDiesIsTakenOverAndTheDeadComesTooLate() {
        var paper = street.approved(here);
        dispatches.send(here.clerk(), paper, to(there.recipient()));
        var dead = outbox.claim("dead").orElseThrow();
        outbox.carry();
        assertThat(states(paper)).as("nobody else carries it meanwhile").containsExactly(Delivery.State.QUEUED);
        expire(dead.delivery().id());
        outbox.carry();
        assertThat(states(paper)).containsExactly(Delivery.State.ARRIVED);
        // the one believed dead wakes up and goes on
        outbox.carry(dead, "dead");
        assertThat(receipts.find(there.clerk(), ReceiptQuery.ALL, null, 10).rows())
                .hasSize(1);
        assertThat(states(paper)).containsExactly(Delivery.State.ARRIVED);
    }

    private void expire(Delivery.Id id) {
        db.sql("update approvals.delivery set held_until = now() - interval '1 second' where id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void aPaperThatLostItsFileFailsAndDrawsNoNumber() {
        var gone = new kr.madang.approvals.card.Attachment("없음.pdf", 3, "a".repeat(64));
        var paper = street.approved(here, "붙임 없음", Street.filing(Disclosure.OPEN), gone);
        dispatches.send(here.clerk(), paper, to(there.recipient()));
        outbox.carry();
        var line = dispatches.of(here.clerk(), paper).getFirst().lines().getFirst();
        assertThat(line.delivery().state()).isEqualTo(Delivery.State.FAILED);
        assertThat(line.delivery().why()).isEqualTo("approvals.fate.file");
        assertThat(counter(there)).isZero();
    }

    private long counter(Street.House house) {
        return db.sql(
                        "select coalesce(max(last), 0) from approvals.register_counter where unit = :unit and register = 'RECEIPT'")
                .param("unit", house.unit().code())
                .query(Long.class)
                .single();
    }

    @Test
    void theBookOfAgenciesIsKeptByHeads() {
        var manager = here.head();
        refused("approvals.may.manage", () -> agencies.set(here.clerk(), "6110001", "가람시", Agencies.Way.HAND));
        for (var code : List.of("", "611000", "611000가", "61100011"))
            refused("approvals.agency.code", () -> agencies.set(manager, code, "가람시", Agencies.Way.HAND));
        for (var name : List.of("", " ", "가,나", "가\n나", "가".repeat(61)))
            refused("approvals.agency.name", () -> agencies.set(manager, "6110001", name, Agencies.Way.HAND));
        agencies.set(manager, "611000z", "가람 " + here.unit().code(), Agencies.Way.HAND);
        refused(
                "approvals.agency.twice",
                () -> agencies.set(manager, "6110002", "가람 " + here.unit().code(), Agencies.Way.HAND));
        agencies.retire(manager, "611000Z");
        refused("approvals.agency.missing", () -> agencies.retire(manager, "611000Z"));
        var paper = street.approved(here);
        refused(
                "approvals.agency.missing",
                () -> dispatches.send(here.clerk(), paper, to(new Recipient.Outside("611000Z", "가람"))));
        agencies.set(manager, "6110003", "연계 " + here.unit().code(), Agencies.Way.FOLDER);
        refused(
                "approvals.folder.none",
                () -> dispatches.send(here.clerk(), paper, to(new Recipient.Outside("6110003", "연계"))));
    }

    @Test
    void nobodySendsWithoutRights() {
        var paper = street.approved(here);
        var visitor = street.actor(here.clerk().team(), "주무관", Map.of("office", Level.WORK));
        Sending sending = to(there.recipient());
        assertThatThrownBy(() -> dispatches.send(visitor, paper, sending)).isInstanceOf(Refused.class);
        assertThat(dispatches.maySend(visitor, paper)).isFalse();
        assertThat(dispatches.maySend(here.other(), paper)).isTrue();
        assertThat(dispatches.heads(here.other(), paper)).isFalse();
        assertThat(dispatches.maySend(Actor.SYSTEM, paper)).isFalse();
    }
}
