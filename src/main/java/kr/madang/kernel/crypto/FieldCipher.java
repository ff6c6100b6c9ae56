package kr.madang.kernel.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import kr.madang.kernel.Refused;

/**
 * Seals single values (필드 암호화) into text columns as {@code m1.<data key id>.<base64url(salt, nonce, ciphertext, tag)>}. Every value gets a
 * key of its own, derived from the data key and a random salt, so that 192 random bits separate any two values and no count of
 * nonces has to be kept. The header and the place are authenticated with the text.
 */
public final class FieldCipher {
    private static final String VERSION = "m1";
    private static final int SALT_BYTES = 12;
    private static final int HEAD_BYTES = SALT_BYTES + CipherProvider.NONCE_BYTES;
    private static final int TAG_BYTES = 16;

    private final DataKeys keys;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(DataKeys keys) {
        this.keys = keys;
    }

    /** The value as it is stored at {@code place}; two sealings of one value never look alike. */
    public String seal(String plain, Aad place) {
        var key = keys.current();
        var header = VERSION + "." + key.id();
        var head = new byte[HEAD_BYTES];
        random.nextBytes(head);
        try {
            var text = key.provider().encrypt(valueKey(key, head), nonce(head), place.under(header), encode(plain));
            var body = ByteBuffer.allocate(HEAD_BYTES + text.length).put(head).put(text);
            return header + "." + base64(body.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "sealing failed in " + key.provider().suite());
        }
    }

    /** @throws Refused {@code kernel.crypto.unreadable} when a bit, the key or the place differs; it names the column, never the value */
    public String open(String sealed, Aad place) {
        int dot = sealed.lastIndexOf('.');
        var key = keys.find(keyId(sealed)).orElseThrow(() -> unreadable(place));
        try {
            var body = strictBase64(sealed.substring(dot + 1));
            if (body.length < HEAD_BYTES + TAG_BYTES) throw unreadable(place);
            var text = Arrays.copyOfRange(body, HEAD_BYTES, body.length);
            var plain = key.provider()
                    .decrypt(valueKey(key, body), nonce(body), place.under(sealed.substring(0, dot)), text);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // the cause is dropped on purpose: providers may quote what they were given
            throw unreadable(place);
        }
    }

    /** The id of the data key a sealed value names; empty when it is not a sealed value. */
    public static String keyId(String sealed) {
        var parts = sealed.split("\\.", -1);
        return parts.length == 3 && parts[0].equals(VERSION) ? parts[1] : "";
    }

    /** How every value sealed under a data key begins. */
    static String prefix(String keyId) {
        return VERSION + "." + keyId + ".";
    }

    /** Whether the value is sealed under the key new values are sealed under. */
    public boolean isCurrent(String sealed) {
        return keyId(sealed).equals(keys.current().id());
    }

    /** The same value sealed anew under the current key. */
    public String reseal(String sealed, Aad place) {
        return seal(open(sealed, place), place);
    }

    private static byte[] valueKey(DataKey key, byte[] head) {
        return Hkdf.expand(key.secret(), Arrays.copyOf(head, SALT_BYTES), CipherProvider.KEY_BYTES);
    }

    private static byte[] nonce(byte[] head) {
        return Arrays.copyOfRange(head, SALT_BYTES, HEAD_BYTES);
    }

    /** Refuses half a surrogate pair instead of storing a question mark in its place. */
    private static byte[] encode(String plain) {
        try {
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(plain));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw Refused.invalid("kernel.crypto.text");
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Base64 has spare bits in its last letter; only the one canonical spelling is taken. */
    private static byte[] strictBase64(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (!base64(bytes).equals(text)) throw new IllegalArgumentException("not canonical");
        return bytes;
    }

    private static Refused unreadable(Aad place) {
        return new Refused(Refused.Reason.UNAVAILABLE, "kernel.crypto.unreadable", place.table(), place.column());
    }
}
