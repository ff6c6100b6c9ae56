package kr.madang.approvals.dispatch.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import kr.madang.kernel.Refused;

/** A flat list of elements in XML (XML 읽고 쓰기): one root, texts below it, and nothing that could reach outside. */
final class Markup {
    private static final int MOST = 300;

    record Element(String name, String text) {}

    private Markup() {}

    static void put(StringBuilder out, String name, String text) {
        out.append("  <")
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** XML 1.0 has no words for most control characters and halves of pairs. */
    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }

    static List<Element> read(byte[] xml, String root) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external");
        });
        try {
            return walk(factory.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8"), root);
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    private static List<Element> walk(javax.xml.stream.XMLStreamReader in, String root) throws XMLStreamException {
        var found = new ArrayList<Element>();
        var text = new StringBuilder();
        int depth = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth == 1 && !in.getLocalName().equals(root)) throw broken();
                    if (depth > 2 || found.size() >= MOST) throw broken();
                    text.setLength(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == 2) found.add(new Element(in.getLocalName(), text.toString()));
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(in.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Refused.invalid("approvals.packet.hostile");
                default -> {}
            }
        }
        return found;
    }

    static Refused broken() {
        return Refused.invalid("approvals.packet.card");
    }
}
