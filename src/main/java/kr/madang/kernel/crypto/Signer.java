package kr.madang.kernel.crypto;

import java.security.MessageDigest;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs what the house must recognize as its own (서명): audit entries, anchors, page cursors. A keyed hash with a key per purpose; the key
 * stays the same for the life of the database, on all nodes.
 */
public final class Signer {
    private final DataKeys keys;
    private final ConcurrentHashMap<String, byte[]> derived = new ConcurrentHashMap<>();

    Signer(DataKeys keys) {
        this.keys = keys;
    }

    /** A signer outside the office, for tests and tools. */
    public static Signer of(byte[] secret) {
        return new Signer(new FixedKeys(secret));
    }

    /** @return 32 bytes */
    public byte[] sign(String purpose, byte[] message) {
        return Hkdf.hmac(derived.computeIfAbsent(purpose, this::key), message);
    }

    /** Compares in constant time. */
    public boolean verifies(String purpose, byte[] message, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, message), signature);
    }

    private byte[] key(String purpose) {
        return Hkdf.derive(keys.index(), "madang.sign|" + purpose);
    }

    private record FixedKeys(byte[] index) implements DataKeys {
        @Override
        public DataKey current() {
            throw new UnsupportedOperationException("signs only");
        }

        @Override
        public java.util.Optional<DataKey> find(String id) {
            return java.util.Optional.empty();
        }
    }
}
