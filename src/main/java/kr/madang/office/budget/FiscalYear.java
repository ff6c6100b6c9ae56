package kr.madang.office.budget;

import java.time.LocalDate;

/**
 * A fiscal year (회계연도).
 *
 * @param closesOn the last day an entry of this year may bear (출납폐쇄기한)
 * @param closed whether the books are closed (마감)
 */
public record FiscalYear(int year, LocalDate closesOn, boolean closed) {
    public boolean takes(LocalDate day) {
        return !day.isBefore(LocalDate.of(year, 1, 1)) && !day.isAfter(closesOn);
    }
}
