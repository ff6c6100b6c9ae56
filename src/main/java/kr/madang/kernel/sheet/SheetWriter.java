package kr.madang.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a plain table, row by row, without holding it. Cells are text, numbers or days; null is an empty cell. */
public interface SheetWriter extends AutoCloseable {
    void row(@Nullable Object... cells);

    @Override
    void close() throws IOException;

    static SheetWriter csv(OutputStream out) {
        return new CsvWriter(out);
    }

    static SheetWriter xlsx(OutputStream out, String name) {
        return new XlsxWriter(out, name);
    }
}
