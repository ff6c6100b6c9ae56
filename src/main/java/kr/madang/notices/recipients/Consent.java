package kr.madang.notices.recipients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing agreed to for one way of being reached, from when until when (동의).
 *
 * @param topic code of a topic; empty for everything
 * @param source where the office has it from
 * @param wording version of the words that were agreed to
 * @param withdrawnAt null while it stands
 * @param withdrawal how it was taken back; null while it stands
 */
public record Consent(
        Purpose purpose,
        String topic,
        Instant givenAt,
        Source source,
        String wording,
        @Nullable Instant withdrawnAt,
        @Nullable Withdrawal withdrawal) {

    /** Where a consent comes from (동의 출처). */
    public enum Source {
        WEB,
        COUNTER,
        PAPER,
        PHONE,
        EVENT,
        TRANSFER,
        /** The permission somebody gave in a browser; only a person before it can, so it stands for the code others type. */
        BROWSER,
        /** The law: disaster notices go to everybody until somebody refuses them. */
        LAW;

        /** Whether an officer may say so; the law and browsers speak for themselves. */
        public boolean told() {
            return this != LAW && this != BROWSER;
        }

        public String code() {
            return "notices.source." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How a consent was taken back (철회 경로). */
    public enum Withdrawal {
        /** On the pages for residents. */
        SELF,
        /** By the link or button in a message. */
        ONE_CLICK,
        /** By an officer, at somebody's word. */
        OFFICER,
        /** By the free number of rejection, or a carrier's word that it was rejected. */
        REJECTED,
        /** With the data of the person. */
        DELETED,
        /** Replaced by another choice. */
        CHANGED;

        public String code() {
            return "notices.withdrawal." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether it stands at a moment; a withdrawal counts from its very moment. */
    public boolean stands(Instant at) {
        return !givenAt.isAfter(at) && (withdrawnAt == null || withdrawnAt.isAfter(at));
    }

    boolean withdrawnBy(Instant at) {
        return withdrawnAt != null && !withdrawnAt.isAfter(at);
    }

    boolean about(java.util.Set<String> topics) {
        return topic.isEmpty() || topics.isEmpty() || topics.contains(topic);
    }
}
