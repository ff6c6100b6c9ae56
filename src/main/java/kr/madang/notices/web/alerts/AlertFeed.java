package kr.madang.notices.web.alerts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kr.madang.notices.alerts.Alert;

/** Alerts that count now as an Atom feed (RFC 4287), each entry with a link to its CAP message (재난 알림 피드). */
final class AlertFeed {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter out;
    private final String site;

    private AlertFeed(XMLStreamWriter out, String site) {
        this.out = out;
        this.site = site;
    }

    static byte[] write(String site, String office, List<Alert> alerts, Instant now) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new AlertFeed(out, site).feed(office, alerts, now);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void feed(String office, List<Alert> alerts, Instant now) throws XMLStreamException {
        out.writeStartElement("feed");
        out.writeDefaultNamespace(ATOM);
        text("id", site + "/alerts/feed.atom");
        text("title", office + " 재난 알림");
        text(
                "updated",
                moment(alerts.stream()
                        .map(AlertFeed::raised)
                        .max(Instant::compareTo)
                        .orElse(now)));
        link("self", "application/atom+xml", "/alerts/feed.atom");
        link("alternate", "text/html", "/alerts");
        out.writeStartElement("author");
        text("name", office);
        out.writeEndElement();
        for (var alert : alerts) entry(alert);
        out.writeEndElement();
    }

    private void entry(Alert alert) throws XMLStreamException {
        var at = "/alerts/" + alert.identifier();
        out.writeStartElement("entry");
        text("id", site + at);
        text("title", alert.content().title());
        text("updated", moment(raised(alert)));
        text("published", moment(raised(alert)));
        text("summary", alert.content().said());
        link("alternate", "text/html", at);
        link("enclosure", "application/cap+xml", at + ".xml");
        out.writeEndElement();
    }

    private static Instant raised(Alert alert) {
        return Objects.requireNonNull(alert.raisedAt());
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void text(String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " "));
        out.writeEndElement();
    }

    private void link(String rel, String type, String path) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("type", type);
        out.writeAttribute("href", site + path);
    }
}
