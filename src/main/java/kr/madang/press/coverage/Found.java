package kr.madang.press.coverage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as a source or a person gives it (수집 기사).
 *
 * @param outlet null: told from the host of the address
 * @param url null for paper and broadcast
 * @param body text for comparing; kept only where a licence allows it
 * @param at when it was published
 * @param source which gave it; null when a person did
 */
public record Found(
        Kind kind,
        @Nullable UUID outlet,
        @Nullable String url,
        String title,
        String lead,
        String body,
        String reporter,
        String page,
        String programme,
        String clip,
        Instant at,
        @Nullable UUID source) {
    public static Found online(String url, String title, String lead, Instant at, @Nullable UUID source) {
        return new Found(Kind.ONLINE, null, url, title, lead, "", "", "", "", "", at, source);
    }
}
