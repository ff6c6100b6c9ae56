package kr.madang.approvals.dispatch;

import static kr.madang.approvals.dispatch.DeliveryTests.refused;
import static kr.madang.approvals.dispatch.Receipt.State.ASSIGNED;
import static kr.madang.approvals.dispatch.Receipt.State.DONE;
import static kr.madang.approvals.dispatch.Receipt.State.GIVEN;
import static kr.madang.approvals.dispatch.Receipt.State.TAKEN;
import static kr.madang.approvals.dispatch.Receipt.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;

/** Who does what with a document that came in. */
class ReceiptTests {
    private static final String DOCUMENTS = "0000001";
    private static final String OTHER = "0000002";
    private static final LocalDate TODAY = LocalDate.of(2028, 2, 29);
    private static final Receipt.Worker CLERK = new Receipt.Worker(new Person("clerk"), DOCUMENTS, false);
    private static final Receipt.Worker HANDLER = new Receipt.Worker(new Person("handler"), OTHER, false);
    private static final Receipt.Worker COLLEAGUE = new Receipt.Worker(new Person("colleague"), OTHER, false);
    private static final Receipt.Worker HEAD = new Receipt.Worker(new Person("head"), OTHER, true);

    private static Receipt waiting() {
        return new Receipt(new Receipt.Id(new UUID(0, 1)), WAITING, DOCUMENTS, null, null, "");
    }

    private static Receipt act(Receipt receipt, Receipt.Act act, Receipt.Worker by) {
        return receipt.act(act, by, DOCUMENTS, TODAY);
    }

    @Test
    void itIsGivenTakenAssignedAndFinished() {
        var given = act(waiting(), new Receipt.Act.Give(OTHER, TODAY.plusDays(1), "검토 후 회신"), CLERK);
        assertThat(given.state()).isEqualTo(GIVEN);
        refused("approvals.receipt.other", () -> act(given, new Receipt.Act.Take(), CLERK));
        var taken = act(given, new Receipt.Act.Take(), COLLEAGUE);
        assertThat(taken.state()).isEqualTo(TAKEN);
        var assigned = act(taken, new Receipt.Act.Assign(HANDLER.person(), null, ""), COLLEAGUE);
        assertThat(assigned.state()).isEqualTo(ASSIGNED);
        assertThat(assigned.deadline()).as("the deadline stays").isEqualTo(TODAY.plusDays(1));
        assertThat(assigned.method()).isEqualTo("검토 후 회신");
        refused("approvals.receipt.handler", () -> act(assigned, new Receipt.Act.Finish("함"), COLLEAGUE));
        refused("approvals.receipt.words", () -> act(assigned, new Receipt.Act.Finish(" "), HANDLER));
        assertThat(act(assigned, new Receipt.Act.Finish("회신함"), HANDLER).state())
                .isEqualTo(DONE);
        assertThat(act(assigned, new Receipt.Act.Finish("회신함"), HEAD).state()).isEqualTo(DONE);
    }

    @Test
    void itGoesBackWithAReasonOnly() {
        var given = act(waiting(), new Receipt.Act.Give(OTHER, null, ""), CLERK);
        refused("approvals.receipt.reason", () -> act(given, new Receipt.Act.SendBack(""), COLLEAGUE));
        var back = act(given, new Receipt.Act.SendBack("소관이 아님"), COLLEAGUE);
        assertThat(back.state()).isEqualTo(WAITING);
        assertThat(back.unit()).isEqualTo(DOCUMENTS);
        refused("approvals.receipt.other", () -> act(back, new Receipt.Act.Give(OTHER, null, ""), COLLEAGUE));
    }

    @Test
    void aDeadlineIsNotSetInThePastAndCountsFromTheNextDay() {
        refused(
                "approvals.receipt.deadline",
                () -> act(waiting(), new Receipt.Act.Give(OTHER, TODAY.minusDays(1), ""), CLERK));
        var given = act(waiting(), new Receipt.Act.Give(OTHER, TODAY, ""), CLERK);
        assertThat(given.overdue(TODAY)).isFalse();
        assertThat(given.overdue(TODAY.plusDays(1))).isTrue();
        var done = new Receipt(given.id(), DONE, OTHER, HANDLER.person(), TODAY, "");
        assertThat(done.overdue(TODAY.plusDays(1))).isFalse();
    }

    /** Every act in every state by everybody: what may follow on what. */
    @Test
    void statesFollowEachOtherAsDrawn() {
        var drawn = Map.of(
                WAITING, EnumSet.of(GIVEN),
                GIVEN, EnumSet.of(TAKEN, WAITING),
                TAKEN, EnumSet.of(ASSIGNED, WAITING),
                ASSIGNED, EnumSet.of(ASSIGNED, WAITING, DONE),
                DONE, EnumSet.noneOf(Receipt.State.class));
        List<Receipt.Act> acts = List.of(
                new Receipt.Act.Give(OTHER, null, ""),
                new Receipt.Act.Take(),
                new Receipt.Act.SendBack("까닭"),
                new Receipt.Act.Assign(HANDLER.person(), null, ""),
                new Receipt.Act.Finish("함"));
        for (var from : Receipt.State.values()) {
            Set<Receipt.State> reached = EnumSet.noneOf(Receipt.State.class);
            for (var unit : List.of(DOCUMENTS, OTHER))
                for (var act : acts)
                    for (var by : List.of(CLERK, HANDLER, COLLEAGUE, HEAD)) {
                        var at = new Receipt(
                                waiting().id(), from, unit, from == ASSIGNED ? HANDLER.person() : null, null, "");
                        try {
                            reached.add(act(at, act, by).state());
                            assertThat(by.unit())
                                    .as("only the unit that has it")
                                    .isEqualTo(unit);
                        } catch (Refused refused) {
                            // the rules said no
                        }
                    }
            assertThat(reached).as("after " + from).isEqualTo(drawn.get(from));
        }
    }

    @Test
    void onlyTheDocumentUnitGivesOut() {
        var lost = new Receipt(waiting().id(), WAITING, OTHER, null, null, "");
        refused("approvals.receipt.documents", () -> act(lost, new Receipt.Act.Give(OTHER, null, ""), HEAD));
    }

    @Test
    void longWordsAreRefused() {
        var random = new Random(1);
        var method = "가".repeat(201 + random.nextInt(10));
        refused("approvals.receipt.method", () -> act(waiting(), new Receipt.Act.Give(OTHER, null, method), CLERK));
    }
}
