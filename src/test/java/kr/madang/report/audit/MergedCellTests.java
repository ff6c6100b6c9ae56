package kr.madang.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import kr.madang.report.audit.text.Extracted;
import kr.madang.report.audit.text.Limits;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Headings over several columns and names beside several rows, as office tables have them. */
class MergedCellTests {
    private static final String[][] ROWS = {
        {"구분", "", "계", "본예산", "", "추경"},
        {"", "", "", "국비", "구비", ""},
        {"일반회계", "소계", "600", "210", "300", "90"},
        {"", "홍보", "100", "10", "60", "30"},
        {"", "전산", "500", "200", "240", "60"},
        {"특별회계", "소계", "90", "30", "40", "20"},
        {"", "주차", "40", "10", "20", "10"},
        {"", "관제", "50", "20", "20", "10"},
        {"합계", "", "690", "240", "340", "110"},
    };
    private static final int[][] MERGES = {
        {0, 1, 0, 1}, {0, 1, 2, 2}, {0, 0, 3, 4}, {0, 1, 5, 5}, {2, 4, 0, 0}, {5, 7, 0, 0}, {8, 8, 0, 1}
    };

    @Test
    void workbook() throws Exception {
        everyNumberCounts(MergedCellTests::xlsx);
    }

    @Test
    void wordDocument() throws Exception {
        everyNumberCounts(MergedCellTests::docx);
    }

    private interface Writer {
        byte[] write(String[][] rows) throws Exception;
    }

    private static void everyNumberCounts(Writer writer) throws Exception {
        assertThat(findings(writer.write(ROWS))).isEmpty();
        for (int row = 2; row < ROWS.length; row++) {
            for (int column = 2; column < 6; column++) {
                String[][] wrong = new String[ROWS.length][];
                for (int i = 0; i < ROWS.length; i++) {
                    wrong[i] = ROWS[i].clone();
                }
                String printed = String.valueOf(Integer.parseInt(ROWS[row][column]) + 7);
                wrong[row][column] = printed;
                assertThat(findings(writer.write(wrong)))
                        .as(row + "," + column)
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.printed()).isEqualTo(printed))
                        .extracting(Finding::computed)
                        .isEqualTo(ROWS[row][column]);
            }
        }
    }

    private static List<Finding> findings(byte[] bytes) throws Exception {
        Extracted document = Audit.read(bytes, Limits.USUAL);
        return Audit.of(document);
    }

    private static byte[] xlsx(String[][] rows) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            for (int row = 0; row < rows.length; row++) {
                var line = sheet.createRow(row);
                for (int column = 0; column < 6; column++) {
                    if (rows[row][column].matches("\\d+")) {
                        line.createCell(column).setCellValue(Integer.parseInt(rows[row][column]));
                    } else if (!rows[row][column].isEmpty()) {
                        line.createCell(column).setCellValue(rows[row][column]);
                    }
                }
            }
            for (int[] merge : MERGES) {
                sheet.addMergedRegion(new CellRangeAddress(merge[0], merge[1], merge[2], merge[3]));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] docx(String[][] rows) throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFTable table = document.createTable(rows.length, 6);
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < 6; column++) {
                    table.getRow(row).getCell(column).setText(rows[row][column]);
                }
            }
            for (int[] merge : MERGES) {
                for (int row = merge[0]; row <= merge[1] && merge[1] > merge[0]; row++) {
                    for (int column = merge[2]; column <= merge[3]; column++) {
                        var properties =
                                table.getRow(row).getCell(column).getCTTc().addNewTcPr();
                        properties.addNewVMerge().setVal(row == merge[0] ? STMerge.RESTART : STMerge.CONTINUE);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }
}
