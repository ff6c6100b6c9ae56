package kr.madang.report.audit.text;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** Walks an XML part of a document (XML 읽기) without ever following a declaration out of it. */
final class Xml {
    private static final int DEEPEST = 400;
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    /** What a reader does at the start, inside and at the end of elements; names come without their prefix. */
    interface Visitor {
        void start(String name, XMLStreamReader at) throws UnreadableDocument;

        void text(String text) throws UnreadableDocument;

        void end(String name) throws UnreadableDocument;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external");
        });
        return factory;
    }

    static void walk(InputStream in, Visitor visitor) throws UnreadableDocument {
        try (in) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new UnreadableDocument(Code.HOSTILE, "문서의 구조가 지나치게 깊어서 읽지 않았습니다.");
                        }
                        visitor.start(reader.getLocalName(), reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        visitor.end(reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        visitor.text(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableDocument(Code.HOSTILE);
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (IOException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
    }

    private static UnreadableDocument refused(Throwable failure) {
        // the parser's own limits on depth, names and entities
        if (String.valueOf(failure.getMessage()).contains("JAXP000")) {
            return new UnreadableDocument(Code.HOSTILE, "문서의 구조가 지나치게 깊거나 복잡해서 읽지 않았습니다.");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Packed.Overflow overflow) {
                return new UnreadableDocument(overflow.code());
            }
            if (cause instanceof XMLStreamException xml
                    && xml.getNestedException() instanceof Packed.Overflow overflow) {
                return new UnreadableDocument(overflow.code());
            }
        }
        return new UnreadableDocument(Code.DAMAGED);
    }

    static String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return "";
    }

    static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
