package kr.madang.notices.alerts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import kr.madang.notices.calls.Tree;
import org.jspecify.annotations.Nullable;

/**
 * One message about a danger (재난 알림 발령), from its draft to its end.
 *
 * @param identifier under which the world knows it
 * @param version grows with every change; whoever writes names the one he saw
 * @param previous the one it updates or cancels; null for a first one
 * @param called who stood in the call-out tree when people were asked; null before, and when nobody is called
 * @param seal of what was asked or approved; empty for a draft
 * @param number register number of the approval; empty before
 * @param endsAt when it runs out by itself; null before it is out
 */
public record Alert(
        UUID id,
        String identifier,
        Stage stage,
        int version,
        Type type,
        @Nullable UUID previous,
        AlertContent content,
        @Nullable Tree called,
        String seal,
        UUID author,
        String authorName,
        Instant madeAt,
        Instant changedAt,
        @Nullable UUID paper,
        String number,
        @Nullable Instant raisedAt,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable Ending ending) {
    /** Where an alert stands (발령 단계). */
    public enum Stage {
        DRAFT,
        /** 반려. */
        RETURNED,
        /** 결재 중. */
        APPROVAL,
        /** 확인 필요: the approval arrived so late that somebody must say again that it shall go out. */
        HELD,
        /** 발령 중. */
        OUT,
        CLOSED,
        DROPPED;

        private static final Set<Stage> OPEN = EnumSet.of(DRAFT, RETURNED);

        public String code() {
            return "notices.alert.stage." + word();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its author may write in it. */
        public boolean open() {
            return OPEN.contains(this);
        }
    }

    /** What it does to earlier ones (메시지 유형). */
    public enum Type {
        ALERT,
        /** 정정·갱신. */
        UPDATE,
        /** 해제. */
        CANCEL;

        public String code() {
            return "notices.alert.type." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it counts no more. */
    public enum Ending {
        EXPIRED,
        UPDATED,
        CANCELLED;

        public String code() {
            return "notices.alert.ending." + name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean drill() {
        return content.drill();
    }

    /** Whether it went out, whatever became of it later. */
    public boolean raised() {
        return raisedAt != null;
    }

    /** Whether people should still act on it; a cancellation says the opposite. */
    public boolean counts(Instant now) {
        return stage == Stage.OUT && type != Type.CANCEL && endsAt != null && endsAt.isAfter(now);
    }

    /** Whether an update or a cancellation may follow. */
    public boolean mayBeFollowed() {
        return raised() && type != Type.CANCEL && ending != Ending.UPDATED && ending != Ending.CANCELLED;
    }
}
