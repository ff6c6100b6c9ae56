package kr.madang.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The blind index (검색 색인) beside a sealed column: a keyed hash by which a value is found again without being stored in clear. Every
 * table, column and kind of index has a key of its own, so equal values in two columns do not look alike. Whoever reads the database
 * learns which rows of one column share a value, and nothing else; a last-four index has only 10,000 values, so it shows a
 * distribution: keep it for columns where that is acceptable.
 */
public final class BlindIndex {
    /** What two spellings of one value have in common. */
    public enum Form {
        /** Names and words: Hangul composed (NFC; the jamo of 옛한글 stay in order), single spaces, no case. */
        TEXT,
        /** Numbers of people and things: the digits only, full-width ones as plain ones. */
        DIGITS,
        /** Addresses of mail: no case, no spaces. */
        EMAIL
    }

    private static final int BYTES = 16;

    private final DataKeys keys;
    private final ConcurrentHashMap<String, byte[]> derived = new ConcurrentHashMap<>();

    BlindIndex(DataKeys keys) {
        this.keys = keys;
    }

    /** The index entry of the whole value, 22 letters. */
    public String exact(String table, String column, Form form, String value) {
        return entry(table, column, "exact", normal(form, value));
    }

    /** The index entry of the last four digits; shorter values are indexed whole. */
    public String lastFour(String table, String column, String value) {
        var digits = normal(Form.DIGITS, value);
        return entry(table, column, "last-four", digits.substring(Math.max(0, digits.length() - 4)));
    }

    private String entry(String table, String column, String kind, String value) {
        var purpose = "madang.index|" + table + "|" + column + "|" + kind;
        var key = derived.computeIfAbsent(purpose, p -> Hkdf.derive(keys.index(), p));
        var hash = Hkdf.hmac(key, value.getBytes(StandardCharsets.UTF_8));
        return FieldCipher.base64(Arrays.copyOf(hash, BYTES));
    }

    static String normal(Form form, String value) {
        return switch (form) {
            case TEXT ->
                Normalizer.normalize(value, Normalizer.Form.NFC)
                        .strip()
                        .replaceAll("[\\s\\u00a0\\u3000]+", " ")
                        .toLowerCase(Locale.ROOT);
            case DIGITS -> digits(value);
            case EMAIL ->
                Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        };
    }

    private static String digits(String value) {
        var out = new StringBuilder();
        value.codePoints().filter(Character::isDigit).forEach(c -> out.append(Character.digit(c, 10)));
        return out.toString();
    }
}
