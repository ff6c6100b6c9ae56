package kr.madang.kernel.document.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.Samples;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class RowsTests {

    private static final List<String> COLUMNS = List.of("접수번호", "내용", "금액", "일자", "시각");

    private static final List<List<Object>> ROWS = List.of(
            Arrays.asList("2023-000001", Samples.HOSTILE, 449_172L, LocalDate.of(2023, 5, 31), Instant.EPOCH),
            Arrays.asList("=1+1", "쉼표, \"따옴표\"\n줄바꿈", new BigDecimal("-0.5"), null, null),
            Arrays.asList("-12.5", "@SUM(1)", 9_007_199_254_740_993L, LocalDate.of(1900, 1, 1), "_x0041_"));

    @Test
    void csv_opens_with_its_mark_and_gives_back_every_field() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsCsv.write(out, COLUMNS, ROWS.iterator());
        String csv = out.toString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF접수번호,").contains("\r\n");
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
        assertThat(records).hasSize(4).allMatch(record -> record.size() == 5);
        assertThat(records.get(1).toList())
                .containsExactly(
                        "2023-000001", PlainText.clean(Samples.HOSTILE), "449172", "2023-05-31", "1970-01-01 09:00:00");
        assertThat(records.get(2).toList()).containsExactly("'=1+1", "쉼표, \"따옴표\"\n줄바꿈", "-0.5", "", "");
        assertThat(records.get(3).toList())
                .containsExactly("-12.5", "'@SUM(1)", "9007199254740993", "1900-01-01", "_x0041_");
    }

    @Test
    void a_sheet_holds_numbers_as_numbers_and_days_as_days_and_text_as_text() throws IOException {
        try (XSSFWorkbook workbook = open(ROWS, 100)) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo(PlainText.clean(Samples.HOSTILE));
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(449_172);
            assertThat(sheet.getRow(1).getCell(3).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2023, 5, 31));
            assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).isEqualTo("1970-01-01 09:00:00");
            assertThat(sheet.getRow(2).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(2).getCell(0).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(-0.5);
            assertThat(sheet.getRow(2).getCell(3)).isNull();
            assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("9007199254740993");
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("1900-01-01");
            assertThat(sheet.getRow(3).getCell(4).getStringCellValue()).isEqualTo("_x0041_");
        }
    }

    @Test
    void a_list_longer_than_a_sheet_goes_on_on_the_next_under_the_same_heads() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        Random random = new Random(7);
        for (int at = 0; at < 250; at++) {
            rows.add(List.of("n" + at, "x", random.nextInt(), LocalDate.of(2023, 1, 1), ""));
        }
        try (XSSFWorkbook workbook = open(rows, 101)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            List<String> seen = new ArrayList<>();
            workbook.forEach(sheet -> {
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("접수번호");
                for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                    Cell cell = sheet.getRow(row).getCell(0);
                    seen.add(cell.getStringCellValue());
                }
            });
            assertThat(seen)
                    .isEqualTo(
                            rows.stream().map(row -> row.getFirst().toString()).toList());
        }
    }

    @Test
    void an_empty_list_is_a_file_with_heads_only() throws IOException {
        try (XSSFWorkbook workbook = open(List.of(), 100)) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isZero();
        }
    }

    private static XSSFWorkbook open(List<List<Object>> rows, int mostRows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsXlsx.write(out, COLUMNS, rows.iterator(), mostRows);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        RowsXlsx.write(again, COLUMNS, rows.iterator(), mostRows);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
