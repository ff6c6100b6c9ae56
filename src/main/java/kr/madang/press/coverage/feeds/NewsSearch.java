package kr.madang.press.coverage.feeds;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.madang.press.coverage.Found;
import kr.madang.press.coverage.feeds.Unfetched.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of a news search (뉴스 검색 API): pages of a hundred by date, at most a thousand hits, {@code lastBuildDate, total, start, display, items} with
 * {@code title, originallink, link, description, pubDate}.
 */
final class NewsSearch {
    static final int PORTION = 100;
    static final int LAST_START = 1_000;

    /** One page. @param total hits the service has, of which it shows a thousand */
    record Hits(int total, List<Found> found) {
        Instant oldest() {
            return found.stream().map(Found::at).min(Instant::compareTo).orElse(Instant.MAX);
        }
    }

    private NewsSearch() {}

    static URI page(String base, String word, int start) throws Unfetched {
        try {
            return URI.create(
                    base + (base.contains("?") ? "&" : "?") + "query=" + URLEncoder.encode(word, StandardCharsets.UTF_8)
                            + "&display=" + PORTION + "&start=" + start + "&sort=date");
        } catch (IllegalArgumentException e) {
            throw new Unfetched(Reason.BAD_ADDRESS, base);
        }
    }

    static Hits read(byte[] body, @Nullable UUID source, Instant now, JsonMapper json) throws Unfetched {
        try {
            var root = json.readTree(body);
            if (root == null || !root.isObject()) throw new Unfetched(Reason.BAD_JSON, "no object");
            if (root.has("errorCode"))
                throw new Unfetched(
                        Reason.REFUSED,
                        root.path("errorCode").asString("") + " "
                                + root.path("errorMessage").asString(""));
            if (!root.path("items").isArray()) throw new Unfetched(Reason.BAD_JSON, "no items");
            var found = new ArrayList<Found>();
            for (var item : root.path("items")) {
                var original = item.path("originallink").asString("").strip();
                var link = original.isEmpty() ? item.path("link").asString("").strip() : original;
                var title = FeedReader.cut(FeedReader.plain(item.path("title").asString("")), 300);
                if (link.isEmpty() || title.isEmpty()) continue;
                var lead =
                        FeedReader.cut(FeedReader.plain(item.path("description").asString("")), 3_900);
                found.add(Found.online(
                        link,
                        title,
                        lead,
                        Times.read(item.path("pubDate").asString("")).orElse(now),
                        source));
            }
            return new Hits(root.path("total").asInt(0), List.copyOf(found));
        } catch (JacksonException e) {
            throw new Unfetched(Reason.BAD_JSON, String.valueOf(e.getOriginalMessage()));
        }
    }
}
