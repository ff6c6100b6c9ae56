package kr.madang.approvals.shelf;

import java.time.Instant;
import java.time.LocalDate;

/** A year of records as the office's clock counts it (연도). */
final class Year {
    private Year() {}

    /** Midnight of New Year in Seoul, fifteen hours of which still belong to the old year elsewhere. */
    static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(Filings.SEOUL).toInstant();
    }

    /** The day on which a file of the year counts as closed: however late somebody closes it, never after its year. */
    static LocalDate closes(int year, LocalDate today) {
        var last = LocalDate.of(year, 12, 31);
        return today.isAfter(last) ? last : today;
    }
}
