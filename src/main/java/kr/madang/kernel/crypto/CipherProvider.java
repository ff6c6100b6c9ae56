package kr.madang.kernel.crypto;

import java.security.GeneralSecurityException;

/**
 * The plug for an authenticated cipher (암호 모듈): the built-in AES-256-GCM, or an ARIA or KCMVP-validated module supplied as a further
 * bean. Keys are 256 bits and nonces 96 bits; the tag is part of the result. Implementations are stateless or thread-safe.
 */
public interface CipherProvider {
    int KEY_BYTES = 32;
    int NONCE_BYTES = 12;

    /** The name key records carry, e.g. {@code AES-256-GCM}; never changed once keys exist. */
    String suite();

    byte[] encrypt(byte[] key, byte[] nonce, byte[] aad, byte[] plain) throws GeneralSecurityException;

    /** @throws GeneralSecurityException when key, nonce, place or any bit of the text differs; nothing of the plain text is released */
    byte[] decrypt(byte[] key, byte[] nonce, byte[] aad, byte[] sealed) throws GeneralSecurityException;
}
