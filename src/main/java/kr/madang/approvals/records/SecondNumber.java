package kr.madang.approvals.records;

import kr.madang.kernel.Refused;

/**
 * The number that some kinds of papers carry beside the register number (문서번호): rules and directives count on over the years, orders
 * and notices count by year.
 *
 * @param year the year it belongs to; printed only where the kind counts by year
 */
public record SecondNumber(Kind kind, int year, long serial) {
    public enum Kind {
        ORDINANCE("조례", false),
        RULE("규칙", false),
        DIRECTIVE("훈령", false),
        STANDING_ORDER("예규", false),
        ORDER("지시", true),
        PUBLIC_NOTICE("고시", true),
        ANNOUNCEMENT("공고", true);

        private final String title;
        private final boolean yearly;

        Kind(String title, boolean yearly) {
            this.title = title;
            this.yearly = yearly;
        }

        public String title() {
            return title;
        }

        /** Starts again at 1 each year. */
        public boolean yearly() {
            return yearly;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public SecondNumber {
        if (serial < 1) throw Refused.invalid("approvals.number.serial");
    }

    /** {@code 공고 제2026-123호}, {@code 훈령 제45호}. */
    public String text() {
        return kind.title() + " 제" + (kind.yearly() ? year + "-" : "") + serial + "호";
    }
}
