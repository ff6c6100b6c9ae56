package kr.madang.office.exchange;

import java.time.LocalDate;
import java.util.UUID;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;

/**
 * One row of an export that could be read.
 *
 * @param line line of the file
 * @param budgetLine the line item it names
 * @param obligationNo number of the commitment a payment or return belongs to; empty for a commitment
 */
public record ImportRow(
        int line,
        int year,
        UUID budgetLine,
        Move kind,
        Source source,
        LocalDate day,
        long amount,
        String documentNo,
        String obligationNo,
        String payee,
        String memo) {}
