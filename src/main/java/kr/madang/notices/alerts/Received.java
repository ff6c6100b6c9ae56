package kr.madang.notices.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert of another system as it came (받은 경보).
 *
 * @param source who brought it, in words
 * @param refers identifiers of earlier messages it speaks of
 * @param alert what was drafted from it; null when nothing was
 */
public record Received(
        UUID id,
        String source,
        String sender,
        String identifier,
        Instant sentAt,
        String status,
        String type,
        String scope,
        String headline,
        List<String> refers,
        Instant receivedAt,
        Fate fate,
        @Nullable UUID alert) {
    /** What became of it here. */
    public enum Fate {
        /** 초안 작성: a draft waits for an officer. */
        DRAFTED,
        /** 후속 초안: a draft that follows an alert of ours. */
        FOLLOWED,
        /** 보관만: tests, acknowledgements, and what speaks of something still in hand. */
        KEPT;

        public String code() {
            return "notices.capin.fate." + name().toLowerCase(Locale.ROOT);
        }
    }
}
