package kr.madang.press.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim the office makes against a report (정정보도·반론보도·추후보도 청구).
 *
 * @param reportedOn when the report was out
 * @param knownOn when the office learned of it
 * @param receivedOn when the outlet got the claim
 */
public record Correction(
        int serial,
        UUID article,
        String articleTitle,
        String outletName,
        Kind kind,
        String wrong,
        String right,
        LocalDate reportedOn,
        LocalDate knownOn,
        State state,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate printedOn,
        String author,
        Instant madeAt) {
    /** What is claimed. */
    public enum Kind {
        /** 정정보도: what was reported is not true. */
        CORRECTION,
        /** 반론보도: the office's own account beside it. */
        REPLY,
        /** 추후보도: proceedings that were reported ended without guilt. */
        LATER;

        public String code() {
            return "press.correction.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State {
        DRAFT,
        SENT,
        RECEIVED,
        ACCEPTED,
        REFUSED,
        PRINTED,
        MEDIATION,
        DROPPED;

        public String code() {
            return "press.correction.state." + name().toLowerCase(Locale.ROOT);
        }

        /** Which may come next. */
        public java.util.Set<State> next() {
            return switch (this) {
                case DRAFT -> java.util.Set.of(SENT, DROPPED);
                case SENT -> java.util.Set.of(RECEIVED, DROPPED);
                // whoever does not answer can be taken to the commission as if he had refused
                case RECEIVED -> java.util.Set.of(ACCEPTED, REFUSED, MEDIATION, DROPPED);
                case ACCEPTED -> java.util.Set.of(PRINTED, MEDIATION, DROPPED);
                case REFUSED -> java.util.Set.of(MEDIATION, DROPPED);
                case MEDIATION -> java.util.Set.of(PRINTED, DROPPED);
                case PRINTED, DROPPED -> java.util.Set.of();
            };
        }

        public boolean over() {
            return next().isEmpty();
        }
    }

    /**
     * The periods of the act that holds for it.
     *
     * @param monthsReport null when only the day of knowing counts
     * @param article of the act
     */
    public record Rule(int monthsKnown, @Nullable Integer monthsReport, int answerDays, int printDays, String article) {
        /** The last day to claim. */
        public LocalDate claimBy(LocalDate known, LocalDate reported) {
            var byKnown = known.plusMonths(monthsKnown);
            if (monthsReport == null) return byKnown;
            var byReport = reported.plusMonths(monthsReport);
            return byKnown.isBefore(byReport) ? byKnown : byReport;
        }
    }

    /** What has to happen next, and by when. @param code of what @param day the last one */
    public record Due(String code, LocalDate day) {}

    /** After talks with the outlet came to nothing, so many days are left for the commission (같은 법 제18조제3항). */
    static final int MEDIATION_DAYS = 14;

    /** What is due next; null when nothing is. */
    public @Nullable Due due(Rule rule) {
        return switch (state) {
            case DRAFT, SENT -> new Due("press.correction.due.claim", rule.claimBy(knownOn, reportedOn));
            case RECEIVED ->
                receivedOn == null
                        ? null
                        : new Due("press.correction.due.answer", receivedOn.plusDays(rule.answerDays()));
            case ACCEPTED ->
                receivedOn == null
                        ? null
                        : new Due("press.correction.due.print", receivedOn.plusDays(rule.printDays()));
            case REFUSED ->
                answeredOn == null
                        ? null
                        : new Due("press.correction.due.mediation", answeredOn.plusDays(MEDIATION_DAYS));
            case PRINTED, MEDIATION, DROPPED -> null;
        };
    }
}
