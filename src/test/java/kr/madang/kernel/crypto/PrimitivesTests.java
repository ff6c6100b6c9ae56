package kr.madang.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** The building blocks against the vectors of their standards. */
class PrimitivesTests {
    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void hkdfFollowsRfc5869Case1() {
        var prk = Hkdf.extract(hex("000102030405060708090a0b0c"), hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"));
        assertThat(prk).isEqualTo(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        assertThat(Hkdf.expand(prk, hex("f0f1f2f3f4f5f6f7f8f9"), 42))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    @Test
    void hkdfFollowsRfc5869Case3WithoutSaltAndInfo() {
        var prk = Hkdf.extract(new byte[0], hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"));
        assertThat(prk).isEqualTo(hex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"));
        assertThat(Hkdf.expand(prk, new byte[0], 42))
                .isEqualTo(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }

    @Test
    void aesFollowsTheGcmSpecificationCase16() throws Exception {
        var key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        var plain =
                hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                        + "b16aedf5aa0de657ba637b39");
        var sealed =
                hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                        + "c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b");
        var aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        var nonce = hex("cafebabefacedbaddecaf888");
        assertThat(new AesGcm().encrypt(key, nonce, aad, plain)).isEqualTo(sealed);
        assertThat(new AesGcm().decrypt(key, nonce, aad, sealed)).isEqualTo(plain);
    }

    /** RFC 5794, appendix A.3: the block cipher beneath ARIA-256-GCM. */
    @Test
    void ariaFollowsRfc5794() throws Exception {
        var cipher = Cipher.getInstance("ARIA/ECB/NoPadding", new BouncyCastleProvider());
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"), "ARIA"));
        assertThat(cipher.doFinal(hex("00112233445566778899aabbccddeeff")))
                .isEqualTo(hex("f92bd7c79fb72e2f2b8f80c1972d24fc"));
    }
}
