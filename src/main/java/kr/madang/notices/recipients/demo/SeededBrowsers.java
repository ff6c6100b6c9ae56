package kr.madang.notices.recipients.demo;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Subscriptions of browsers nobody has (시연용 푸시 구독): the host cannot exist, the key is a point of the curve, the same for the same
 * number in every demo office.
 */
final class SeededBrowsers {
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    /** To find points among is slow; browsers nobody has may share some. */
    private static final int KEYS = 64;

    private static final String[] POINTS = new String[KEYS];

    private SeededBrowsers() {}

    static String line(int number) {
        var secret = ByteBuffer.allocate(16)
                .putLong(number * 0x9E3779B97F4A7C15L)
                .putLong(~number * 0xC2B2AE3D27D4EB4FL)
                .array();
        return "https://push.madang.example/browser/%06d %s %s"
                .formatted(number, point(number % KEYS), BASE64.encodeToString(secret));
    }

    private static synchronized String point(int key) {
        if (POINTS[key] == null) POINTS[key] = found(key);
        return POINTS[key];
    }

    /** The first point of the curve behind a number that belongs to the key. */
    private static String found(int key) {
        var x = new BigInteger("6d6164616e67", 16).shiftLeft(200).add(BigInteger.valueOf(key * 1_000L));
        while (true) {
            var square = x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P);
            var y = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
            if (y.modPow(BigInteger.TWO, P).equals(square)) return written(x, y);
            x = x.add(BigInteger.ONE);
        }
    }

    private static String written(BigInteger x, BigInteger y) {
        var bytes = new byte[65];
        bytes[0] = 4;
        put(x, bytes, 33);
        put(y, bytes, 65);
        return BASE64.encodeToString(bytes);
    }

    private static void put(BigInteger number, byte[] to, int end) {
        var bytes = number.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, to, end - length, length);
    }
}
