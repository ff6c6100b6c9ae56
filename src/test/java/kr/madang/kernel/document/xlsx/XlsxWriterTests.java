package kr.madang.kernel.document.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.Samples;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxWriterTests {

    @Test
    void numbers_show_as_printed_and_formulas_give_the_printed_value() throws IOException {
        PrintedDocument report = Samples.council();
        List<String> printed = new ArrayList<>();
        for (Block block : report.blocks()) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.cells().stream()
                        .filter(cell -> Cells.numeric(cell.content()).isPresent())
                        .forEach(cell -> printed.add(Inline.printed(cell.content()))));
            }
        }
        List<String> shown = new ArrayList<>();
        int formulas = 0;
        try (XSSFWorkbook workbook = read(XlsxWriter.write(report))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            DataFormatter formatter = new DataFormatter(Locale.KOREA);
            for (Cell cell : cells(workbook)) {
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas++;
                    assertThat(evaluator.evaluate(cell).getNumberValue()).isEqualTo(cell.getNumericCellValue());
                }
                if (cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.NUMERIC) {
                    shown.add(formatter.formatCellValue(cell, evaluator));
                }
            }
        }
        assertThat(shown).isEqualTo(printed).hasSizeGreaterThan(500);
        assertThat(formulas).isEqualTo(15 + 12 + 2 + 2 + 9 + 12 + 1);
    }

    @Test
    void sheets_follow_the_tasks_and_keep_merged_heads() throws IOException {
        try (XSSFWorkbook workbook = read(XlsxWriter.write(Samples.council()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(9);
            assertThat(workbook.getSheetName(0)).isEqualTo("표지");
            assertThat(workbook.getSheetName(2)).isEqualTo("2 인 력");
            assertThat(workbook.getSheet("2 인 력").getMergedRegions())
                    .extracting(region -> region.formatAsString())
                    .contains("A4:A5", "B4:B5", "C4:H4", "I4:L4", "M4:P4");
            Sheet last = workbook.getSheetAt(8);
            assertThat(last.getRepeatingRows()).isNotNull();
            assertThat(last.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void a_drawing_is_a_picture_with_its_description() throws IOException {
        try (XSSFWorkbook workbook = read(XlsxWriter.write(Samples.council()))) {
            assertThat(workbook.getAllPictures()).hasSize(1);
            var shapes = workbook.getSheetAt(1).getDrawingPatriarch().getShapes();
            assertThat(shapes).hasSize(1);
            var anchor = (XSSFClientAnchor) shapes.getFirst().getAnchor();
            assertThat(anchor.getCol2()).as("as wide as on paper").isEqualTo((short) 3);
            assertThat(cells(workbook))
                    .anyMatch(cell -> cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().startsWith("[그림] 홍보미디어과 5개 팀"));
        }
    }

    @Test
    void text_that_looks_like_a_formula_stays_text() throws IOException {
        try (XSSFWorkbook workbook = read(XlsxWriter.write(Samples.hostile()))) {
            assertThat(cells(workbook)).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
            Cell evil = cells(workbook).stream()
                    .filter(cell -> cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().startsWith("=cmd"))
                    .findFirst()
                    .orElseThrow();
            assertThat(evil.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void a_formula_that_disagrees_with_the_paper_gives_way_to_the_printed_value() throws IOException {
        PrintedDocument report = oneRow(
                new Block.Cell(List.of(Samples.number("a", 504_522)), 1, 1, Block.Align.RIGHT, false, null),
                new Block.Cell(List.of(Samples.number("b", 504_523)), 1, 1, Block.Align.RIGHT, false, null),
                percent("99.9", "ROUND({0,0}/{0,1}*100,1)"),
                percent("99.9", "{9,9}*2"),
                percent("99.9", "HYPERLINK({0,0})"),
                percent("99.9", "cmd|'/c calc'!A1"),
                percent("99.9", "SUM({0,0}"),
                percent("99.9", "{0,7}+0"),
                percent("100.0", "{0,0}/{0,1}*100"));
        try (XSSFWorkbook workbook = read(XlsxWriter.write(report))) {
            List<Cell> numbers = cells(workbook).stream()
                    .filter(cell -> cell.getCellType() != CellType.STRING && cell.getCellType() != CellType.BLANK)
                    .toList();
            assertThat(numbers).hasSize(9);
            assertThat(numbers.subList(0, 8)).allMatch(cell -> cell.getCellType() == CellType.NUMERIC);
            assertThat(numbers.get(8).getCellFormula()).isEqualTo("ROUND(A3/B3*100,1)");
            assertThat(numbers.get(8).getNumericCellValue()).isEqualTo(100.0);
        }
    }

    @Test
    void a_number_whose_print_says_another_value_is_kept_as_printed_text() throws IOException {
        Inline slip = new Inline.Number("x", new BigDecimal("49.19"), "49.1");
        try (XSSFWorkbook workbook = read(XlsxWriter.write(oneRow(Samples.cell(slip, Block.Align.RIGHT))))) {
            assertThat(cells(workbook))
                    .anyMatch(cell -> cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals("49.1"));
        }
    }

    @Test
    void equal_reports_give_equal_bytes_in_every_zone_and_language() {
        byte[] first = XlsxWriter.write(Samples.council());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            for (String other : List.of("Asia/Seoul", "America/New_York", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                assertThat(XlsxWriter.write(Samples.council())).isEqualTo(first);
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static Block.Cell percent(String printed, String formula) {
        var number = new Inline.Number("r", new BigDecimal(printed), printed);
        return new Block.Cell(List.of(number), 1, 1, Block.Align.RIGHT, false, formula);
    }

    private static PrintedDocument oneRow(Block.Cell... cells) {
        var table = new Block.Table("표", "", List.of(), 0, List.of(new Block.Row(List.of(cells))));
        return new PrintedDocument(
                "제목", "", "", "과", LocalDate.of(2023, 5, 31), false, List.of(new Block.Heading(1, "", "장", ""), table));
    }

    private static XSSFWorkbook read(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static List<Cell> cells(XSSFWorkbook workbook) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(cells::add);
            }
        }
        return cells;
    }
}
