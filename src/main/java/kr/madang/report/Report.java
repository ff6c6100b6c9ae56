package kr.madang.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.jspecify.annotations.Nullable;

/**
 * A work report of the section (주요업무 보고) on its way from draft to issue.
 *
 * @param year the year it is about
 * @param asOf the day its figures speak of (기준일)
 * @param number its number among the reports issued for the year; null until issued
 */
public record Report(
        Id id,
        String template,
        int templateVersion,
        int year,
        LocalDate asOf,
        Cover cover,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable Integer number) {

    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** What stands on the front. */
    public record Cover(String title, String section, String session, String dates, boolean contents) {}

    public enum State {
        /** 초안: the section prepares cover and pages. */
        DRAFT("초안"),
        /** 팀 작성: each team writes its own pages. */
        INPUT("팀 작성"),
        /** 검토: written, being read and commented. */
        REVIEW("검토"),
        /** 확정 결재: values taken, people are deciding whether these are frozen. */
        APPROVAL("확정 결재"),
        /** 확정: values taken, sealed by a hash; nothing changes any more. */
        FROZEN("확정"),
        /** 발행: numbered and handed to the council. */
        ISSUED("발행");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Where it may go from here by a person's decision; asking, freezing and issuing are verbs of their own. */
        public Set<State> next() {
            return switch (this) {
                case DRAFT -> Set.of(INPUT);
                case INPUT -> Set.of(DRAFT, REVIEW);
                case REVIEW -> Set.of(INPUT);
                case APPROVAL, FROZEN, ISSUED -> Set.of();
            };
        }

        /** Nobody writes in it any more, or as long as people decide. */
        public boolean isClosed() {
            return this == APPROVAL || isSealed();
        }

        public boolean isSealed() {
            return this == FROZEN || this == ISSUED;
        }
    }

    /**
     * A page (쪽) with its newest text.
     *
     * @param latest number of the newest version
     */
    public record Page(
            Id report,
            int position,
            int level,
            String heading,
            List<String> teams,
            int latest,
            String body,
            String by,
            Instant at) {

        /**
         * Whether a person may write on it now: the teams it belongs to while teams write, whoever approves reports until it is
         * frozen.
         */
        public boolean isOpenTo(Actor actor, State state) {
            if (state.isClosed()) return false;
            if (actor.may("report", Level.APPROVE)) return true;
            return state == State.INPUT && actor.may("report", Level.WORK) && teams.contains(actor.team());
        }
    }

    /** One saved text of a page. */
    public record PageVersion(int position, int number, String body, String by, Instant at) {}

    /** A change of state with who, when and why. */
    public record Step(@Nullable State from, State to, String reason, String by, Instant at) {}

    /** A remark in review (검토 의견), on a page or on the whole. */
    public record Comment(
            UUID id,
            @Nullable Integer position,
            String body,
            String by,
            Instant at,
            @Nullable String settledBy) {}

    /** What came of saving a page: saved, or somebody else was first. */
    public sealed interface Saving {
        record Saved(int number) implements Saving {}

        /** Nothing was saved; {@code theirs} is the newest text now, {@code base} the one the writer started from. */
        record Overtaken(PageVersion theirs, PageVersion base) implements Saving {}
    }
}
