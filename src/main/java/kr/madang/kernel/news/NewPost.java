package kr.madang.kernel.news;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Something new on a desk (새글).
 *
 * @param room whose desk it is
 * @param desk code of the desk within its room
 * @param title one line; people see it who may see the desk
 * @param link path of the page on which it stands
 * @param at when it came; the same post at the same moment is the same news
 * @param whom accounts it concerns; empty when it concerns everybody who reads the desk
 */
public record NewPost(String room, String desk, String title, String link, Instant at, Set<UUID> whom) {
    private static final int LONGEST = 200;
    private static final int LONGEST_LINK = 500;

    public NewPost {
        title = title.replaceAll("\\p{Cntrl}+", " ").strip();
        if (title.length() > LONGEST) title = title.substring(0, LONGEST - 1) + "…";
        if (title.isEmpty()) throw new IllegalArgumentException("news without a title");
        if (!link.startsWith("/") || link.startsWith("//") || link.length() > LONGEST_LINK)
            throw new IllegalArgumentException("no path of the house: " + link);
        whom = Set.copyOf(whom);
    }

    /** For everybody who reads the desk. */
    public NewPost(String room, String desk, String title, String link, Instant at) {
        this(room, desk, title, link, at, Set.of());
    }
}
