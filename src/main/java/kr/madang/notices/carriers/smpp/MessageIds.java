package kr.madang.notices.carriers.smpp;

import java.math.BigInteger;
import java.util.Locale;

/** How an operator writes the id of a message (문자 번호 표기): some write it as one number here and as another there. */
public enum MessageIds {
    AS_THEY_ARE,
    /** Hexadecimal when it takes a message, decimal in its receipts. */
    HEX_THEN_DECIMAL,
    /** Decimal when it takes a message, hexadecimal in its receipts. */
    DECIMAL_THEN_HEX;

    private static final int MOST = 64;

    /** The id of an answer, as the office keeps it. */
    public String answered(String id) {
        return switch (this) {
            case AS_THEY_ARE -> id;
            case HEX_THEN_DECIMAL -> turned(id, 16, 16);
            case DECIMAL_THEN_HEX -> turned(id, 10, 10);
        };
    }

    /** The id of a receipt, as the office keeps it. */
    public String receipted(String id) {
        return switch (this) {
            case AS_THEY_ARE -> id;
            case HEX_THEN_DECIMAL -> turned(id, 10, 16);
            case DECIMAL_THEN_HEX -> turned(id, 16, 10);
        };
    }

    /** What is no number stays as it is. */
    private static String turned(String id, int from, int to) {
        if (id.isEmpty() || id.length() > MOST) return id;
        try {
            return new BigInteger(id, from).toString(to).toLowerCase(Locale.ROOT);
        } catch (NumberFormatException e) {
            return id;
        }
    }
}
