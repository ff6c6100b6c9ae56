package kr.madang.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.madang.kernel.sheet.SheetWriter;

/** Hands a table out as a file (표 내려받기), row by row. */
public final class Sheets {
    /** What both forms of a table are called in an address. */
    public static final String FORMAT = "{format:csv|xlsx}";

    private Sheets() {}

    public interface Rows {
        void to(SheetWriter out);
    }

    /**
     * @param name of the file, without its ending
     * @param title of the sheet
     */
    public static void send(HttpServletResponse response, String format, String name, String title, Rows rows)
            throws IOException {
        boolean csv = format.equals("csv");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(name, format));
        var out = response.getOutputStream();
        try (var sheet = csv ? SheetWriter.csv(out) : SheetWriter.xlsx(out, title)) {
            rows.to(sheet);
        }
    }
}
