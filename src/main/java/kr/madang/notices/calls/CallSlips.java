package kr.madang.notices.calls;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import kr.madang.kernel.crypto.Signer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The slip in a message by which somebody answers a call without signing in (응답 쪽지): which call and which person, signed, and short
 * enough for a text message.
 */
@Component
class CallSlips {
    private static final String PURPOSE = "notices.call";
    private static final int NAME = 6;
    private static final int SEAL = 12;

    /** @param place of the person in the tree */
    record Slip(int call, int place) {}

    private final Signer signer;
    private final String site;

    CallSlips(Signer signer, @Value("${madang.site:http://localhost:8080}") String site) {
        this.signer = signer;
        this.site = site;
    }

    String link(int call, int place) {
        return site + "/notices/c/" + write(call, place);
    }

    String write(int call, int place) {
        var name =
                ByteBuffer.allocate(NAME).putInt(call).putShort((short) place).array();
        var all = ByteBuffer.allocate(NAME + SEAL).put(name).put(seal(name)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private byte[] seal(byte[] name) {
        return Arrays.copyOf(signer.sign(PURPOSE, name), SEAL);
    }

    /** Empty when the slip is not one of ours. */
    Optional<Slip> read(String slip) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(slip);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length != NAME + SEAL) return Optional.empty();
        var name = Arrays.copyOf(all, NAME);
        if (!java.security.MessageDigest.isEqual(seal(name), Arrays.copyOfRange(all, NAME, all.length)))
            return Optional.empty();
        var read = ByteBuffer.wrap(name);
        return Optional.of(new Slip(read.getInt(), read.getShort() & 0xFFFF));
    }
}
