package kr.madang.approvals.records;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import kr.madang.kernel.Refused;

/**
 * How long a file is kept (보존기간). The time runs from 1 January of the year after the task was closed, so every file of a year ends on
 * the same 31 December.
 */
public enum Retention {
    PERMANENT("영구", 0),
    SEMI_PERMANENT("준영구", 0),
    YEARS_30("30년", 30),
    YEARS_10("10년", 10),
    YEARS_5("5년", 5),
    YEARS_3("3년", 3),
    YEARS_1("1년", 1);

    private final String title;
    private final int years;

    Retention(String title, int years) {
        this.title = title;
        this.years = years;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws Refused when the regulation knows no such period */
    public static Retention titled(String title) {
        return Arrays.stream(values())
                .filter(r -> r.title.equals(title.strip()))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("approvals.retention.unknown", title));
    }

    /** Never ends by itself. */
    public boolean endless() {
        return years == 0;
    }

    /** 기산일: the first day that counts. */
    public LocalDate starts(LocalDate closed) {
        return LocalDate.of(closed.getYear() + 1, 1, 1);
    }

    /** 만료일: the last day it is kept; empty when it is kept for good. */
    public Optional<LocalDate> ends(LocalDate closed) {
        return endless() ? Optional.empty() : Optional.of(LocalDate.of(closed.getYear() + years, 12, 31));
    }

    /** Whether it may be appraised for disposal (평가 대상) on the day. */
    public boolean expired(LocalDate closed, LocalDate day) {
        return ends(closed).filter(day::isAfter).isPresent();
    }

    /** The longer of two: a file keeps as long as its longest paper. */
    public Retention orLonger(Retention other) {
        return ordinal() <= other.ordinal() ? this : other;
    }
}
