package kr.madang.report.audit.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** HWPX, the open package of the Hangul word processor (한글 문서). */
final class Hwpx implements Xml.Visitor {
    private final Draft draft;
    private final Nest nest;
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private boolean text;

    private Hwpx(Draft draft) {
        this.draft = draft;
        this.nest = new Nest(draft);
    }

    static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        Draft draft = new Draft(limits);
        try (Packed packed = Packed.open(bytes, limits)) {
            encrypted(packed);
            List<String> sections = packed.names().stream()
                    .filter(name -> name.matches("Contents/section\\d{1,5}\\.xml"))
                    .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.replaceAll("\\D", ""))))
                    .toList();
            if (sections.isEmpty()) {
                throw new UnreadableDocument(Code.DAMAGED);
            }
            for (String section : sections) {
                InputStream in = packed.stream(section);
                if (in != null) {
                    Xml.walk(in, new Hwpx(draft));
                }
            }
        }
        return draft.finished(Extracted.Format.HWPX);
    }

    private static void encrypted(Packed packed) throws UnreadableDocument {
        try (InputStream in = packed.stream("META-INF/manifest.xml")) {
            if (in != null && new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8).contains("encryption-data")) {
                throw new UnreadableDocument(Code.ENCRYPTED);
            }
        } catch (IOException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
    }

    @Override
    public void start(String name, XMLStreamReader at) throws UnreadableDocument {
        switch (name) {
            case "p" -> paragraphs.push(new StringBuilder());
            case "t" -> text = true;
            case "tab" -> append(text ? " " : "");
            case "lineBreak" -> append("\n");
            case "nbSpace", "fwSpace" -> append(" ");
            case "hyphen" -> append("-");
            case "tbl" -> {
                flush();
                nest.openTable();
            }
            case "tr" -> nest.row();
            case "tc" -> nest.openCell();
            case "cellAddr" ->
                nest.address(
                        Xml.number(Xml.attribute(at, "rowAddr"), -1), Xml.number(Xml.attribute(at, "colAddr"), -1));
            case "cellSpan" ->
                nest.spans(Xml.number(Xml.attribute(at, "rowSpan"), 1), Xml.number(Xml.attribute(at, "colSpan"), 1));
            default -> {}
        }
    }

    private void append(String more) {
        StringBuilder paragraph = paragraphs.peek();
        if (paragraph != null) {
            paragraph.append(more);
        }
    }

    /** What was written before a table in the same paragraph comes before it. */
    private void flush() throws UnreadableDocument {
        StringBuilder paragraph = paragraphs.peek();
        if (paragraph != null && !paragraph.toString().isBlank()) {
            nest.paragraph(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    @Override
    public void text(String more) throws UnreadableDocument {
        if (text) {
            append(more);
            draft.count(0);
        }
    }

    @Override
    public void end(String name) throws UnreadableDocument {
        switch (name) {
            case "t" -> text = false;
            case "p" -> {
                StringBuilder paragraph = paragraphs.poll();
                if (paragraph != null) {
                    nest.paragraph(paragraph.toString());
                }
            }
            case "tc" -> nest.closeCell();
            case "tbl" -> nest.closeTable();
            default -> {}
        }
    }
}
