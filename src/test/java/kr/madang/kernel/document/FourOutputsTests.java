package kr.madang.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kr.madang.kernel.document.html.HtmlWriter;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.hwpx.Reread;
import kr.madang.kernel.document.pdf.PdfWriter;
import kr.madang.kernel.document.xlsx.XlsxWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** One report, four files, the same numbers in the same places. */
class FourOutputsTests {

    private static final Pattern NUMBER = Pattern.compile("△?\\d[\\d,]*(?:\\.\\d+)?");

    private final PrintedDocument report = Samples.council();
    private final List<List<List<String>>> tables = Printed.squeezed(Printed.tables(report));
    private final List<String> lines =
            Printed.lines(report).stream().map(Printed::squeezed).toList();

    @Test
    void the_report_lists_its_numbers_in_reading_order() {
        assertThat(report.numbers()).hasSizeGreaterThan(500).allMatch(Inline.Number::agrees);
        assertThat(report.numbers().stream().map(Inline.Number::printed).limit(4))
                .containsExactly("30", "-", "1", "5");
        assertThat(report.gaps()).hasSize(2);
    }

    @Test
    void the_web_page_carries_them() {
        Element page = Jsoup.parse(HtmlWriter.page(report, reference -> "/figures"));
        page.select("br").forEach(lineBreak -> lineBreak.after("\n"));
        List<List<List<String>>> seen = new ArrayList<>();
        for (Element table : page.select("table")) {
            List<Block.Row> rows = new ArrayList<>();
            for (Element row : table.select("tr")) {
                rows.add(new Block.Row(row.select("th, td").stream()
                        .map(FourOutputsTests::cell)
                        .toList()));
            }
            var same = new Block.Table(
                    "", "", Collections.nCopies(table.select("col").size(), 1), 0, rows);
            seen.addAll(Printed.tables(new PrintedDocument("", "", "", "", report.asOf(), false, List.of(same))));
        }
        assertThat(Printed.squeezed(seen)).isEqualTo(tables);
        assertThat(page.select(".report-line, .report-lead").eachText().stream().map(Printed::squeezed))
                .isEqualTo(lines);
    }

    @Test
    void the_spreadsheet_carries_them_and_calculates_the_same() throws Exception {
        List<String> words = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxWriter.write(report)))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            evaluator.clearAllCachedResultValues();
            DataFormatter formatter = new DataFormatter(Locale.KOREA);
            for (int at = 1; at < workbook.getNumberOfSheets(); at++) {
                words.addAll(words(workbook.getSheetAt(at), formatter, evaluator));
            }
        }
        List<String> wanted = new ArrayList<>();
        tables.forEach(table -> table.forEach(row -> wanted.add(String.join("|", row))));
        assertThat(words).containsSubsequence(wanted).containsSubsequence(lines);
    }

    @Test
    void the_hangul_document_carries_them() throws Exception {
        Reread read = Reread.of(HwpxWriter.write(report));
        assertThat(Printed.squeezed(read.tables())).isEqualTo(tables);
        assertThat(read.lines().stream().map(Printed::squeezed).toList()).containsSubsequence(lines);
    }

    @Test
    void the_pdf_carries_them_and_no_others() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(report))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(3);
            List<String> printed = numbers(stripper.getText(pdf).replaceAll("(?m)^- \\d+ -$", ""));
            List<String> wanted = new ArrayList<>();
            report.numbers().stream()
                    .map(Inline.Number::printed)
                    .filter(text -> !text.equals("-"))
                    .forEach(wanted::add);
            assertThat(printed).containsAll(wanted);
            wanted.forEach(printed::remove);
            List<String> typed = new ArrayList<>();
            for (Block block : report.blocks()) {
                typed.addAll(numbers(typedWords(block)));
            }
            printed.removeAll(typed);
            assertThat(printed).isEmpty();
        }
    }

    @Test
    void a_changed_number_changes_all_four() {
        List<Block> blocks = new ArrayList<>(report.blocks());
        blocks.add(Samples.line(Block.Marker.CIRCLE, Samples.number("x", 987_654_321)));
        PrintedDocument changed = new PrintedDocument(
                report.title(), report.session(), report.dates(), report.section(), report.asOf(), true, blocks);
        assertThat(HtmlWriter.page(changed, reference -> null)).contains("987,654,321");
        assertThat(PdfWriter.write(changed)).isNotEqualTo(PdfWriter.write(report));
        assertThat(HwpxWriter.write(changed)).isNotEqualTo(HwpxWriter.write(report));
        assertThat(XlsxWriter.write(changed)).isNotEqualTo(XlsxWriter.write(report));
    }

    private static Block.Cell cell(Element cell) {
        return new Block.Cell(
                List.of(Inline.Text.of(cell.wholeText())),
                cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1,
                cell.hasAttr("rowspan") ? Integer.parseInt(cell.attr("rowspan")) : 1,
                Block.Align.LEFT,
                false,
                null);
    }

    private static List<String> words(XSSFSheet sheet, DataFormatter formatter, FormulaEvaluator evaluator) {
        List<String> words = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.getLastCellNum(); column++) {
                cells.add(Printed.squeezed(formatter.formatCellValue(row.getCell(column), evaluator)));
            }
            boolean merged = sheet.getMergedRegions().stream()
                    .anyMatch(region -> region.getFirstRow() == row.getRowNum()
                            && region.getLastRow() == row.getRowNum()
                            && region.getFirstColumn() == 0
                            && region.getLastColumn() == row.getLastCellNum() - 1);
            words.add(merged ? cells.getFirst() : String.join("|", cells));
        }
        return words;
    }

    private static List<String> numbers(String text) {
        List<String> found = new ArrayList<>();
        NUMBER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** The words of a block without its numbers: dates, grades and headings that hold digits of their own. */
    private static String typedWords(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.label();
            case Block.Lead lead -> typed(lead.content());
            case Block.Line line -> typed(line.content());
            case Block.Table table -> {
                StringBuilder words = new StringBuilder(table.unit());
                table.rows().forEach(row -> row.cells()
                        .forEach(cell -> words.append(' ').append(typed(cell.content()))));
                yield words.toString();
            }
            case Block.Picture picture -> picture.description();
            case Block.PageBreak pageBreak -> "";
        };
    }

    private static String typed(List<Inline> runs) {
        StringBuilder words = new StringBuilder();
        runs.forEach(run -> words.append(run instanceof Inline.Number ? " " : run.printed()));
        return words.toString();
    }
}
