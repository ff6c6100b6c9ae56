package kr.madang.press.coverage.feeds;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.press.coverage.Found;
import kr.madang.press.coverage.Kind;
import kr.madang.press.coverage.feeds.Unfetched.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads RSS 0.9 to 2.0, RDF and Atom (피드 판독), also when they are not quite XML. */
final class FeedReader {
    private static final int MOST = 2_000;
    private static final int LEAD = 3_900;
    private static final int TITLE = 300;
    private static final Pattern ENDS =
            Pattern.compile("</(?:rss|feed|rdf:rdf|channel)\\s*>\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS =
            Pattern.compile("<(?:\\w+:)?(?:rss|feed|rdf)[\\s>]", Pattern.CASE_INSENSITIVE);
    /** What XML does not allow and some outlets send. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]{1,10}(?:\\s[^<>]{0,200})?/?>");

    private FeedReader() {}

    /** @param now stands for a time that is missing or unreadable */
    static List<Found> read(String text, URI base, @Nullable UUID source, Instant now) throws Unfetched {
        if (!BEGINS.matcher(text.substring(0, Math.min(text.length(), 4_000))).find())
            throw new Unfetched(
                    Reason.NOT_A_FEED,
                    text.substring(0, Math.min(text.length(), 80)).strip());
        var feed = Jsoup.parse(CONTROL.matcher(text).replaceAll(" "), base.toString(), Parser.xmlParser());
        var entries = new ArrayList<Element>();
        for (var e : feed.getAllElements())
            if (entries.size() < MOST && (local(e).equals("item") || local(e).equals("entry"))) entries.add(e);
        // a feed that broke off may have cut the last address in two
        if (!entries.isEmpty() && !ENDS.matcher(text.strip()).find()) entries.removeLast();
        return entries.stream()
                .flatMap(e -> found(e, base, source, now).stream())
                .toList();
    }

    private static String local(Element element) {
        var name = element.tagName().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }

    private static Optional<Found> found(Element entry, URI base, @Nullable UUID source, Instant now) {
        var title = cut(plain(first(entry, "title")), TITLE);
        var link = link(entry, base);
        if (title.isEmpty() || link.isEmpty()) return Optional.empty();
        var whole = plain(first(entry, "encoded", "content"));
        var lead = plain(first(entry, "description", "summary"));
        var at = Times.read(first(entry, "pubdate", "published", "date", "issued", "updated", "modified"))
                .orElse(now);
        return Optional.of(new Found(
                Kind.ONLINE,
                null,
                link.get(),
                title,
                cut(lead.isEmpty() ? whole : lead, LEAD),
                whole,
                cut(author(entry), 100),
                "",
                "",
                "",
                at,
                source));
    }

    /** The text of the first of these children that has one. */
    private static String first(Element entry, String... names) {
        for (var name : names)
            for (var child : entry.children())
                if (local(child).equals(name) && !child.wholeText().isBlank()) return child.wholeText();
        return "";
    }

    private static String author(Element entry) {
        for (var child : entry.children()) {
            if (!local(child).equals("author") && !local(child).equals("creator")) continue;
            var name = child.children().stream()
                    .filter(c -> local(c).equals("name"))
                    .findFirst();
            return plain(name.orElse(child).wholeText())
                    .replaceAll("[\\w.+-]+@[\\w.-]+", "")
                    .strip();
        }
        return "";
    }

    private static Optional<String> link(Element entry, URI base) {
        for (var child : entry.children()) {
            if (!local(child).equals("link")) continue;
            var href = child.attr("href");
            var rel = child.attr("rel");
            if (!href.isEmpty() && (rel.isEmpty() || rel.equals("alternate"))) return absolute(href, base);
            if (href.isEmpty() && !child.wholeText().isBlank()) return absolute(child.wholeText(), base);
        }
        for (var child : entry.children())
            if (local(child).equals("guid") && !child.attr("isPermaLink").equalsIgnoreCase("false"))
                return absolute(child.wholeText(), base);
        return Optional.empty();
    }

    private static Optional<String> absolute(String typed, URI base) {
        try {
            return Optional.of(base.resolve(typed.strip().replace(" ", "%20").replace("|", "%7C"))
                    .toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Markup inside of texts is for browsers; some outlets escape it twice. */
    static String plain(String text) {
        var once = text(text.length() > 200_000 ? text.substring(0, 200_000) : text);
        return MARKUP.matcher(once).find() ? text(once) : once;
    }

    private static String text(String html) {
        return Jsoup.parse(html).text().replace('\u00a0', ' ').strip();
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
