package kr.madang.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The place (자리) a sealed value belongs to; it opens nowhere else.
 *
 * @param table schema-qualified, e.g. {@code accounts.account}
 * @param row the row's id, stable for the life of the row
 */
public record Aad(String table, String column, String row) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

    public Aad {
        // names cannot hold the separator, so the joined form has one reading only
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches())
            throw new IllegalArgumentException("not a place: " + table + "|" + column);
        if (row.isEmpty()) throw new IllegalArgumentException("a place without a row: " + table + "|" + column);
    }

    public static Aad of(String table, String column, UUID row) {
        return new Aad(table, column, row.toString());
    }

    /** {@code table|column|row} after the header of the sealed form, so that neither can be exchanged alone. */
    byte[] under(String header) {
        return (header + "|" + table + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
    }
}
