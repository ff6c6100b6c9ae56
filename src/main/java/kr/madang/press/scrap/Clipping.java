package kr.madang.press.scrap;

import java.time.Instant;
import java.util.UUID;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;

/**
 * An article as the scrap needs it (스크랩 기사).
 *
 * @param body its text where a licence allows keeping it; null otherwise
 * @param place page of a paper, programme of a station; empty online
 * @param own whether it goes back to a release of the office
 * @param leading whether it leads its group of reprints
 */
public record Clipping(
        UUID article,
        UUID outlet,
        String outletName,
        Tier tier,
        String title,
        String lead,
        @Nullable String body,
        String url,
        String reporter,
        String place,
        Instant publishedAt,
        boolean own,
        boolean leading) {}
