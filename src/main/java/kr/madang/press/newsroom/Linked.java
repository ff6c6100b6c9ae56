package kr.madang.press.newsroom;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A release as search engines read it (JSON-LD {@code NewsArticle}), written so that it cannot end the page it stands in. */
public final class Linked {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int LEAD = 200;

    private final JsonMapper json;
    private final String office;
    private final String site;

    public Linked(JsonMapper json, String office, String site) {
        this.json = json;
        this.office = office;
        this.site = site;
    }

    public String article(Item item, List<Newsroom.Picture> pictures) {
        var publisher = Map.of("@type", "GovernmentOrganization", "name", office);
        var article = new LinkedHashMap<String, Object>();
        article.put("@context", "https://schema.org");
        article.put("@type", "NewsArticle");
        article.put("headline", item.content().title());
        article.put("description", item.content().lead(LEAD));
        article.put("datePublished", moment(item.firstAt()));
        article.put("dateModified", moment(item.releasedAt()));
        article.put("mainEntityOfPage", site + item.path());
        article.put("inLanguage", "ko");
        article.put(
                "author",
                Map.of("@type", "GovernmentOrganization", "name", item.content().unit()));
        article.put("publisher", publisher);
        if (!pictures.isEmpty())
            article.put(
                    "image",
                    pictures.stream()
                            .map(p -> site + item.path() + "/photos/" + p.id())
                            .toList());
        return safe(json.writeValueAsString(article));
    }

    private static String safe(String text) {
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String moment(java.time.Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(SEOUL));
    }
}
