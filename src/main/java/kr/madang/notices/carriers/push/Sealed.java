package kr.madang.notices.carriers.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A text only one browser can read (암호화된 푸시 본문): {@code aes128gcm} in one record, the key agreed on by ECDH. */
final class Sealed {
    /** What a push service must take (RFC 8030, 7.2). */
    private static final int MOST = 4_096;

    private static final int SALT = 16;
    private static final int TAG = 16;
    private static final int HEADER = SALT + Integer.BYTES + 1 + P256.PUBLIC;
    /** Bytes of text that fit, behind which one byte says that no more come. */
    static final int LONGEST = MOST - HEADER - TAG - 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** Every message has a key and a salt of its own. */
    static byte[] seal(byte[] text, Subscription to) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return seal(text, to, P256.pair(), salt);
    }

    static byte[] seal(byte[] text, Subscription to, KeyPair pair, byte[] salt) {
        if (text.length > LONGEST) throw new IllegalArgumentException("longer than " + LONGEST + " bytes");
        var mine = P256.bytes((ECPublicKey) pair.getPublic());
        var shared = P256.shared((ECPrivateKey) pair.getPrivate(), to.key());
        var info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), P256.bytes(to.key()), mine);
        var material = derive(to.secret(), shared, info, 32);
        var key = derive(salt, material, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        var nonce = derive(salt, material, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        return ByteBuffer.allocate(HEADER + text.length + 1 + TAG)
                .put(salt)
                .putInt(MOST)
                .put((byte) P256.PUBLIC)
                .put(mine)
                .put(gcm(key, nonce, Arrays.copyOf(text, text.length + 1), text.length))
                .array();
    }

    /** @param end where the byte stands that ends the last record */
    private static byte[] gcm(byte[] key, byte[] nonce, byte[] record, int end) {
        record[end] = 2;
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher.doFinal(record);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** HKDF of one block. */
    private static byte[] derive(byte[] salt, byte[] material, byte[] info, int length) {
        return Arrays.copyOf(hmac(hmac(salt, material), join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] join(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) all.put(part);
        return all.array();
    }
}
