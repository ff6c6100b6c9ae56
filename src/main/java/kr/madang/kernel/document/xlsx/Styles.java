package kr.madang.kernel.document.xlsx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.madang.kernel.document.Block;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The few looks of a sheet, each made once. */
final class Styles {

    /** Excel refuses files with more than about 200 number formats of their own. */
    private static final int MOST_FORMATS = 150;

    private static final String FONT = "맑은 고딕";

    private final XSSFWorkbook workbook;
    private final Map<Object, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Object, XSSFFont> fonts = new HashMap<>();
    private final Set<String> formats = new HashSet<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    private record Words(int size, boolean bold, HorizontalAlignment align, int indent) {}

    private record Boxed(Block.Align align, boolean header, boolean gap, String format) {}

    private record Letters(int size, boolean bold, boolean gap) {}

    /** Text without a border: headings and outline lines. */
    XSSFCellStyle words(int size, boolean bold, HorizontalAlignment align, int indent) {
        return styles.computeIfAbsent(new Words(size, bold, align, indent), key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setFont(font(size, bold, false));
            style.setAlignment(align);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setWrapText(true);
            style.setIndention((short) indent);
            style.setQuotePrefixed(true);
            return style;
        });
    }

    /** The box around what a task is for. */
    XSSFCellStyle lead() {
        XSSFCellStyle words = words(10, false, HorizontalAlignment.LEFT, 1);
        return styles.computeIfAbsent("lead", key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(words);
            border(style);
            fill(style, 0xF2, 0xF5, 0xFA);
            return style;
        });
    }

    /** A cell of a table; the format is empty for text. */
    XSSFCellStyle cell(Block.Align align, boolean header, boolean gap, String format) {
        return styles.computeIfAbsent(new Boxed(align, header, gap, format), key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setFont(font(10, header, gap));
            style.setAlignment(HorizontalAlignment.valueOf(align.name()));
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setWrapText(true);
            border(style);
            if (header) {
                fill(style, 0xE8, 0xED, 0xF5);
            }
            if (format.isEmpty()) {
                style.setQuotePrefixed(true);
            } else {
                style.setDataFormat(workbook.createDataFormat().getFormat(format));
            }
            return style;
        });
    }

    /** Whether the workbook still has room for a number format. */
    boolean hasRoomFor(String format) {
        return formats.contains(format) || formats.size() < MOST_FORMATS && formats.add(format);
    }

    private XSSFFont font(int size, boolean bold, boolean gap) {
        return fonts.computeIfAbsent(new Letters(size, bold, gap), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) size);
            font.setBold(bold);
            font.setItalic(gap);
            if (gap) {
                font.setColor(IndexedColors.DARK_RED.getIndex());
            }
            return font;
        });
    }

    private static void border(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }

    private static void fill(XSSFCellStyle style, int red, int green, int blue) {
        byte[] color = {(byte) red, (byte) green, (byte) blue};
        style.setFillForegroundColor(new XSSFColor(color, new DefaultIndexedColorMap()));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
