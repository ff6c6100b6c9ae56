package kr.madang.accounts.totp;

/** The alphabet of RFC 4648 without padding, in which authenticator apps take a secret typed by hand. */
public final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    public static String encode(byte[] bytes) {
        var text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            for (bits += 8; bits >= 5; bits -= 5) text.append(LETTERS.charAt((buffer >> (bits - 5)) & 31));
        }
        if (bits > 0) text.append(LETTERS.charAt((buffer << (5 - bits)) & 31));
        return text.toString();
    }

    /** @throws IllegalArgumentException when a letter is not of the alphabet */
    public static byte[] decode(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char c : text.toCharArray()) {
            int value = LETTERS.indexOf(c);
            if (value < 0) throw new IllegalArgumentException("not base32");
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
