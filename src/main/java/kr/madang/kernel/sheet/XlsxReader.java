package kr.madang.kernel.sheet;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX file, streamed: shared strings first, then row by row; no entities, no bombs, no macros run. */
final class XlsxReader {
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final XMLInputFactory XML = factory();

    private final SheetReader.Limits limits;
    private final SheetReader.Listener listener;
    private final List<String> strings = new ArrayList<>();
    private long inflated;

    private XlsxReader(SheetReader.Limits limits, SheetReader.Listener listener) {
        this.limits = limits;
        this.listener = listener;
    }

    static void read(byte[] file, SheetReader.Limits limits, SheetReader.Listener listener) {
        var reader = new XlsxReader(limits, listener);
        try {
            var sheet = reader.firstSheet(file);
            if (sheet == null) throw Refused.invalid("kernel.sheet.unknown");
            reader.part(file, STRINGS, reader::strings);
            reader.part(file, sheet, reader::rows);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw Refused.invalid("kernel.sheet.broken", 0);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private @Nullable String firstSheet(byte[] file) throws IOException {
        String first = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > 500) throw Refused.invalid("kernel.sheet.bomb");
                var name = entry.getName();
                if (name.matches("xl/worksheets/sheet[0-9]+\\.xml") && (first == null || number(name) < number(first)))
                    first = name;
                drain(zip);
            }
        }
        return first;
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring("xl/worksheets/sheet".length(), name.length() - 4));
    }

    /** Reads an entry to its end to find the next one, counting what it unfolds to. */
    private void drain(InputStream zip) throws IOException {
        var guard = new Guard(zip);
        var buffer = new byte[1 << 16];
        while (guard.read(buffer) >= 0) {
            // only counted
        }
    }

    private void part(byte[] file, String name, Part part) throws IOException, XMLStreamException {
        inflated = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().equals(name)) continue;
                part.read(XML.createXMLStreamReader(new Guard(zip)));
                return;
            }
        }
    }

    /** Stops when a file unfolds to more than it may. */
    private final class Guard extends FilterInputStream {
        Guard(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            inflated += read;
            if (inflated > limits.inflated()) throw Refused.invalid("kernel.sheet.bomb");
        }
    }

    private void strings(XMLStreamReader xml) throws XMLStreamException {
        long characters = 0;
        StringBuilder text = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> text = new StringBuilder();
                    case "rPh" -> skip(xml);
                    case "t" -> {
                        if (text != null) text.append(xml.getElementText());
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")
                    && text != null) {
                characters += text.length();
                if (strings.size() >= 2_000_000 || characters > 40_000_000) throw Refused.invalid("kernel.sheet.bomb");
                strings.add(text.toString());
            }
        }
    }

    private void rows(XMLStreamReader xml) throws XMLStreamException {
        int rows = 0;
        int line = 0;
        var cells = new ArrayList<SheetReader.Cell>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                SheetReader.count(++rows, limits);
                var given = xml.getAttributeValue(null, "r");
                line = given == null ? line + 1 : Integer.parseInt(given);
                cells = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                if (column >= limits.columns()) throw Refused.invalid("kernel.sheet.columns", limits.columns());
                while (cells.size() < column) cells.add(SheetReader.Cell.EMPTY);
                cells.add(cell(xml, line));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) listener.row(new SheetReader.Row(line, List.copyOf(cells)));
        }
    }

    private SheetReader.Cell cell(XMLStreamReader xml, int line) throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var text = new StringBuilder();
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "f" -> {
                    formula = true;
                    skip(xml);
                }
                case "v", "t" -> text.append(xml.getElementText());
                case "rPh" -> skip(xml);
                default -> {}
            }
        }
        var value = "s".equals(type) && !text.isEmpty() ? shared(text.toString()) : text.toString();
        boolean number = (type == null || type.equals("n")) && !value.isEmpty();
        return new SheetReader.Cell(SheetReader.text(value, line, limits), number, formula);
    }

    private String shared(String index) {
        int at = Integer.parseInt(index);
        if (at < 0 || at >= strings.size()) throw new IllegalArgumentException(index);
        return strings.get(at);
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }

    /** Column of a reference such as {@code AB12}, from 0. */
    private static int column(@Nullable String reference, int otherwise) {
        if (reference == null) return otherwise;
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++)
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        if (column < 1 || column > 16_384) throw new IllegalArgumentException(reference);
        return column - 1;
    }
}
