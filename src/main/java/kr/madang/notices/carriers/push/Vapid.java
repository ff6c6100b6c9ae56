package kr.madang.notices.carriers.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says to push services who writes (VAPID): a token for each of them, signed with the key browsers subscribed to. */
final class Vapid {
    /** A service takes none that is good for more than a day. */
    private static final Duration GOOD = Duration.ofHours(12);

    private static final Duration FRESH = Duration.ofHours(6);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record Token(String header, Instant madeAt) {}

    private final String subject;
    private final ECPrivateKey key;
    private final String known;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** @param subject {@code mailto:} or web address of who answers for the messages */
    Vapid(String subject, KeyPair pair) {
        this.subject = subject;
        key = (ECPrivateKey) pair.getPrivate();
        known = BASE64.encodeToString(P256.bytes((ECPublicKey) pair.getPublic()));
    }

    /** The header {@code Authorization} for a service. */
    String header(URI endpoint, Instant now) {
        var audience = endpoint.getScheme() + "://" + endpoint.getAuthority();
        return tokens.compute(audience, (_, last) -> {
                    boolean fresh = last != null
                            && Duration.between(last.madeAt(), now).abs().compareTo(FRESH) < 0;
                    return fresh ? last : new Token(made(audience, now), now);
                })
                .header();
    }

    private String made(String audience, Instant now) {
        var head = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        var claims = encoded("{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                .formatted(audience, now.plus(GOOD).getEpochSecond(), subject));
        var said = head + "." + claims;
        return "vapid t=" + said + "." + BASE64.encodeToString(signed(said)) + ", k=" + known;
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signed(String said) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(said.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }
}
