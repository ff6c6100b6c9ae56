package kr.madang.kernel.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.madang.kernel.Refused;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetTests {
    private static List<List<String>> read(byte[] file, SheetReader.Limits limits) {
        var rows = new ArrayList<List<String>>();
        SheetReader.read(
                file,
                limits,
                r -> rows.add(r.cells().stream().map(SheetReader.Cell::text).toList()));
        return rows;
    }

    private static List<List<String>> read(byte[] file) {
        return read(file, SheetReader.Limits.USUAL);
    }

    @Test
    void readsUtf8WithAndWithoutMarkAndCp949() {
        var text = "이름,금액\r\n\"쉼표, 따옴표\"\"\",1000\r\n";
        var expected = List.of(List.of("이름", "금액"), List.of("쉼표, 따옴표\"", "1000"));
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(text.getBytes(Charset.forName("x-windows-949")))).isEqualTo(expected);
        assertThat(read(text.replace(",금", "\t금").replace(",1000", "\t1000").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    @Test
    void whatIsWrittenIsReadBackByTwoReaders() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.xlsx(out, "표 & 시험")) {
            sheet.row("이름", "금액", "일자");
            sheet.row("<가&나>", 1234567890123L, LocalDate.of(2023, 5, 31));
            sheet.row(null, -5, "=1+1");
        }
        assertThat(read(out.toByteArray()).get(1)).containsExactly("<가&나>", "1234567890123", "45077");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("<가&나>");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234567890123d);
            assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2023, 5, 31));
            assertThat(book.getSheetAt(0).getRow(2).getCell(2).getStringCellValue())
                    .isEqualTo("=1+1");
        }
    }

    @Test
    void readsWhatOtherProgramsWriteAndSeesFormulas() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var row = book.createSheet().createRow(3);
            row.createCell(0).setCellValue("공유 문자열");
            row.createCell(2).setCellFormula("1+2");
            book.write(out);
        }
        var rows = new ArrayList<SheetReader.Row>();
        SheetReader.read(out.toByteArray(), SheetReader.Limits.USUAL, rows::add);
        assertThat(rows.getFirst().line()).isEqualTo(4);
        assertThat(rows.getFirst().cell(0).text()).isEqualTo("공유 문자열");
        assertThat(rows.getFirst().cell(2).formula()).isTrue();
    }

    @Test
    void csvTextThatWouldRunAsFormulaIsQuoted() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.csv(out)) {
            sheet.row("=cmd|' /C calc'!A0", -5, "a\"b");
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF'=cmd|' /C calc'!A0,-5,\"a\"\"b\"\r\n");
    }

    @Test
    void aBombIsNotUnfolded() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) ' ');
            zip.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) zip.write(zeros);
        }
        refused(out.toByteArray(), new SheetReader.Limits(100, 10, 100, 16L << 20), "kernel.sheet.bomb");
    }

    @Test
    void tooManyRowsColumnsOrLettersAreRefused() {
        var limits = new SheetReader.Limits(10, 5, 20, 1 << 20);
        refused("a\n".repeat(11).getBytes(StandardCharsets.UTF_8), limits, "kernel.sheet.rows");
        refused("a,".repeat(9).getBytes(StandardCharsets.UTF_8), limits, "kernel.sheet.columns");
        refused("a".repeat(21).getBytes(StandardCharsets.UTF_8), limits, "kernel.sheet.cell");
    }

    @Test
    void externalEntitiesAreNotFollowed() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\">"
                            + "<c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        refused(out.toByteArray(), SheetReader.Limits.USUAL, "kernel.sheet.broken");
    }

    @Test
    void rubbishIsRefusedAndNeverBreaksAnything() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 400; round++) {
            var bytes = new byte[random.nextInt(1, 400)];
            random.nextBytes(bytes);
            if (round % 3 == 0) System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, Math.min(4, bytes.length));
            try {
                read(bytes);
            } catch (Refused expected) {
                assertThat(expected.code()).startsWith("kernel.sheet.");
            }
        }
    }

    private static void refused(byte[] file, SheetReader.Limits limits, String code) {
        assertThatThrownBy(() -> read(file, limits))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
