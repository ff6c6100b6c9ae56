package kr.madang.press.scrap;

import java.time.Instant;
import java.util.UUID;
import kr.madang.press.Tier;

/**
 * An article as it stands in a published scrap (실린 기사): what may always be shown. Its text is asked for anew each time, with the licence.
 *
 * @param withdrawnWhy empty unless it was taken out of what had been published
 */
public record Printed(
        UUID article,
        UUID outlet,
        String outletName,
        Tier tier,
        String section,
        String title,
        String url,
        String reporter,
        String place,
        Instant publishedAt,
        boolean own,
        String withdrawnWhy) {
    public boolean withdrawn() {
        return !withdrawnWhy.isEmpty();
    }

    /** Where the article is; empty when it stands nowhere a browser may go. */
    public String link() {
        return url.startsWith("https://") || url.startsWith("http://") ? url : "";
    }

    static Printed of(Clipping c, String section, String withdrawnWhy) {
        return new Printed(
                c.article(),
                c.outlet(),
                c.outletName(),
                c.tier(),
                section,
                c.title(),
                c.url(),
                c.reporter(),
                c.place(),
                c.publishedAt(),
                c.own(),
                withdrawnWhy);
    }
}
