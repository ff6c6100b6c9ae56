package kr.madang.kernel.document.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.PrintedDocument;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The first sheet: the cover and, as links, the order of the report (보고 순서). */
final class Cover {

    private static final int LONGEST_NAME = 31;

    private final XSSFWorkbook workbook;
    private final Styles styles;

    Cover(XSSFWorkbook workbook, Styles styles) {
        this.workbook = workbook;
        this.styles = styles;
    }

    /** Writes the cover and answers the name of each section's sheet. */
    List<String> write(PrintedDocument report, List<XlsxWriter.Section> sections) {
        XSSFSheet sheet = workbook.createSheet("표지");
        sheet.setColumnWidth(0, 90 * 256);
        sheet.setDisplayGridlines(false);
        line(sheet, report.session(), styles.words(11, true, HorizontalAlignment.LEFT, 0), 20);
        line(sheet, report.dates(), styles.words(11, true, HorizontalAlignment.LEFT, 0), 20);
        line(sheet, report.title(), styles.words(22, true, HorizontalAlignment.CENTER, 0), 80);
        line(sheet, report.section(), styles.words(16, true, HorizontalAlignment.CENTER, 0), 30);
        line(sheet, "기준일: " + report.asOf(), styles.words(10, false, HorizontalAlignment.CENTER, 0), 20);
        List<String> names = names(sections);
        if (report.contents()) {
            line(sheet, "보고 순서", styles.words(14, true, HorizontalAlignment.CENTER, 0), 40);
            contents(sheet, sections, names);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize((short) 9);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return names;
    }

    private void contents(XSSFSheet sheet, List<XlsxWriter.Section> sections, List<String> names) {
        String chapter = "";
        for (int at = 0; at < sections.size(); at++) {
            XlsxWriter.Section section = sections.get(at);
            if (!section.chapter().equals(chapter) && !section.title().isEmpty()) {
                line(sheet, section.chapter(), styles.words(11, true, HorizontalAlignment.LEFT, 0), 20);
            }
            chapter = section.chapter();
            int indent = section.title().isEmpty() ? 0 : 2;
            XSSFCell cell =
                    line(sheet, section.label(), styles.words(11, indent == 0, HorizontalAlignment.LEFT, indent), 18);
            var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + names.get(at).replace("'", "''") + "'!A1");
            cell.setHyperlink(link);
        }
    }

    private static XSSFCell line(XSSFSheet sheet, String text, XSSFCellStyle style, float height) {
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        row.setHeightInPoints(height);
        XSSFCell cell = row.createCell(0);
        cell.setCellStyle(style);
        cell.setCellValue(Cells.fit(PlainText.clean(text)));
        return cell;
    }

    private static List<String> names(List<XlsxWriter.Section> sections) {
        Set<String> used = new HashSet<>(Set.of("표지", "history"));
        List<String> names = new ArrayList<>();
        for (XlsxWriter.Section section : sections) {
            String wanted = safe(section.label());
            String name = wanted;
            for (int copy = 2; !used.add(name.toLowerCase(Locale.ROOT)); copy++) {
                String tail = " (" + copy + ")";
                name = cut(wanted, LONGEST_NAME - tail.length()).strip() + tail;
            }
            names.add(name);
        }
        return names;
    }

    private static String safe(String label) {
        String name = cut(
                        label.replaceAll("[\\[\\]:*?/\\\\']", " ")
                                .replaceAll("\\s+", " ")
                                .strip(),
                        LONGEST_NAME)
                .strip();
        return name.isEmpty() ? "보고" : name;
    }

    /** Cuts between characters, never through the middle of an emoji. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
