package kr.madang.press.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet printed, put online or broadcast about the office (기사).
 *
 * @param outlet null while nobody has said whose host it is
 * @param outletName of the outlet, or the host while there is none
 * @param lead its beginning, as the source gave it
 * @param body its text; null unless a licence allows keeping it
 * @param clip reference of the recording of a broadcast
 * @param saidAt what the source gave as time when that cannot be true; null otherwise
 * @param cluster the leading article of its group
 * @param release the release it goes back to, as a person said or the program is sure
 * @param leftOutAt since when it does not count; null while it does
 */
public record Article(
        UUID id,
        @Nullable UUID outlet,
        String outletName,
        @Nullable Tier tier,
        Kind kind,
        String host,
        @Nullable String url,
        String title,
        String lead,
        @Nullable String body,
        String reporter,
        String page,
        String programme,
        String clip,
        Instant publishedAt,
        @Nullable Instant saidAt,
        Instant foundAt,
        @Nullable UUID source,
        String enteredBy,
        @Nullable UUID cluster,
        @Nullable UUID thread,
        int shared,
        int sameQuotes,
        boolean roundup,
        @Nullable UUID release,
        @Nullable Tone tone,
        @Nullable Instant leftOutAt,
        String leftOutBy,
        String leftOutWhy) {
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    public LocalDate day() {
        return LocalDate.ofInstant(publishedAt, SEOUL);
    }

    public boolean leads() {
        return id.equals(cluster);
    }

    public boolean counts() {
        return leftOutAt == null;
    }
}
