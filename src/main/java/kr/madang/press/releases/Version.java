package kr.madang.press.releases;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kr.madang.press.releases.writing.Content;
import org.jspecify.annotations.Nullable;

/**
 * One version of a release (보도자료 판).
 *
 * @param edit goes up whenever it is written, so that two who write at once notice
 * @param seal of what people were asked to approve; empty before
 * @param approval register number of the approval; empty before
 */
public record Version(
        UUID release,
        int number,
        State state,
        int edit,
        Content content,
        UUID author,
        String authorName,
        Instant madeAt,
        Instant changedAt,
        String seal,
        @Nullable UUID paper,
        String approval,
        @Nullable Instant approvedAt,
        @Nullable Instant releasedAt,
        @Nullable UUID pdf,
        @Nullable UUID hwpx) {
    /** Where a version stands (진행 상태). */
    public enum State {
        DRAFT,
        /** 데스크: another pair of eyes. */
        REVIEW,
        APPROVAL,
        RETURNED,
        /** Waits for its hour. */
        APPROVED,
        RELEASED,
        DROPPED;

        /** May be written in. */
        public boolean open() {
            return this == DRAFT || this == REVIEW || this == RETURNED;
        }

        public boolean over() {
            return this == RELEASED || this == DROPPED;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String code() {
            return "press.state." + word();
        }
    }
}
