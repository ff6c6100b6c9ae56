package kr.madang.notices.carriers.push;

import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the office writes to browsers.
 *
 * @param subject {@code mailto:} or web address of who answers for the messages
 * @param services the push services there are, as {@code https://host} or {@code https://*.host}; browsers that name another are not
 *     believed, because the address comes from outside and a request would go from inside the office wherever it says
 * @param kept how long a service keeps what a browser that is off has not fetched; what is urgent never longer than {@link #URGENT}
 * @param atOnce requests under way
 * @param site where residents reach the office; an address there that a text names is what a click opens
 */
public record PushSettings(
        String subject,
        KeyPair keys,
        List<String> services,
        Duration kept,
        Duration patience,
        int atOnce,
        String site) {
    /** A warning of this morning must not startle anybody tonight. */
    public static final Duration URGENT = Duration.ofHours(4);

    private static final Pattern SUBJECT =
            Pattern.compile("(mailto:[^\"\\\\\\s\\p{Cntrl}@]{1,64}@|https://)[^\"\\\\\\s\\p{Cntrl}@]{3,190}");

    /** Of the browsers in use: Chrome and what is built on it, Firefox, Edge on Windows, Safari. */
    public static final List<String> SERVICES = List.of(
            "https://fcm.googleapis.com",
            "https://updates.push.services.mozilla.com",
            "https://*.notify.windows.com",
            "https://*.push.apple.com");

    public PushSettings {
        services = List.copyOf(services);
        if (!answers(subject)) throw new IllegalArgumentException("a subject is a mail or web address");
    }

    public static PushSettings of(String subject, KeyPair keys) {
        return new PushSettings(subject, keys, SERVICES, Duration.ofDays(1), Duration.ofSeconds(20), 50, "");
    }

    /** Whether somebody can be asked there about the messages. */
    public static boolean answers(String subject) {
        return SUBJECT.matcher(subject).matches();
    }

    /** The services of the browsers in use and more. @param more addresses with commas between them, mostly none */
    public static List<String> services(String more) {
        return Stream.concat(SERVICES.stream(), Arrays.stream(more.split(",")).map(String::strip))
                .filter(service -> !service.isEmpty())
                .toList();
    }

    /** A new pair of keys in one line, {@code public private}, for the contract. */
    public static String newKeys() {
        var pair = P256.pair();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(P256.bytes((ECPublicKey) pair.getPublic())) + " "
                + base64.encodeToString(P256.bytes((ECPrivateKey) pair.getPrivate()));
    }

    /** @throws IllegalArgumentException when the line is none of {@link #newKeys} */
    public static KeyPair keys(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != 2) throw new IllegalArgumentException("two keys");
        var base64 = Base64.getUrlDecoder();
        return new KeyPair(P256.publicKey(base64.decode(parts[0])), P256.privateKey(base64.decode(parts[1])));
    }

    boolean knows(URI endpoint) {
        return knows(services, endpoint);
    }

    /** Whether an address a browser gave is one of a push service. */
    public static boolean knows(List<String> services, URI endpoint) {
        var origin = endpoint.getScheme() + "://" + endpoint.getAuthority();
        return services.stream().anyMatch(service -> matches(service, origin));
    }

    private static boolean matches(String service, String origin) {
        int star = service.indexOf("*.");
        if (star < 0) return service.equals(origin);
        var host = service.substring(star + 1);
        return origin.startsWith(service.substring(0, star))
                && origin.endsWith(host)
                && origin.substring(star, origin.length() - host.length()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)*");
    }
}
