package kr.madang.press.web.coverage;

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
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.press.Tier;
import kr.madang.press.coverage.Article;
import kr.madang.press.coverage.ArticleList;
import kr.madang.press.coverage.Kind;
import kr.madang.press.coverage.Tone;
import kr.madang.press.outlets.Outlet;
import org.jspecify.annotations.Nullable;

/** Reads what pages of coverage ask for, and says where other pages are. */
public final class Asked {
    private Asked() {}

    static <E extends Enum<E>> Optional<E> one(Class<E> of, String typed) {
        return Arrays.stream(of.getEnumConstants())
                .filter(e -> e.name().equalsIgnoreCase(typed))
                .findFirst();
    }

    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Optional<UUID> id(String typed) {
        try {
            return typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws Refused when the address names none */
    static UUID article(String typed) {
        return id(typed).orElseThrow(() -> Refused.missing("press.coverage.missing"));
    }

    /** The moment typed into a day and an hour; refuses the fields otherwise. */
    static Instant moment(Form form, String day, String hour) {
        var on = form.day(day);
        if (on.isEmpty() && form.value(day).isEmpty()) form.refuse(day, "kernel.form.missing");
        try {
            var typed = form.value(hour);
            var time =
                    typed.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
            return on.orElse(LocalDate.EPOCH).atTime(time).atZone(Article.SEOUL).toInstant();
        } catch (DateTimeException e) {
            form.refuse(hour, "press.coverage.hour");
            return Instant.EPOCH;
        }
    }

    public static String when(@Nullable Instant at) {
        return at == null ? "" : new Moment(at, "", "", "").when();
    }

    public static List<Option> tiers() {
        return Arrays.stream(Tier.values())
                .map(t -> new Option(t.name(), Words.here(t.code())))
                .toList();
    }

    public static List<Option> tones() {
        return Arrays.stream(Tone.values())
                .map(t -> new Option(t.name(), Words.here(t.code())))
                .toList();
    }

    public static List<Option> kinds() {
        return Arrays.stream(Kind.values())
                .map(k -> new Option(k.name(), Words.here(k.code())))
                .toList();
    }

    public static List<Option> whiches() {
        return Arrays.stream(ArticleList.Which.values())
                .map(w -> new Option(w.name(), Words.here(w.code())))
                .toList();
    }

    public static List<Option> outlets(List<Outlet> all) {
        return all.stream().map(o -> Option.of(o.id(), o.name())).toList();
    }

    public static List<Option> words(List<String> all) {
        return all.stream().map(word -> new Option(word, word)).toList();
    }

    public static List<Option> withAll(List<Option> options) {
        return Stream.concat(Stream.of(new Option("", Words.here("press.coverage.all"))), options.stream())
                .toList();
    }

    public static List<Option> withNone(List<Option> options) {
        return Stream.concat(Stream.of(new Option("", Words.here("press.coverage.choose"))), options.stream())
                .toList();
    }

    public static String tone(@Nullable Tone tone) {
        return switch (tone) {
            case null -> "neutral";
            case POSITIVE -> "success";
            case NEUTRAL -> "info";
            case NEGATIVE -> "danger";
        };
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
