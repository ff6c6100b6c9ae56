package kr.madang.notices.web.sends;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Send;
import org.jspecify.annotations.Nullable;

/** Reads what pages of sends ask for, and says where other pages are. */
public final class Asked {
    private Asked() {}

    public static <E extends Enum<E>> Optional<E> one(Class<E> of, String typed) {
        return Arrays.stream(of.getEnumConstants())
                .filter(e -> e.name().equalsIgnoreCase(typed))
                .findFirst();
    }

    public static List<Option> kinds() {
        return Arrays.stream(Kind.values())
                .map(k -> new Option(k.name(), Words.here(k.code())))
                .toList();
    }

    public static List<Option> channels() {
        return Arrays.stream(Channel.values())
                .map(c -> new Option(c.name(), Words.here(c.code())))
                .toList();
    }

    public static List<Option> states() {
        return Arrays.stream(Send.State.values())
                .map(s -> new Option(s.word(), Words.here(s.code())))
                .toList();
    }

    public static List<Option> withAll(List<Option> options) {
        return Stream.concat(Stream.of(new Option("", Words.here("notices.send.all"))), options.stream())
                .toList();
    }

    /** @throws Refused when the address names none */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("notices.template.missing");
        }
    }

    public static String day(@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, Calendar.SEOUL).toString();
    }

    public static String hour(@Nullable Instant at) {
        if (at == null) return "";
        var there = at.atZone(Calendar.SEOUL);
        return "%02d:%02d".formatted(there.getHour(), there.getMinute());
    }
}
