package kr.madang.notices.recipients.door;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.crypto.Signer;
import org.springframework.stereotype.Component;

/** Signed tokens that name a contact (서명된 출입증): one that lets its owner in for a while, and one in every message that unsubscribes. */
@Component
public class Pass implements Slip {
    public static final Duration LASTS = Duration.ofMinutes(20);

    private static final String IN = "notices.pass";
    private static final String OUT = "notices.unsubscribe";
    private static final int SIGNATURE = 16;

    private final Signer signer;
    private final Clock clock;

    Pass(Signer signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** Lets the owner of a contact in until it runs out. */
    public String in(UUID contact) {
        var until = clock.instant().plus(LASTS).getEpochSecond();
        return signed(IN, bytes(contact, until));
    }

    public Optional<UUID> in(String token) {
        return verified(IN, token, 24)
                .filter(b -> Instant.ofEpochSecond(b.getLong(16)).isAfter(clock.instant()))
                .map(b -> new UUID(b.getLong(0), b.getLong(8)));
    }

    /** Unsubscribes a contact, for as long as there is one; stands in every message (RFC 8058). */
    public String out(UUID contact) {
        return signed(OUT, Arrays.copyOf(bytes(contact, 0), 16));
    }

    @Override
    public Optional<UUID> contact(String token) {
        return verified(OUT, token, 16).map(b -> new UUID(b.getLong(0), b.getLong(8)));
    }

    /** Where that is: {@code /notices/unsubscribe/…}. */
    public String way(UUID contact) {
        return "/notices/unsubscribe/" + out(contact);
    }

    private static byte[] bytes(UUID contact, long until) {
        return ByteBuffer.allocate(24)
                .putLong(contact.getMostSignificantBits())
                .putLong(contact.getLeastSignificantBits())
                .putLong(until)
                .array();
    }

    private String signed(String purpose, byte[] message) {
        var whole = Arrays.copyOf(message, message.length + SIGNATURE);
        System.arraycopy(signer.sign(purpose, message), 0, whole, message.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private Optional<ByteBuffer> verified(String purpose, String token, int length) {
        if (token.length() > 100) return Optional.empty();
        try {
            var whole = Base64.getUrlDecoder().decode(token);
            if (whole.length != length + SIGNATURE) return Optional.empty();
            // the last letter has spare bits; only one spelling is ours
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(whole).equals(token)) return Optional.empty();
            var message = Arrays.copyOf(whole, length);
            var given = Arrays.copyOfRange(whole, length, whole.length);
            var expected = Arrays.copyOf(signer.sign(purpose, message), SIGNATURE);
            return java.security.MessageDigest.isEqual(given, expected)
                    ? Optional.of(ByteBuffer.wrap(message))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
