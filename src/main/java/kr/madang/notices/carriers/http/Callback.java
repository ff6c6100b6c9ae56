package kr.madang.notices.carriers.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * Receipts a relay brings by itself (수신 결과 통지), signed with HMAC-SHA256 over {@code timestamp + "." + body}. Whatever is repeated within
 * the window changes nothing, because the ledger takes a receipt once.
 *
 * @param timestamp seconds since 1970, as sent
 * @param signature in hexadecimal, as sent
 */
public record Callback(String timestamp, String signature, byte[] body) {
    /** How far the clocks may differ, and how long a notice may travel. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String METHOD = "HmacSHA256";

    /** What came of judging it. */
    public sealed interface Verdict {
        record Genuine(List<Receipt> receipts) implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    public Verdict judge(byte[] secret, Instant now) {
        if (!signed(secret)) return new Verdict.Refused("signature");
        if (!lately(now)) return new Verdict.Refused("time");
        var receipts = new ArrayList<Receipt>();
        for (var each : Wording.read(body).path("receipts")) receipt(each, now).ifPresent(receipts::add);
        return new Verdict.Genuine(receipts);
    }

    /** Whether it was signed with the secret, and lately; whatever it brings. */
    public boolean genuine(byte[] secret, Instant now) {
        return signed(secret) && lately(now);
    }

    private boolean lately(Instant now) {
        return sent().filter(at -> Duration.between(at, now).abs().compareTo(WINDOW) <= 0)
                .isPresent();
    }

    private boolean signed(byte[] secret) {
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(signature), sign(secret, timestamp, body));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The signature of a notice sent at this time. */
    public static byte[] sign(byte[] secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(secret, METHOD));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Instant> sent() {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(timestamp)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Receipt> receipt(JsonNode each, Instant now) {
        var id = each.path("id").asString("");
        var fate = fate(each.path("fate").asString(""));
        if (id.isEmpty() || fate.isEmpty()) return Optional.empty();
        return Optional.of(new Receipt(
                id,
                fate.get(),
                at(each.path("at").asString(""), now),
                each.path("code").asString("")));
    }

    private static Optional<Fate> fate(String word) {
        return switch (word) {
            case "delivered" -> Optional.of(Fate.DELIVERED);
            case "failed" -> Optional.of(Fate.FAILED);
            case "expired" -> Optional.of(Fate.EXPIRED);
            default -> Optional.empty();
        };
    }

    /** Never later than now. */
    private static Instant at(String text, Instant now) {
        try {
            var at = Instant.parse(text);
            return at.isBefore(now) ? at : now;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
