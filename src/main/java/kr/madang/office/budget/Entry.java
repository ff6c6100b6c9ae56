package kr.madang.office.budget;

import java.time.LocalDate;
import java.util.UUID;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;

/**
 * One row of the execution ledger (집행 원장); written once and never changed.
 *
 * @param amount won; negative only in a counter entry
 * @param payee a firm or office, never a private person
 * @param obligation the commitment a payment or return belongs to; null for a commitment itself
 * @param reverses the entry this one takes back (정정); null otherwise
 */
public record Entry(
        UUID id,
        int fiscalYear,
        UUID line,
        String unit,
        String project,
        String lineName,
        Move kind,
        Source source,
        long amount,
        LocalDate day,
        String documentNo,
        String payee,
        String memo,
        @Nullable UUID obligation,
        @Nullable UUID reverses) {

    /** What the entry adds to the executed sum of its basis: a return takes away. */
    public long effect() {
        return kind == Move.RETURN ? -amount : amount;
    }
}
