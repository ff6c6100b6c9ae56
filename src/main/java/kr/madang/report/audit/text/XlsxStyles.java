package kr.madang.report.audit.text;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

/** How a workbook shows its numbers (표시 형식). */
final class XlsxStyles {
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.KOREA);

    static XlsxStyles read(Packed packed) throws UnreadableDocument {
        XlsxStyles styles = new XlsxStyles();
        InputStream in = packed.stream("xl/styles.xml");
        if (in != null) {
            Xml.walk(in, styles.new Reader());
        }
        return styles;
    }

    private final class Reader implements Xml.Visitor {
        private boolean cells;

        @Override
        public void start(String name, XMLStreamReader at) {
            switch (name) {
                case "numFmt" ->
                    formats.put(Xml.number(Xml.attribute(at, "numFmtId"), -1), Xml.attribute(at, "formatCode"));
                case "cellXfs" -> cells = true;
                case "xf" -> {
                    if (cells) {
                        styles.add(Xml.number(Xml.attribute(at, "numFmtId"), 0));
                    }
                }
                default -> {}
            }
        }

        @Override
        public void text(String text) {}

        @Override
        public void end(String name) {
            if (name.equals("cellXfs")) {
                cells = false;
            }
        }
    }

    String shown(String raw, int style) {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        int format = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        String code = formats.getOrDefault(format, "");
        if (code.isEmpty()) {
            code = format < 0 ? "General" : BuiltinFormats.getBuiltinFormat(format);
        }
        try {
            return formatter
                    .formatRawCellContents(value, format, code == null || code.isEmpty() ? "General" : code)
                    .strip();
        } catch (RuntimeException e) {
            return raw;
        }
    }
}
