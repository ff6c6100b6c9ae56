package kr.madang.press.alike;

import java.util.UUID;

/**
 * Which release an article goes back to (보도자료 일치), as the program sees it.
 *
 * @param confidence of 100
 * @param percent of the article's text, as much as stands in the release
 * @param quotes quotations both have
 * @param early whether the article was out before the release: an embargo was broken, or a clock is wrong
 */
public record Match(UUID release, int confidence, int percent, int quotes, boolean early) {
    /** From here on the program takes an article for coverage of the release until a person says otherwise. */
    public static final int SURE = 60;
}
