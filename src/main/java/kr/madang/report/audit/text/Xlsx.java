package kr.madang.report.audit.text;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** XLSX (엑셀): every sheet in order, each cell as it is shown on the screen. */
final class Xlsx {
    private Xlsx() {}

    static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        Draft draft = new Draft(limits);
        try (Packed packed = Packed.open(bytes, limits)) {
            List<String> shared = shared(packed, draft);
            XlsxStyles styles = XlsxStyles.read(packed);
            for (String sheet : sheets(packed)) {
                InputStream in = packed.stream(sheet);
                if (in != null) {
                    new XlsxSheet(draft, shared, styles).read(in);
                }
            }
        }
        return draft.finished(Extracted.Format.XLSX);
    }

    private static List<String> sheets(Packed packed) throws UnreadableDocument {
        Map<String, String> targets = new HashMap<>();
        List<String> ids = new ArrayList<>();
        InputStream relations = packed.stream("xl/_rels/workbook.xml.rels");
        InputStream workbook = packed.stream("xl/workbook.xml");
        if (relations == null || workbook == null) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        Xml.walk(relations, new Starts((name, at) -> {
            if (name.equals("Relationship")) {
                targets.put(Xml.attribute(at, "Id"), Xml.attribute(at, "Target"));
            }
        }));
        Xml.walk(workbook, new Starts((name, at) -> {
            if (name.equals("sheet") && !Xml.attribute(at, "state").equals("veryHidden")) {
                ids.add(identity(at));
            }
        }));
        return ids.stream()
                .map(id -> targets.getOrDefault(id, ""))
                .map(target -> target.startsWith("/") ? target.substring(1) : "xl/" + target)
                .filter(packed::has)
                .toList();
    }

    /** r:id, not the sheetId beside it. */
    private static String identity(XMLStreamReader at) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals("id")
                    && at.getAttributePrefix(i) != null
                    && !at.getAttributePrefix(i).isEmpty()) {
                return at.getAttributeValue(i);
            }
        }
        return "";
    }

    private static List<String> shared(Packed packed, Draft draft) throws UnreadableDocument {
        List<String> strings = new ArrayList<>();
        InputStream in = packed.stream("xl/sharedStrings.xml");
        if (in == null) {
            return strings;
        }
        Xml.walk(in, new Xml.Visitor() {
            private final StringBuilder text = new StringBuilder();
            private boolean inside;
            private int phonetic;

            @Override
            public void start(String name, XMLStreamReader at) {
                switch (name) {
                    case "si" -> text.setLength(0);
                    case "rPh" -> phonetic++;
                    case "t" -> inside = phonetic == 0;
                    default -> {}
                }
            }

            @Override
            public void text(String more) {
                if (inside) {
                    text.append(more);
                }
            }

            @Override
            public void end(String name) throws UnreadableDocument {
                switch (name) {
                    case "t" -> inside = false;
                    case "rPh" -> phonetic--;
                    case "si" -> {
                        strings.add(text.toString());
                        draft.count(text.length());
                    }
                    default -> {}
                }
            }
        });
        return strings;
    }

    interface Start {
        void at(String name, XMLStreamReader at) throws UnreadableDocument;
    }

    /** A visitor that only looks at opening tags. */
    record Starts(Start start) implements Xml.Visitor {
        @Override
        public void start(String name, XMLStreamReader at) throws UnreadableDocument {
            start.at(name, at);
        }

        @Override
        public void text(String text) {}

        @Override
        public void end(String name) {}
    }
}
