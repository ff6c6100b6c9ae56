package kr.madang.kernel.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a 128-bit tag, as the JDK ships it. */
final class AesGcm implements CipherProvider {
    static final String SUITE = "AES-256-GCM";
    private static final int TAG_BITS = 128;

    @Override
    public String suite() {
        return SUITE;
    }

    @Override
    public byte[] encrypt(byte[] key, byte[] nonce, byte[] aad, byte[] plain) throws GeneralSecurityException {
        return run(Cipher.ENCRYPT_MODE, key, nonce, aad, plain);
    }

    @Override
    public byte[] decrypt(byte[] key, byte[] nonce, byte[] aad, byte[] sealed) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, key, nonce, aad, sealed);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] aad, byte[] text)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(text);
    }
}
