package kr.madang.notices.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.singles.Single;
import kr.madang.notices.wording.Encoding;
import kr.madang.notices.wording.Filled;
import kr.madang.notices.wording.Limits;
import org.jspecify.annotations.Nullable;

/** Makes a message of what a program asks for (연계 글 쓰기), within what its key may say and whom it may reach. */
final class Writing {
    /** Whom a key with a list may reach. */
    interface Listed {
        boolean has(Address address);
    }

    private record Words(String subject, String text) {}

    private final ApiKey key;
    private final Listed listed;

    Writing(ApiKey key, Listed listed) {
        this.key = key;
        this.listed = listed;
    }

    /** @throws Refused saying what is wrong with it */
    Single single(@Nullable NewMessage asked) {
        if (asked == null) throw Refused.invalid("notices.api.empty");
        var channel = channel(text(asked.channel()));
        var address = Address.of(channel, text(asked.to()));
        reachable(address);
        var words = words(asked, channel);
        if (channel == Channel.SMS) shown(words.text());
        else if (words.subject().isBlank()) throw Refused.invalid("notices.api.subject");
        return new Single(
                key.kind().use(), channel, address.value(), words.subject(), words.text(), text(asked.reference()));
    }

    private static Channel channel(String typed) {
        return switch (typed.toUpperCase(Locale.ROOT)) {
            case "", "SMS" -> Channel.SMS;
            case "EMAIL" -> Channel.EMAIL;
            default -> throw Refused.invalid("notices.api.channel");
        };
    }

    private void reachable(Address address) {
        switch (key.kind()) {
            case LIVE -> {}
            case TEAM -> {
                if (!listed.has(address)) throw Refused.invalid("notices.api.unlisted");
            }
            case TEST -> {
                if (TestFate.of(address.value()).isEmpty()) throw Refused.invalid("notices.api.simulated");
            }
        }
    }

    private Words words(NewMessage asked, Channel channel) {
        var template = text(asked.template());
        var text = text(asked.text()).replace("\r\n", "\n").replace('\r', '\n');
        if (template.isEmpty() == text.isEmpty()) throw Refused.invalid("notices.api.either");
        if (!template.isEmpty()) {
            var known = key.text(template).orElseThrow(() -> Refused.invalid("notices.api.template"));
            if (known.channel() != channel) throw Refused.invalid("notices.api.template.channel");
            return new Words(channel == Channel.EMAIL ? known.name() : "", filled(known, asked.values()));
        }
        if (!key.free()) throw Refused.invalid("notices.api.free");
        if (text.indexOf('\0') >= 0) throw Refused.invalid("notices.api.unmappable");
        return new Words(channel == Channel.EMAIL ? text(asked.subject()) : "", text);
    }

    private static String filled(ApiKey.Text known, @Nullable Map<String, @Nullable String> given) {
        var values = new HashMap<String, String>();
        if (given != null)
            given.forEach((name, value) -> {
                if (name != null && value != null) values.put(name, value);
            });
        return switch (known.parsed().fill(values)) {
            case Filled.Text(String text) -> text;
            case Filled.Blocked(var gaps) ->
                throw Refused.invalid("notices.api.gap", gaps.getFirst().field());
        };
    }

    private static void shown(String text) {
        if (!Encoding.USUAL.shows(text)) throw Refused.invalid("notices.api.unmappable");
        if (Encoding.USUAL.bytes(text) > Limits.USUAL.lms())
            throw Refused.invalid("notices.api.long", Limits.USUAL.lms());
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
