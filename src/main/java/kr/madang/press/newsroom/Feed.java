package kr.madang.press.newsroom;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes releases for other programs to follow (구독 목록): RSS 2.0 and Atom. */
public final class Feed {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int LEAD = 300;

    private final String title;
    private final String site;

    /** @param site address of the house, e.g. {@code https://www.example.kr} */
    public Feed(String title, String site) {
        this.title = title;
        this.site = site;
    }

    @FunctionalInterface
    private interface Part {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    public String rss(List<Item> items) {
        return document(out -> {
            out.writeStartElement("rss");
            out.writeAttribute("version", "2.0");
            out.writeNamespace("atom", ATOM);
            out.writeStartElement("channel");
            element(out, "title", title);
            element(out, "link", site + "/press");
            element(out, "description", title);
            element(out, "language", "ko");
            out.writeEmptyElement("atom", "link", ATOM);
            out.writeAttribute("rel", "self");
            out.writeAttribute("type", "application/rss+xml");
            out.writeAttribute("href", site + "/press/feed.rss");
            for (var item : items) rss(out, item);
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    private void rss(XMLStreamWriter out, Item item) throws XMLStreamException {
        out.writeStartElement("item");
        element(out, "title", heading(item));
        element(out, "link", site + item.path());
        out.writeStartElement("guid");
        out.writeAttribute("isPermaLink", "false");
        text(out, id(item));
        out.writeEndElement();
        element(out, "category", item.content().unit());
        element(
                out,
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(item.releasedAt().atZone(SEOUL)));
        element(out, "description", item.content().lead(LEAD));
        out.writeEndElement();
    }

    public String atom(List<Item> items) {
        return document(out -> {
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            element(out, "id", site + "/press");
            element(out, "title", title);
            element(
                    out,
                    "updated",
                    moment(items.isEmpty() ? Instant.EPOCH : items.getFirst().releasedAt()));
            link(out, "self", site + "/press/feed.atom");
            link(out, "alternate", site + "/press");
            for (var item : items) atom(out, item);
            out.writeEndElement();
        });
    }

    private void atom(XMLStreamWriter out, Item item) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", id(item));
        element(out, "title", heading(item));
        element(out, "published", moment(item.firstAt()));
        element(out, "updated", moment(item.releasedAt()));
        link(out, "alternate", site + item.path());
        out.writeStartElement("author");
        element(out, "name", item.content().unit());
        out.writeEndElement();
        element(out, "summary", item.content().lead(LEAD));
        out.writeEndElement();
    }

    /** A correction is news of its own. */
    private static String heading(Item item) {
        return item.corrected()
                ? "[정정] " + item.content().title()
                : item.content().title();
    }

    private String id(Item item) {
        return site + item.path() + (item.corrected() ? "#" + item.version() : "");
    }

    private static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(SEOUL));
    }

    private static void link(XMLStreamWriter out, String rel, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        text(out, value);
        out.writeEndElement();
    }

    /** Without characters XML has no place for. */
    private static void text(XMLStreamWriter out, String value) throws XMLStreamException {
        out.writeCharacters(value.codePoints()
                .filter(point -> point == '\t' || point == '\n' || point >= ' ' && (point < 0xD800 || point > 0xDFFF))
                .filter(point -> point != 0xFFFE && point != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static String document(Part part) {
        var written = new StringWriter();
        try {
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(written);
            out.writeStartDocument("UTF-8", "1.0");
            part.write(out);
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return written.toString();
    }
}
