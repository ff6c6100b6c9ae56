package kr.madang.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.SAXParserFactory;
import kr.madang.kernel.document.html.HtmlWriter;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.hwpx.IndependentReaders;
import kr.madang.kernel.document.hwpx.Reread;
import kr.madang.kernel.document.pdf.PdfWriter;
import kr.madang.kernel.document.xlsx.XlsxWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.helpers.DefaultHandler;

/** Thousands of reports full of what people paste: every file must be well formed and hold the same cells. */
class HostileFuzzTests {

    private static final int DOCUMENTS = 2_000;
    private static final int SAMPLE = 40;

    private static final String[] PIECES = {
        "&",
        "<",
        ">",
        "\"",
        "'",
        "&amp;",
        "]]>",
        "<!--",
        "<hp:t>",
        "</hp:p>",
        "{0,0}",
        "=1+1",
        "@",
        "\u0000",
        "\u0001",
        "\u0008",
        "\u001F",
        "\u007F",
        "\u0085",
        "\u009F",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\uFFFE",
        "\uFFFF",
        "ᄒᆞᆫ글",
        "한글",
        "漢字",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\u2028",
        "\u202E",
        "\u200D",
        "\u00AD",
        " ",
        "  ",
        "1,234",
        "△",
        "_x0041_",
        "%s",
        "${x}",
        "가나다라마바사아자차카타파하".repeat(35),
        "\uDBFF\uDFFF",
        "\uFEFF",
        "e\u0301",
        "\u3000",
        "|",
        "\\",
        "☎"
    };

    @TempDir
    Path folder;

    @Test
    void hangul_documents_web_pages_are_well_formed_and_cells_come_back_equal() throws Exception {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            PrintedDocument report = random(new Random(seed));
            byte[] file = HwpxWriter.write(report);
            wellFormed(file, "seed " + seed);
            assertThat(Reread.of(file).tables()).as("seed %d", seed).isEqualTo(Printed.tables(report));
            wellFormed(HtmlWriter.page(report, reference -> reference), "page of seed " + seed);
        }
    }

    @Test
    void an_independent_reader_sees_the_cells_of_a_sample() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int seed = 0; seed < SAMPLE; seed++) {
            Path file = folder.resolve("fuzz-" + seed + ".hwpx");
            Files.write(file, HwpxWriter.write(random(new Random(seed))));
            files.add(file);
        }
        List<IndependentReaders.Verdict> verdicts = IndependentReaders.read(files);
        for (int seed = 0; seed < SAMPLE; seed++) {
            assertThat(verdicts.get(seed).success()).as("seed %d", seed).isTrue();
            assertThat(verdicts.get(seed).pages()).isPositive();
            assertThat(letters(verdicts.get(seed).tables()))
                    .as("seed %d", seed)
                    .isEqualTo(letters(Printed.tables(random(new Random(seed)))));
        }
    }

    @Test
    void spreadsheets_and_pdfs_open() throws Exception {
        for (int seed = 0; seed < SAMPLE; seed++) {
            PrintedDocument report = random(new Random(seed));
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxWriter.write(report)))) {
                workbook.forEach(sheet -> sheet.forEach(row ->
                        row.forEach(cell -> assertThat(cell.getCellType()).isNotIn(CellType.FORMULA, CellType.ERROR))));
            }
            try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(report))) {
                assertThat(pdf.getNumberOfPages()).isPositive();
            }
        }
    }

    private static PrintedDocument random(Random random) {
        List<Block> blocks = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int at = 0; at < count; at++) {
            blocks.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Block.Heading(random.nextInt(6) - 1, text(random), text(random), text(random));
                        case 1 -> new Block.Lead(runs(random));
                        case 2 -> new Block.PageBreak();
                        case 3 -> table(random);
                        case 4 -> table(random);
                        default -> new Block.Line(Block.Marker.values()[random.nextInt(6)], runs(random));
                    });
        }
        LocalDate day = LocalDate.of(2000 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return new PrintedDocument(
                text(random), text(random), text(random), text(random), day, random.nextBoolean(), blocks);
    }

    private static Block.Table table(Random random) {
        List<Block.Row> rows = new ArrayList<>();
        int height = 1 + random.nextInt(5);
        int width = 1 + random.nextInt(5);
        for (int row = 0; row < height; row++) {
            List<Block.Cell> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                int colSpan = random.nextInt(6) == 0 ? random.nextInt(4) : 1;
                int rowSpan = random.nextInt(6) == 0 ? random.nextInt(4) : 1;
                String formula = random.nextInt(8) == 0 ? text(random) : null;
                cells.add(new Block.Cell(
                        runs(random),
                        colSpan,
                        rowSpan,
                        Block.Align.values()[random.nextInt(3)],
                        random.nextInt(4) == 0,
                        formula));
            }
            rows.add(new Block.Row(cells));
        }
        // a word in a cell of its own keeps the grid from being all empty, which readers may drop
        rows.add(new Block.Row(List.of(Samples.text("끝", Block.Align.LEFT, false))));
        List<Integer> widths = random.nextBoolean() ? List.of() : List.of(random.nextInt(), random.nextInt(9));
        return new Block.Table(text(random), text(random), widths, random.nextInt(4) - 1, rows);
    }

    private static List<Inline> runs(Random random) {
        List<Inline> runs = new ArrayList<>();
        for (int at = random.nextInt(4); at > 0; at--) {
            runs.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Samples.number(text(random), random.nextInt());
                        case 1 -> new Inline.Gap(text(random), text(random));
                        default -> new Inline.Text(text(random), random.nextBoolean());
                    });
        }
        return runs;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int at = random.nextInt(5); at > 0; at--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static void wellFormed(byte[] archive, String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".hpf")) {
                    wellFormed(new String(zip.readAllBytes(), StandardCharsets.UTF_8), name + " " + entry.getName());
                }
            }
        }
    }

    private static void wellFormed(String xml, String name) {
        try {
            SAXParserFactory.newInstance()
                    .newSAXParser()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), new DefaultHandler());
        } catch (Exception broken) {
            throw new AssertionError(name, broken);
        }
    }

    /** Cells without what a reader may fold: white space, letters without a shape, columns at the right that are all empty. */
    private static List<List<List<String>>> letters(List<List<List<String>>> tables) {
        return Printed.squeezed(tables).stream()
                .map(table -> table.stream().map(HostileFuzzTests::trimmed).toList())
                .toList();
    }

    private static List<String> trimmed(List<String> row) {
        List<String> cells = new ArrayList<>(row.stream()
                .map(cell -> cell.replaceAll("[\\p{Cc}\\p{Cf}]", ""))
                .toList());
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }
}
