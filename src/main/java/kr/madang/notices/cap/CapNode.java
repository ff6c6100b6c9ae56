package kr.madang.notices.cap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kr.madang.kernel.Refused;

/**
 * An element as it stands in a document (원문 요소). Documents with a document type are refused, so that no entity is ever looked up; so
 * are those that are larger or deeper than any alert.
 *
 * @param text of the element without its children, stripped
 */
record CapNode(String name, int line, String text, List<CapNode> children) {
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    static final int LARGEST = 2_000_000;

    private static final int DEEPEST = 6;
    private static final int MOST = 20_000;
    private static final int SHOWN = 40;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    static CapNode read(byte[] document) {
        if (document.length > LARGEST) throw Refused.invalid("notices.cap.size", LARGEST / 1_000_000);
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return new Building(reader).root();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw Refused.invalid("notices.cap.xml", at == null ? 0 : at.getLineNumber());
        }
    }

    List<CapNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    /** What somebody typed, short enough for a sentence. */
    static String shown(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }

    private static final class Building {
        private final XMLStreamReader reader;
        private int seen;

        Building(XMLStreamReader reader) {
            this.reader = reader;
        }

        CapNode root() throws XMLStreamException {
            while (reader.hasNext())
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw Refused.invalid("notices.cap.doctype");
                    case XMLStreamConstants.START_ELEMENT -> {
                        var root = element(1);
                        rest();
                        return root;
                    }
                    default -> {}
                }
            throw Refused.invalid("notices.cap.xml", 1);
        }

        /** Behind the root nothing but white space and comments may stand; the parser sees to that when it is asked. */
        private void rest() throws XMLStreamException {
            while (reader.hasNext()) reader.next();
        }

        private CapNode element(int depth) throws XMLStreamException {
            int line = reader.getLocation().getLineNumber();
            if (depth > DEEPEST || ++seen > MOST) throw Refused.invalid("notices.cap.large", line);
            var name = reader.getLocalName();
            boolean ours = NAMESPACE.equals(reader.getNamespaceURI());
            // a signature may stand in a message; it is somebody else's to read
            if (!ours && depth == 1) throw Refused.invalid("notices.cap.namespace");
            var text = new StringBuilder();
            var children = new ArrayList<CapNode>();
            while (true)
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (NAMESPACE.equals(reader.getNamespaceURI())) children.add(element(depth + 1));
                        else skip();
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text.append(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw Refused.invalid("notices.cap.xml", line);
                    case XMLStreamConstants.END_ELEMENT -> {
                        return new CapNode(name, line, text.toString().strip(), List.copyOf(children));
                    }
                    default -> {}
                }
        }

        private void skip() throws XMLStreamException {
            for (int open = 1; open > 0; ) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) open++;
                if (event == XMLStreamConstants.END_ELEMENT) open--;
            }
        }
    }
}
