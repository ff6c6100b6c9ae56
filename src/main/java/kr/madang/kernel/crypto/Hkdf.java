package kr.madang.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Key derivation by purpose: HKDF with SHA-256 (RFC 5869). */
final class Hkdf {
    private static final int BLOCK = 32;

    private Hkdf() {}

    static byte[] extract(byte[] salt, byte[] material) {
        return hmac(salt.length == 0 ? new byte[BLOCK] : salt, material);
    }

    static byte[] expand(byte[] key, byte[] info, int length) {
        var out = new byte[length];
        var block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += BLOCK, counter++) {
            var input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = hmac(key, input);
            System.arraycopy(block, 0, out, done, Math.min(BLOCK, length - done));
        }
        return out;
    }

    /** A 256-bit key for one purpose; keys of different purposes tell nothing about each other. */
    static byte[] derive(byte[] key, String purpose) {
        return expand(key, purpose.getBytes(StandardCharsets.UTF_8), BLOCK);
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
