package kr.madang.notices.sends;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to many people (발송), from its draft to its end.
 *
 * @param version grows with every change; whoever writes names the one he saw
 * @param seal of what was asked or approved; empty for a draft
 * @param tried seal of the words somebody got on his own phone; empty before
 * @param confirmedAt when somebody said that it shall go though its hour has passed
 * @param number register number of the approval; empty before
 */
public record Send(
        int serial,
        State state,
        Content content,
        int version,
        String seal,
        String tried,
        UUID author,
        String authorName,
        Instant madeAt,
        Instant changedAt,
        @Nullable UUID paper,
        String number,
        @Nullable Instant confirmedAt,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt) {
    /** Where a send stands (발송 단계). */
    public enum State {
        DRAFT,
        /** 반려: written again by its author. */
        RETURNED,
        /** 결재 중. */
        APPROVAL,
        SCHEDULED,
        /** 확인 필요: approved, but somebody must say again that it shall go. */
        HELD,
        RUNNING,
        PAUSED,
        CLOSED,
        CANCELLED;

        private static final Set<State> OPEN = EnumSet.of(DRAFT, RETURNED);
        private static final Set<State> RAN = EnumSet.of(RUNNING, PAUSED, CLOSED, CANCELLED);

        public String code() {
            return "notices.sendstate." + word();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its author may write in it. */
        public boolean open() {
            return OPEN.contains(this);
        }

        /** Whether it may have told somebody. */
        public boolean ran() {
            return RAN.contains(this);
        }

        public boolean over() {
            return this == CLOSED || this == CANCELLED;
        }
    }

    /** When it was meant to go: its hour, its approval, or when somebody said so again. Only for what was approved. */
    public Instant meant() {
        var hour = content.due();
        var first = hour == null ? changedAt : hour;
        return confirmedAt == null || confirmedAt.isBefore(first) ? first : confirmedAt;
    }

    /** Whether what stands here is what was asked or approved. */
    public boolean sealed() {
        return !seal.isEmpty() && seal.equals(Seal.of(content));
    }

    /** Whether somebody has had exactly these words on his own phone. */
    public boolean triedOut() {
        return !tried.isEmpty() && tried.equals(Seal.words(content));
    }
}
