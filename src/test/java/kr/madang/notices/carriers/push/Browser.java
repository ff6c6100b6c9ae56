package kr.madang.notices.carriers.push;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that subscribes and reads what came, by the other half of the standard. */
final class Browser {
    private final URI endpoint;
    private final KeyPair pair = P256.pair();
    private final byte[] secret = new byte[16];

    Browser(URI endpoint) {
        this.endpoint = endpoint;
        new SecureRandom().nextBytes(secret);
    }

    Subscription subscription() {
        return new Subscription(endpoint, (ECPublicKey) pair.getPublic(), secret);
    }

    byte[] point() {
        return P256.bytes((ECPublicKey) pair.getPublic());
    }

    /** @throws IllegalStateException when it was not sealed for this browser, or changed on the way */
    String open(byte[] sealed) {
        var in = ByteBuffer.wrap(sealed);
        var salt = take(in, 16);
        int size = in.getInt();
        var theirs = take(in, in.get());
        if (in.remaining() > size) throw new IllegalStateException("more than one record");
        try {
            var shared = P256.shared((ECPrivateKey) pair.getPrivate(), P256.publicKey(theirs));
            var info = ByteBuffer.allocate(14 + 65 + 65)
                    .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                    .put(point())
                    .put(theirs)
                    .array();
            var material = hkdf(secret, shared, info, 32);
            var key = hkdf(salt, material, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
            var nonce = hkdf(salt, material, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            var text = cipher.doFinal(take(in, in.remaining()));
            int end = text.length - 1;
            while (text[end] == 0) end--;
            if (text[end] != 2) throw new IllegalStateException("not the last record");
            return new String(text, 0, end, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** The one of the JDK, so that ours is not judged by itself. */
    private static byte[] hkdf(byte[] salt, byte[] material, byte[] info, int length) throws GeneralSecurityException {
        var parameters =
                HKDFParameterSpec.ofExtract().addIKM(material).addSalt(salt).thenExpand(info, length);
        return Arrays.copyOf(KDF.getInstance("HKDF-SHA256").deriveData(parameters), length);
    }
}
