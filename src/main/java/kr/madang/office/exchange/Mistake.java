package kr.madang.office.exchange;

import java.util.List;

/**
 * What is wrong with one row of a file.
 *
 * @param line line of the file; 0 for the file as a whole
 * @param column head of the column; empty for the row as a whole
 * @param code message key of the reason
 */
public record Mistake(int line, String column, String code, List<Object> args) {
    static Mistake of(int line, Column column, String code, Object... args) {
        return new Mistake(line, column.title(), code, List.of(args));
    }

    static Mistake of(int line, String code, Object... args) {
        return new Mistake(line, "", code, List.of(args));
    }
}
