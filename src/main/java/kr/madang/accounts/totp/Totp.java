package kr.madang.accounts.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes (일회용 인증번호, RFC 6238): six digits from a shared secret, new every 30 seconds, HMAC-SHA-1 as every
 * authenticator app understands it.
 */
public final class Totp {
    public static final int SECONDS = 30;
    public static final int DIGITS = 6;
    private static final String HASH = "HmacSHA1";
    /** Phones are a little fast or slow: one step either way. */
    private static final int DRIFT = 1;

    private Totp() {}

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    public static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS, HASH);
    }

    /**
     * The step a typed code belongs to.
     *
     * @param used the last step whose code was taken; it and all before it are refused, so a code seen over a shoulder is worthless
     * @return empty when the code is wrong, too old, too new or used
     */
    public static OptionalLong verify(byte[] secret, String typed, Instant at, long used) {
        long now = step(at);
        var found = OptionalLong.empty();
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            boolean same = MessageDigest.isEqual(code(secret, step).getBytes(), typed.getBytes());
            if (same && step > used) found = OptionalLong.of(step);
        }
        return found;
    }

    static String code(byte[] secret, long step, int digits, String hash) {
        try {
            var mac = Mac.getInstance(hash);
            mac.init(new SecretKeySpec(secret, hash));
            var sum = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = sum[sum.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(sum, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
