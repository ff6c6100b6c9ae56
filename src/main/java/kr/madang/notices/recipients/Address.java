package kr.madang.notices.recipients;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.push.PushSettings;
import kr.madang.notices.carriers.push.Subscription;
import kr.madang.notices.wording.PhoneNumber;

/**
 * Where somebody is reached on a channel (수신 주소), written one way only, so that two spellings of one address are one.
 *
 * @param value digits of a mobile number, an e-mail address in small letters, or the subscription of a browser in one line
 */
public record Address(Channel channel, String value) {
    private static final int LONGEST = 254;
    private static final Map<String, String> SERVICES = Map.of(
            "fcm.googleapis.com", "Google FCM",
            ".services.mozilla.com", "Mozilla Push",
            ".notify.windows.com", "Microsoft WNS",
            ".push.apple.com", "Apple Push");
    private static final Pattern MAILBOX =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** @throws Refused when nobody can be reached so */
    public static Address of(Channel channel, String typed) {
        return find(channel, typed).orElseThrow(() -> Refused.invalid(refusal(channel)));
    }

    public static Optional<Address> find(Channel channel, String typed) {
        return switch (channel) {
            case SMS ->
                PhoneNumber.find(typed)
                        .filter(PhoneNumber::mobile)
                        .map(number -> new Address(channel, number.digits()));
            case EMAIL -> mail(typed).map(value -> new Address(channel, value));
            case PUSH -> push(typed, PushSettings.SERVICES);
        };
    }

    static String refusal(Channel channel) {
        return switch (channel) {
            case SMS -> "notices.address.sms";
            case EMAIL -> "notices.address.email";
            case PUSH -> "notices.address.push";
        };
    }

    private static Optional<String> mail(String typed) {
        if (typed.length() > LONGEST) return Optional.empty();
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        if (at < 1 || at > 64 || !MAILBOX.matcher(plain.substring(0, at)).matches()) return Optional.empty();
        try {
            var domain = IDN.toASCII(plain.substring(at + 1)).toLowerCase(Locale.ROOT);
            var whole = plain.substring(0, at + 1) + domain;
            return DOMAIN.matcher(domain).matches() && whole.length() <= LONGEST
                    ? Optional.of(whole)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * That of a browser. Every letter of it comes from outside, and the office will write where it says; so only push services there are
     * count, and a key that is none is refused.
     *
     * @param services as {@link PushSettings#services} has them
     */
    public static Optional<Address> push(String typed, List<String> services) {
        try {
            var subscription = Subscription.of(typed.strip());
            var place = subscription.endpoint();
            boolean known = PushSettings.knows(services, place)
                    && place.getRawFragment() == null
                    && place.toString().equals(place.toASCIIString());
            return known ? Optional.of(new Address(Channel.PUSH, subscription.line())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Digits for finding it; empty where there are none. */
    public String lastFour() {
        return channel == Channel.SMS ? value.substring(value.length() - 4) : "";
    }

    /** {@code 010-****-5678}, {@code ho***@example.com}, as lists show it. */
    public String masked() {
        return switch (channel) {
            case SMS -> new PhoneNumber(value).masked();
            case EMAIL -> {
                int at = value.lastIndexOf('@');
                yield value.substring(0, Math.min(2, at - 1)) + "***" + value.substring(at);
            }
            case PUSH -> service() + " ***";
        };
    }

    /** By whom a browser is reached. */
    private String service() {
        var host = value.replaceFirst("^https?://", "").replaceFirst("[/ ].*$", "");
        return SERVICES.entrySet().stream()
                .filter(service -> host.endsWith(service.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(host);
    }

    /** Masked, for it may end up in a log. */
    @Override
    public String toString() {
        return masked();
    }
}
