package kr.madang.office.budget;

import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.office.ledger.Move;
import org.jspecify.annotations.Nullable;

/**
 * Which ledger entries are looked for.
 *
 * @param node a node of the budget tree; entries of everything below it
 * @param word part of the document number, the payee or the memo; empty for all
 */
public record LedgerFilter(
        int fiscalYear,
        Period period,
        @Nullable UUID node,
        @Nullable Move kind,
        String word) {}
