package kr.madang.report.template;

import java.time.LocalDate;
import java.time.YearMonth;
import kr.madang.kernel.Period;

/** The time a bound number speaks of, as a clerk writes it (때): relative to the report's year and day until it is resolved. */
public sealed interface When {
    Period in(int year, LocalDate asOf);

    /** {@code 기준일} */
    record AsOf() implements When {
        @Override
        public Period in(int year, LocalDate asOf) {
            return Period.day(asOf);
        }
    }

    /** {@code 누계}: from New Year's Day to the day the report speaks of. */
    record ToDate() implements When {
        @Override
        public Period in(int year, LocalDate asOf) {
            return new Period(asOf.withDayOfYear(1), asOf);
        }
    }

    /** {@code 올해}, {@code 작년 3월}, {@code 5월~6월} */
    record Months(Year year, int first, int last) implements When {
        @Override
        public Period in(int reportYear, LocalDate asOf) {
            return Period.months(year.in(reportYear), first, last);
        }
    }

    /** {@code 작년말} */
    record YearEnd(Year year) implements When {
        @Override
        public Period in(int reportYear, LocalDate asOf) {
            return Period.day(LocalDate.of(year.in(reportYear), 12, 31));
        }
    }

    /** {@code 3월 1일}; 29 February is the 28th in a common year. */
    record Day(Year year, int month, int day) implements When {
        @Override
        public Period in(int reportYear, LocalDate asOf) {
            var of = YearMonth.of(year.in(reportYear), month);
            return Period.day(of.atDay(Math.min(day, of.lengthOfMonth())));
        }
    }

    /** {@code 2023-05-31}, {@code 2023-05-01~2023-06-30} */
    record Exact(Period period) implements When {
        @Override
        public Period in(int year, LocalDate asOf) {
            return period;
        }
    }

    /** A year as written: {@code 작년} is relative (−1), {@code 2012} is not. */
    record Year(boolean relative, int value) {
        static final Year THIS = new Year(true, 0);

        int in(int reportYear) {
            return relative ? reportYear + value : value;
        }
    }
}
