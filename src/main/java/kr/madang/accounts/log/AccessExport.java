package kr.madang.accounts.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** Takes the access log out as a file (접속기록 내려받기). */
@Component
public class AccessExport {
    /** Rows a spreadsheet may have; it is made in memory, so that no trace is left on the disk. */
    public static final int SHEET_ROWS = 20_000;

    private static final List<String> HEAD = List.of("일시", "아이디", "이름", "접속지", "방식", "화면", "정보주체", "인원", "수행업무");
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private final AccessRecords records;

    AccessExport(AccessRecords records) {
        this.records = records;
    }

    /** Comma-separated, with the mark that lets a spreadsheet read Korean. */
    public void csv(AccessQuestion question, OutputStream out) {
        try (var printer = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.EXCEL.builder().get())) {
            printer.getOut().append('\ufeff');
            printer.printRecord(HEAD);
            records.each(question, entry -> print(printer, entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, AccessEntry entry) {
        try {
            printer.printRecord(cells(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void xlsx(AccessQuestion question, OutputStream out) {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("접속기록");
            fill(sheet.createRow(0), HEAD);
            records.each(question, entry -> fill(sheet.createRow(sheet.getLastRowNum() + 1), cells(entry)));
            sheet.createFreezePane(0, 1);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Row row, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number number) row.createCell(i).setCellValue(number.doubleValue());
            else row.createCell(i).setCellValue(String.valueOf(cells.get(i)));
        }
    }

    private static List<Object> cells(AccessEntry e) {
        return List.of(
                AT.format(e.at()),
                e.login(),
                harmless(e.name()),
                e.address(),
                e.method(),
                harmless(e.path()),
                harmless(e.subject()),
                e.subjects(),
                harmless(e.task()));
    }

    /** A spreadsheet would run what begins like a formula. */
    static String harmless(String text) {
        return text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    }
}
