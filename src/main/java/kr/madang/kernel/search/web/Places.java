package kr.madang.kernel.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.search.Query;
import org.jspecify.annotations.Nullable;

/** Where the neighbors of a result are (검색 주소): the same question, narrower, wider, in another order, on another page. */
public record Places(Query query) {
    private static final String PATH = "/desk/search";

    String page(int page) {
        return href(query.text(), query.kind(), query.labels(), query.sort(), page);
    }

    /** Only this kind, or all of them again. */
    public String kind(String kind) {
        return href(query.text(), kind, List.of(), query.sort(), 1);
    }

    /** With this label, or without it where it was chosen. */
    public String label(String name, String value) {
        var label = new Query.Label(name, value);
        var labels = new ArrayList<>(query.labels());
        if (!labels.remove(label)) labels.add(label);
        return href(query.text(), query.kind(), labels, query.sort(), 1);
    }

    public String sort(Query.Sort sort) {
        return href(query.text(), query.kind(), query.labels(), sort, 1);
    }

    public String text(String other) {
        return href(other, query.kind(), query.labels(), query.sort(), 1);
    }

    /** The words alone, in all rooms and all times. */
    public String wide() {
        return PATH + "?q=" + encoded(query.text());
    }

    public boolean narrowed() {
        return !query.kind().isEmpty() || query.from() != null || query.to() != null;
    }

    private String href(String text, String kind, List<Query.Label> labels, Query.Sort sort, int page) {
        var href = new StringBuilder(PATH).append("?q=").append(encoded(text));
        add(href, "kind", kind);
        for (var label : labels) add(href, "label", label.name() + ":" + label.value());
        add(href, "from", query.from());
        add(href, "to", query.to());
        if (sort == Query.Sort.NEWEST) add(href, "sort", "date");
        if (page > 1) add(href, "page", page);
        return href.toString();
    }

    private static void add(StringBuilder href, String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) return;
        href.append('&').append(name).append('=').append(encoded(value.toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
