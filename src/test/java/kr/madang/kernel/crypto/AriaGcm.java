package kr.madang.kernel.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** ARIA-256-GCM from Bouncy Castle: what an office would plug in, here to prove that the plug holds. */
final class AriaGcm implements CipherProvider {
    static final String SUITE = "ARIA-256-GCM";
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

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
        var cipher = Cipher.getInstance("ARIA/GCM/NoPadding", BOUNCY_CASTLE);
        cipher.init(mode, new SecretKeySpec(key, "ARIA"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(text);
    }
}
