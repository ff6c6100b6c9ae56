package kr.madang.kernel.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import kr.madang.kernel.Refused;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** CSV in UTF-8, with or without byte order mark, or in CP949 as older programs write it; comma, semicolon or tab. */
final class CsvReader {
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private CsvReader() {}

    static void read(byte[] file, SheetReader.Limits limits, SheetReader.Listener listener) {
        var text = decode(file);
        if (text.indexOf('\0') >= 0) throw Refused.invalid("kernel.sheet.unknown");
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).get();
        int rows = 0;
        int line = 1;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var entry : parser) {
                SheetReader.count(++rows, limits);
                if (entry.size() > limits.columns()) throw Refused.invalid("kernel.sheet.columns", limits.columns());
                var cells = new ArrayList<SheetReader.Cell>(entry.size());
                for (var value : entry) {
                    var cell = SheetReader.text(value, line, limits);
                    cells.add(new SheetReader.Cell(cell, false, cell.startsWith("=")));
                }
                listener.row(new SheetReader.Row(line, cells));
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            throw Refused.invalid("kernel.sheet.broken", line);
        }
    }

    private static String decode(byte[] file) {
        if (file.length >= 2 && ((file[0] == -1 && file[1] == -2) || (file[0] == -2 && file[1] == -1)))
            return new String(file, StandardCharsets.UTF_16);
        for (var charset : new Charset[] {StandardCharsets.UTF_8, CP949}) {
            try {
                CharBuffer text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file));
                var result = text.toString();
                return result.startsWith("\uFEFF") ? result.substring(1) : result;
            } catch (CharacterCodingException e) {
                // try the next one
            }
        }
        throw Refused.invalid("kernel.sheet.unknown");
    }

    private static char delimiter(String text) {
        int end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        long commas = first.chars().filter(c -> c == ',').count();
        if (first.chars().filter(c -> c == '\t').count() > commas) return '\t';
        return first.chars().filter(c -> c == ';').count() > commas ? ';' : ',';
    }
}
