package kr.madang.notices.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes an alert (CAP 쓰기): UTF-8, elements in the order of the standard, nothing that was not given. */
public final class CapWriter {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final XMLStreamWriter out;

    private CapWriter(XMLStreamWriter out) {
        this.out = out;
    }

    public static byte[] write(CapAlert alert) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new CapWriter(out).alert(alert);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void alert(CapAlert a) throws XMLStreamException {
        out.writeStartElement("alert");
        out.writeDefaultNamespace(CapNode.NAMESPACE);
        text("identifier", a.identifier());
        text("sender", a.sender());
        text("sent", moment(a.sent()));
        text("status", a.status().word());
        text("msgType", a.type().word());
        text("source", a.source());
        text("scope", a.scope().word());
        text("restriction", a.restriction());
        text("addresses", list(a.addresses()));
        for (var code : a.codes()) text("code", code);
        text("note", a.note());
        text(
                "references",
                a.references().stream()
                        .map(r -> String.join(",", r.sender(), r.identifier(), moment(r.sent())))
                        .collect(Collectors.joining(" ")));
        text("incidents", list(a.incidents()));
        for (var info : a.infos()) info(info);
        out.writeEndElement();
    }

    private void info(CapInfo i) throws XMLStreamException {
        out.writeStartElement("info");
        text("language", i.language());
        for (var category : i.categories()) text("category", category.word());
        text("event", i.event());
        for (var response : i.responses()) text("responseType", response.word());
        text("urgency", i.urgency().word());
        text("severity", i.severity().word());
        text("certainty", i.certainty().word());
        text("audience", i.audience());
        named("eventCode", i.eventCodes());
        text("effective", moment(i.effective()));
        text("onset", moment(i.onset()));
        text("expires", moment(i.expires()));
        text("senderName", i.senderName());
        text("headline", i.headline());
        text("description", i.description());
        text("instruction", i.instruction());
        text("web", i.web());
        text("contact", i.contact());
        named("parameter", i.parameters());
        for (var resource : i.resources()) resource(resource);
        for (var area : i.areas()) area(area);
        out.writeEndElement();
    }

    private void resource(CapResource r) throws XMLStreamException {
        out.writeStartElement("resource");
        text("resourceDesc", r.description());
        text("mimeType", r.mediaType());
        var size = r.size();
        text("size", size == null ? "" : size.toString());
        text("uri", r.uri());
        text("derefUri", r.content());
        text("digest", r.digest());
        out.writeEndElement();
    }

    private void area(CapArea a) throws XMLStreamException {
        out.writeStartElement("area");
        text("areaDesc", a.description());
        for (var polygon : a.polygons())
            text("polygon", polygon.stream().map(CapWriter::point).collect(Collectors.joining(" ")));
        for (var circle : a.circles())
            text("circle", point(circle.center()) + " " + circle.radius().toPlainString());
        named("geocode", a.codes());
        var altitude = a.altitude();
        text("altitude", altitude == null ? "" : altitude.toPlainString());
        var ceiling = a.ceiling();
        text("ceiling", ceiling == null ? "" : ceiling.toPlainString());
        out.writeEndElement();
    }

    private void named(String element, List<CapInfo.Named> all) throws XMLStreamException {
        for (var one : all) {
            out.writeStartElement(element);
            text("valueName", one.name());
            always("value", one.value());
            out.writeEndElement();
        }
    }

    private void text(String element, String text) throws XMLStreamException {
        if (!text.isEmpty()) always(element, text);
    }

    private void always(String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(allowed(text));
        out.writeEndElement();
    }

    /** XML has no way to write most control characters. */
    private static String allowed(String text) {
        return text.codePoints()
                .map(c -> c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                                || c == '\n'
                                || c == '\t'
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String point(CapArea.Point point) {
        return point.latitude().toPlainString() + "," + point.longitude().toPlainString();
    }

    private static String list(List<String> names) {
        return names.stream()
                .map(name -> name.isEmpty() || name.contains(" ") ? '"' + name + '"' : name)
                .collect(Collectors.joining(" "));
    }

    /** UTC is minus zero, as the standard wants it. */
    private static String moment(@Nullable OffsetDateTime at) {
        return at == null ? "" : at.format(MOMENT).replaceFirst("\\+00:00$", "-00:00");
    }
}
