package kr.madang.notices.web.sends;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Window;
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

    /** A day and an hour typed into two fields; empty when neither is. */
    static @Nullable Instant moment(Form form, String day, String hour) {
        var typed = form.value(hour);
        var on = form.day(day);
        if (on.isEmpty()) {
            if (!typed.isEmpty() && form.value(day).isEmpty()) form.refuse(day, "kernel.form.missing");
            return null;
        }
        try {
            var time = LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
            return on.get().atTime(time).atZone(Calendar.SEOUL).toInstant();
        } catch (DateTimeException e) {
            form.refuse(hour, "notices.send.hour");
            return null;
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

    /** Names and values in turn as they stand in an address, without empty ones. */
    public static String query(String... parts) {
        return IntStream.range(0, parts.length / 2)
                .filter(i -> !parts[2 * i + 1].isEmpty())
                .mapToObj(i -> parts[2 * i] + "=" + encoded(parts[2 * i + 1]))
                .collect(Collectors.joining("&"));
    }

    public static Window window(String path, String query, long total, Slice<?> slice) {
        var first = slice.previous() == null && !slice.rows().isEmpty() ? 1 : 0;
        var last = first == 0 ? 0 : slice.rows().size();
        return Window.keyset(total, first, last, at(path, query, slice.previous()), at(path, query, slice.next()));
    }

    private static @Nullable String at(String path, String query, @Nullable String cursor) {
        if (cursor == null) return null;
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + encoded(cursor);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
