package kr.madang.report.audit.text;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** DOCX (워드 문서): the main body, with merged cells put back together. */
final class Docx implements Xml.Visitor {
    private final Nest nest;
    private final StringBuilder paragraph = new StringBuilder();
    private boolean text;
    private int skipped;
    private final Deque<Map<Integer, Integer>> merges = new ArrayDeque<>();
    private boolean continued;

    private Docx(Draft draft) {
        this.nest = new Nest(draft);
    }

    static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        Draft draft = new Draft(limits);
        try (Packed packed = Packed.open(bytes, limits)) {
            InputStream in = packed.stream("word/document.xml");
            if (in == null) {
                throw new UnreadableDocument(Code.DAMAGED);
            }
            Xml.walk(in, new Docx(draft));
        }
        return draft.finished(Extracted.Format.DOCX);
    }

    @Override
    public void start(String name, XMLStreamReader at) throws UnreadableDocument {
        if (skipped > 0
                || name.equals("Fallback")
                || name.equals("del")
                || name.equals("moveFrom")
                || name.equals("tabs")) {
            skipped++;
            return;
        }
        switch (name) {
            case "t" -> text = true;
            case "tab" -> paragraph.append(' ');
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            case "tbl" -> {
                flush();
                nest.openTable();
                merges.push(new HashMap<>());
            }
            case "tr" -> nest.row();
            case "tc" -> {
                nest.openCell();
                continued = false;
            }
            case "gridSpan" -> nest.spans(1, Xml.number(Xml.attribute(at, "val"), 1));
            case "vMerge" -> continued = !Xml.attribute(at, "val").equals("restart");
            default -> {}
        }
    }

    private void flush() throws UnreadableDocument {
        if (!paragraph.toString().isBlank()) {
            nest.paragraph(paragraph.toString());
        }
        paragraph.setLength(0);
    }

    @Override
    public void text(String more) {
        if (text && skipped == 0) {
            paragraph.append(more);
        }
    }

    @Override
    public void end(String name) throws UnreadableDocument {
        if (skipped > 0) {
            skipped--;
            return;
        }
        switch (name) {
            case "t" -> text = false;
            case "p" -> {
                nest.paragraph(paragraph.toString());
                paragraph.setLength(0);
            }
            case "tc" -> closeCell();
            case "tbl" -> {
                merges.poll();
                nest.closeTable();
            }
            default -> {}
        }
    }

    /** A cell that continues the one above is taken out again and the one above grows by a row. */
    private void closeCell() {
        nest.closeCell();
        Map<Integer, Integer> tops = merges.peek();
        List<Draft.Box> boxes = nest.boxes();
        if (tops == null || boxes.isEmpty()) {
            return;
        }
        int at = boxes.size() - 1;
        int column = nest.column();
        Integer top = tops.get(column);
        if (continued && top != null && top < at) {
            Draft.Box above = boxes.get(top);
            boxes.set(
                    top,
                    new Draft.Box(
                            above.row(),
                            above.column(),
                            boxes.get(at).row() - above.row() + 1,
                            above.columnSpan(),
                            above.content()));
            boxes.removeLast();
        } else {
            tops.put(column, at);
        }
        continued = false;
    }
}
