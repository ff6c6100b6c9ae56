package kr.madang.office.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.office.ledger.Balance;
import org.jspecify.annotations.Nullable;

/**
 * Where a fiscal year stands at the end of its books (결산): what closing it settles, or settled.
 *
 * @param total the whole section on the last day an entry may bear
 * @param open the largest commitments not paid in full, largest first
 * @param openCount how many there are in all
 * @param closedBy login of who closed the books; empty when they are open, or nobody kept it
 */
public record YearEnd(
        FiscalYear year,
        Balance total,
        List<Unpaid> open,
        long openCount,
        @Nullable Instant closedAt,
        String closedBy) {

    /** A commitment with money still to be paid on it, in won. */
    public record Unpaid(
            UUID id, String documentNo, LocalDate day, String project, String lineName, String payee, long left) {}

    /** What the open commitments still have to be paid. */
    public long unpaid() {
        return total.obligated() - total.spent();
    }

    /** 불용액: neither spent nor carried over. */
    public long lapsing() {
        return total.current() - total.spent() - total.carriedOut();
    }
}
