package kr.madang.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days something holds (유효기간): from the first day to the last day it still holds.
 *
 * @param to last day, both ends included; null while no end is known
 */
public record Span(LocalDate from, @Nullable LocalDate to) {
    public Span {
        if (to != null && to.isBefore(from)) throw kr.madang.kernel.Refused.invalid("office.span.reversed", from, to);
    }

    public static Span since(LocalDate from) {
        return new Span(from, null);
    }

    /** Reads a half-open range of the database: {@code until} is the first day it no longer holds. */
    public static Span of(LocalDate from, @Nullable LocalDate until) {
        return new Span(from, until == null ? null : until.minusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean overlaps(Span other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** As PostgreSQL writes a {@code daterange}. */
    public String range() {
        return "[" + from + "," + (to == null ? "" : to.plusDays(1)) + ")";
    }
}
