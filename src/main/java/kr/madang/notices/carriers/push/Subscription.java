package kr.madang.notices.carriers.push;

import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * A browser that wants to be told (푸시 구독), as it says itself: the address at its push service, its key and its secret. Whoever has it can
 * write to the browser, so it is kept as an address is: sealed.
 *
 * @param key public key of the browser
 * @param secret 16 bytes
 */
public record Subscription(URI endpoint, ECPublicKey key, byte[] secret) {
    private static final int SECRET = 16;
    private static final int LONGEST = 1_000;

    /**
     * Written in one line, {@code endpoint key secret}, the last two in Base64 for addresses.
     *
     * @throws IllegalArgumentException when it is no subscription
     */
    public static Subscription of(String line) {
        var parts = line.split(" ", -1);
        if (line.length() > LONGEST || parts.length != 3) throw new IllegalArgumentException("three parts");
        var secret = Base64.getUrlDecoder().decode(parts[2]);
        if (secret.length != SECRET) throw new IllegalArgumentException("the secret has 16 bytes");
        return new Subscription(
                URI.create(parts[0]), P256.publicKey(Base64.getUrlDecoder().decode(parts[1])), secret);
    }

    public String line() {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return endpoint + " " + base64.encodeToString(P256.bytes(key)) + " " + base64.encodeToString(secret);
    }

    /** Without anything by which somebody could write to the browser. */
    @Override
    public String toString() {
        return endpoint.getHost() + "/***";
    }
}
