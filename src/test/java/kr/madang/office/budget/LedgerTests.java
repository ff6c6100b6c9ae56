package kr.madang.office.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.office.Books;
import kr.madang.office.ledger.Source;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class LedgerTests {
    private static final Actor BY = Actor.SYSTEM;

    @Autowired
    Ledger ledger;

    @Autowired
    Grants grants;

    @Autowired
    Budget budget;

    @Autowired
    JdbcClient db;

    Books books;

    @BeforeEach
    void open() {
        books = new Books(db);
    }

    private Ledger.Draft draft(long amount, int month, int day) {
        return new Ledger.Draft(amount, books.day(month, day), "", "시연상사 01", "시험");
    }

    private Entry obligate(long amount, int month, int day) {
        return ledger.obligate(BY, books.line, Source.DISTRICT, draft(amount, month, day));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void nothingIsCommittedBeyondTheBudget() {
        obligate(900_000, 5, 1);
        refused("office.ledger.over_budget", () -> obligate(100_001, 6, 1));
        refused("office.ledger.over_budget", () -> obligate(100_001, 2, 1));
        obligate(100_000, 2, 1);
        refused("office.ledger.over_budget", () -> obligate(1, 12, 31));
        refused("office.ledger.over_budget", () -> ledger.obligate(BY, books.line, Source.NATIONAL, draft(1, 3, 1)));
    }

    @Test
    void nothingIsPaidBeyondItsCommitmentNorReturnedBeyondWhatWasPaid() {
        var committed = obligate(500, 3, 1);
        refused("office.ledger.before", () -> ledger.pay(BY, committed.id(), draft(100, 2, 1)));
        ledger.pay(BY, committed.id(), draft(400, 3, 2));
        refused("office.ledger.over_obligation", () -> ledger.pay(BY, committed.id(), draft(101, 3, 3)));
        refused("office.ledger.over_payment", () -> ledger.giveBack(BY, committed.id(), draft(401, 3, 3)));
        refused("office.ledger.over_payment", () -> ledger.giveBack(BY, committed.id(), draft(1, 3, 1)));
        ledger.giveBack(BY, committed.id(), draft(300, 4, 1));
        ledger.pay(BY, committed.id(), draft(400, 4, 2));
        refused("office.ledger.over_obligation", () -> ledger.pay(BY, committed.id(), draft(1, 4, 3)));
        var total = budget.tree(books.year, books.day(12, 31)).total();
        assertThat(total.spent()).isEqualTo(500);
        assertThat(budget.tree(books.year, books.day(4, 1)).total().spent()).isEqualTo(100);
    }

    @Test
    void aMistakeIsAnsweredByACounterEntryOnce() {
        var committed = obligate(500, 3, 1);
        var paid = ledger.pay(BY, committed.id(), draft(200, 3, 2));
        refused("office.ledger.settled", () -> ledger.counter(BY, committed.id(), books.day(3, 5), "착오"));
        ledger.counter(BY, paid.id(), books.day(3, 5), "착오");
        refused("office.ledger.countered", () -> ledger.counter(BY, paid.id(), books.day(3, 6), "착오"));
        ledger.counter(BY, committed.id(), books.day(3, 6), "착오");
        var total = budget.tree(books.year, books.day(12, 31)).total();
        assertThat(total.obligated()).isZero();
        assertThat(total.spent()).isZero();
        obligate(1_000_000, 3, 6);
    }

    @Test
    void whatIsWrittenStays() {
        obligate(500, 3, 1);
        assertThatThrownBy(() ->
                        db.sql("update office.ledger_entry set amount = 1").update())
                .hasMessageContaining("written once");
        assertThatThrownBy(() -> db.sql("delete from office.ledger_entry").update())
                .hasMessageContaining("written once");
        assertThatThrownBy(() -> db.sql("truncate office.ledger_entry cascade").update())
                .hasMessageContaining("written once");
    }

    @Test
    void badEntriesAreRefusedWithASentence() {
        refused("office.ledger.amount", () -> obligate(0, 3, 1));
        refused("office.ledger.amount", () -> obligate(-5, 3, 1));
        refused("office.ledger.large", () -> obligate(Long.MAX_VALUE, 3, 1));
        refused(
                "office.year.outside",
                () -> ledger.obligate(
                        BY,
                        books.line,
                        Source.DISTRICT,
                        new Ledger.Draft(1, books.day(12, 31).plusDays(1), "", "시연상사", "")));
        refused(
                "office.ledger.payee",
                () -> ledger.obligate(
                        BY, books.line, Source.DISTRICT, new Ledger.Draft(1, books.day(3, 1), "", " ", "")));
        var once = new Ledger.Draft(1, books.day(3, 1), "가-1", "시연상사", "");
        ledger.obligate(BY, books.line, Source.DISTRICT, once);
        refused("office.ledger.document", () -> ledger.obligate(BY, books.line, Source.DISTRICT, once));
        grants.close(BY, books.year);
        refused("office.year.closed", () -> obligate(1, 3, 1));
    }

    @Test
    void twoPaymentsAtOnceCannotExceedTheCommitment() throws Exception {
        var committed = obligate(1_000, 3, 1);
        var acts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 12; i++)
            acts.add(() -> {
                try {
                    ledger.pay(BY, committed.id(), draft(300, 3, 2));
                    return true;
                } catch (Refused e) {
                    assertThat(e.code()).isEqualTo("office.ledger.over_obligation");
                    return false;
                }
            });
        int paid = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var done : pool.invokeAll(acts)) if (done.get()) paid++;
        }
        assertThat(paid).isEqualTo(3);
        assertThat(budget.tree(books.year, books.day(12, 31)).total().spent()).isEqualTo(900);
    }

    @Test
    void moneyTransferredIsNeitherLostNorTakenTwice() {
        var other = books.node(
                java.util.UUID.randomUUID(),
                budget.node(books.line).orElseThrow().parent(),
                "LINE",
                "공공운영비");
        obligate(900_000, 3, 1);
        refused(
                "office.ledger.over_budget",
                () -> grants.transfer(BY, books.line, other, Source.DISTRICT, 200_000, books.day(4, 1), "전용"));
        grants.transfer(BY, books.line, other, Source.DISTRICT, 100_000, books.day(4, 1), "전용");
        var tree = budget.tree(books.year, books.day(12, 31));
        assertThat(tree.total().current()).isEqualTo(1_000_000);
        assertThat(tree.total().transferred()).isZero();
        assertThat(tree.find(other).orElseThrow().balance().current()).isEqualTo(100_000);
        refused("office.ledger.over_budget", () -> obligate(1, 2, 1));
    }
}
