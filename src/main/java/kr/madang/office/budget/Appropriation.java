package kr.madang.office.budget;

import java.time.LocalDate;
import java.util.UUID;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Source;

/**
 * Money granted to a line item (예산 배정), or taken from it; written once.
 *
 * @param amount won; negative where it left
 * @param basis the decision it rests on (근거)
 */
public record Appropriation(
        UUID id,
        UUID line,
        String unit,
        String project,
        String lineName,
        Grant kind,
        Source source,
        long amount,
        LocalDate day,
        String basis) {}
