package kr.madang.approvals.records;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The three days by which a year of records is brought to an end (연도별 종결·정리·보고).
 *
 * @param closes 종결: files of the year close
 * @param tidyBy 정리: titles, numbers and attachments are put in order
 * @param reportBy 생산현황 통보: what was produced is reported to the archives
 */
public record YearlyClose(int year, LocalDate closes, LocalDate tidyBy, LocalDate reportBy) {
    public enum Stage {
        OPEN("생산 중"),
        TIDYING("정리 기간"),
        REPORTING("통보 기간"),
        DONE("기한 지남");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public static YearlyClose of(int year) {
        return new YearlyClose(
                year,
                LocalDate.of(year, 12, 31),
                YearMonth.of(year + 1, 2).atEndOfMonth(),
                LocalDate.of(year + 1, 5, 31));
    }

    public Stage stage(LocalDate day) {
        if (!day.isAfter(closes)) return Stage.OPEN;
        if (!day.isAfter(tidyBy)) return Stage.TIDYING;
        return day.isAfter(reportBy) ? Stage.DONE : Stage.REPORTING;
    }

    /** What is due next, on or after the day. */
    public Optional<LocalDate> next(LocalDate day) {
        return switch (stage(day)) {
            case OPEN -> Optional.of(closes);
            case TIDYING -> Optional.of(tidyBy);
            case REPORTING -> Optional.of(reportBy);
            case DONE -> Optional.empty();
        };
    }
}
