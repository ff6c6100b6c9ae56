package kr.madang.approvals.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import kr.madang.kernel.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsTests {
    private static void refused(String code, ThrowingCallable act) {
        assertThat(catchThrowableOfType(Refused.class, act))
                .extracting(Refused::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, YEARS_1, 2025-01-01, 2025-12-31",
        "2024-02-28, YEARS_1, 2025-01-01, 2025-12-31",
        "2023-12-31, YEARS_1, 2024-01-01, 2024-12-31",
        "2024-01-01, YEARS_1, 2025-01-01, 2025-12-31",
        "2026-11-21, YEARS_3, 2027-01-01, 2029-12-31",
        "2026-11-21, YEARS_5, 2027-01-01, 2031-12-31",
        "2024-02-29, YEARS_10, 2025-01-01, 2034-12-31",
        "2000-02-29, YEARS_30, 2001-01-01, 2030-12-31"
    })
    void retentionRunsFromTheNewYearAfterTheClose(
            LocalDate closed, Retention retention, LocalDate starts, LocalDate ends) {
        assertThat(retention.starts(closed)).isEqualTo(starts);
        assertThat(retention.ends(closed)).contains(ends);
        assertThat(retention.expired(closed, ends)).isFalse();
        assertThat(retention.expired(closed, ends.plusDays(1))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Retention.class)
    void aWholeNumberOfYearsIsKeptWhateverTheDay(Retention retention) {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            var closed = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(30_000));
            var starts = retention.starts(closed);
            assertThat(starts)
                    .isAfter(closed)
                    .isBeforeOrEqualTo(closed.plusYears(1).plusDays(1));
            assertThat(starts.getDayOfYear()).isOne();
            retention.ends(closed).ifPresent(ends -> {
                long days = 0;
                for (int year = starts.getYear(); year <= ends.getYear(); year++)
                    days += Year.of(year).length();
                assertThat(ends.toEpochDay() - starts.toEpochDay() + 1).isEqualTo(days);
                assertThat(retention.title()).isEqualTo(ends.getYear() - closed.getYear() + "년");
            });
        }
    }

    @Test
    void whatIsKeptForGoodNeverExpires() {
        var closed = LocalDate.of(1950, 1, 1);
        assertThat(Retention.PERMANENT.expired(closed, LocalDate.MAX)).isFalse();
        assertThat(Retention.SEMI_PERMANENT.ends(closed)).isEmpty();
        assertThat(Retention.YEARS_3.orLonger(Retention.YEARS_10)).isEqualTo(Retention.YEARS_10);
        assertThat(Retention.titled("준영구")).isEqualTo(Retention.SEMI_PERMANENT);
        refused("approvals.retention.unknown", () -> Retention.titled("7년"));
    }

    @Test
    void theYearClosesOnItsDays() {
        var close = YearlyClose.of(2027);
        assertThat(close.tidyBy()).isEqualTo("2028-02-29");
        assertThat(YearlyClose.of(2026).tidyBy()).isEqualTo("2027-02-28");
        assertThat(close.stage(LocalDate.of(2027, 12, 31))).isEqualTo(YearlyClose.Stage.OPEN);
        assertThat(close.stage(LocalDate.of(2028, 1, 1))).isEqualTo(YearlyClose.Stage.TIDYING);
        assertThat(close.stage(LocalDate.of(2028, 2, 29))).isEqualTo(YearlyClose.Stage.TIDYING);
        assertThat(close.stage(LocalDate.of(2028, 3, 1))).isEqualTo(YearlyClose.Stage.REPORTING);
        assertThat(close.next(LocalDate.of(2028, 5, 31))).contains(LocalDate.of(2028, 5, 31));
        assertThat(close.stage(LocalDate.of(2028, 6, 1))).isEqualTo(YearlyClose.Stage.DONE);
        assertThat(close.next(LocalDate.of(2028, 6, 1))).isEmpty();
    }

    @Test
    void aClosedPaperNamesItsGround() {
        assertThat(Disclosure.OPEN.text()).isEqualTo("공개");
        assertThat(Disclosure.closed(Set.of(6, 5)).text()).isEqualTo("비공개(5,6)");
        assertThat(Disclosure.partly(List.of(6), "2쪽 연락처").text()).isEqualTo("부분공개(6)");
        refused("approvals.disclosure.groundless", () -> Disclosure.closed(Set.of()));
        refused("approvals.disclosure.ground", () -> Disclosure.closed(Set.of(9)));
        refused("approvals.disclosure.parts", () -> Disclosure.partly(Set.of(6), " "));
        refused(
                "approvals.disclosure.open",
                () -> new Disclosure(Disclosure.Kind.OPEN, new java.util.TreeSet<>(Set.of(1)), ""));
        refused(
                "approvals.disclosure.noparts",
                () -> new Disclosure(Disclosure.Kind.OPEN, new java.util.TreeSet<>(), "x"));
    }

    @Test
    void registerNumbersAreWrittenAndRead() {
        var number = new RegisterNumber(Register.PRODUCTION, "홍보미디어과", "3220000", 2026, 1234);
        assertThat(number.text()).isEqualTo("홍보미디어과-1234");
        assertThat(number.full("MD")).isEqualTo("MD-P-3220000-2026-000001234");
        assertThat(RegisterNumber.parse(number.text())).isEqualTo(new RegisterNumber.Printed("홍보미디어과", 1234));
        assertThat(number.next().serial()).isEqualTo(1235);
        refused("approvals.number.text", () -> RegisterNumber.parse("홍보미디어과-01"));
        refused("approvals.number.text", () -> RegisterNumber.parse("홍보미디어과"));
        refused("approvals.number.serial", () -> new RegisterNumber(Register.RECEIPT, "과", "3220000", 2026, 0));
        refused("approvals.number.unit", () -> new RegisterNumber(Register.RECEIPT, "과", "12", 2026, 1));
        refused("approvals.number.name", () -> new RegisterNumber(Register.RECEIPT, "과-나", "3220000", 2026, 1));
        refused("approvals.number.year", () -> new RegisterNumber(Register.RECEIPT, "과", "3220000", 26, 1));
        var last = new RegisterNumber(Register.RECEIPT, "과", "3220000", 2026, RegisterNumber.LAST);
        refused("approvals.number.exhausted", last::next);
    }

    @Test
    void secondNumbersCountByYearOrOn() {
        assertThat(new SecondNumber(SecondNumber.Kind.ANNOUNCEMENT, 2026, 123).text())
                .isEqualTo("공고 제2026-123호");
        assertThat(new SecondNumber(SecondNumber.Kind.DIRECTIVE, 2026, 45).text())
                .isEqualTo("훈령 제45호");
        assertThat(DocumentKind.NOTICE.secondNumber()).isTrue();
        assertThat(DocumentKind.GENERAL.secondNumber()).isFalse();
        refused("approvals.number.serial", () -> new SecondNumber(SecondNumber.Kind.ORDER, 2026, 0));
    }

    @Test
    void filesCarryTheirTaskAndYear() {
        var code = new FileCode("3220000", "AB123456", 2026, 7, 1);
        assertThat(code.text()).isEqualTo("3220000-AB123456-2026-000007-001");
        assertThat(FileCode.parse(code.text())).isEqualTo(code);
        assertThat(code.nextVolume().volume()).isEqualTo(2);
        refused("approvals.file.code", () -> FileCode.parse("3220000-AB123456-2026-7-1"));
        refused("approvals.file.code", () -> new FileCode("3220000", "AB123456", 2026, 7, 999).nextVolume());
        refused("approvals.task.code", () -> new UnitTask("ab", "홍보", Retention.YEARS_5));
        refused("approvals.task.title", () -> new UnitTask("AB123456", " ", Retention.YEARS_5));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-26, 2026-11-27",
        "2026-12-28, 2027-01-02, 2027-01-03",
        "2028-02-24, 2028-02-29, 2028-03-01",
        "2027-02-24, 2027-03-01, 2027-03-02"
    })
    void aNoticeHoldsWhenFiveDaysHavePassed(LocalDate noticed, LocalDate fifth, LocalDate from) {
        var effect = DocumentKind.NOTICE.effect(noticed).orElseThrow();
        assertThat(effect.lastDay()).isEqualTo(fifth);
        assertThat(effect.from()).isEqualTo(from.atStartOfDay());
        assertThat(effect.holds(from.atStartOfDay().minusSeconds(1))).isFalse();
        assertThat(effect.holds(from.atStartOfDay())).isTrue();
    }

    @Test
    void aNoticeMayNameItsDay() {
        var day = LocalDate.of(2026, 11, 21);
        assertThat(new NoticeEffect(day, day).from()).isEqualTo(day.atStartOfDay());
        refused("approvals.notice.early", () -> new NoticeEffect(day, day.minusDays(1)));
        assertThat(DocumentKind.GENERAL.effect(day)).isEmpty();
    }
}
