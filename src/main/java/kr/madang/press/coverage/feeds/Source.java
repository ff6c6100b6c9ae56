package kr.madang.press.coverage.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where articles are looked for (수집원).
 *
 * @param words of a news search: what is looked for
 * @param sealed keys of the service, sealed; null when it needs none
 * @param dailyBudget calls of the service a day
 */
public record Source(
        UUID id,
        String name,
        Kind kind,
        String address,
        List<String> words,
        @Nullable String sealed,
        int dailyBudget,
        int pauseMinutes,
        boolean active,
        Instant dueAt,
        @Nullable Instant claimedUntil,
        @Nullable String etag,
        @Nullable String modified,
        @Nullable Instant lastAt,
        String lastOutcome,
        int failures) {
    /** What is spoken there. */
    public enum Kind {
        /** RSS, Atom. */
        FEED,
        /** 뉴스 검색 API. */
        NEWS_SEARCH;

        public String code() {
            return "press.source.kind." + name().toLowerCase(Locale.ROOT);
        }
    }
}
