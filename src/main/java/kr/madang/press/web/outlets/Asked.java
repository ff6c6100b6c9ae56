package kr.madang.press.web.outlets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.madang.kernel.Korean;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import org.jspecify.annotations.Nullable;

/** Reads what pages of the press desk ask for, and says where other pages are. */
public final class Asked {
    private Asked() {}

    public static <E extends Enum<E>> Optional<E> one(Class<E> of, String typed) {
        return Arrays.stream(of.getEnumConstants())
                .filter(e -> e.name().equalsIgnoreCase(typed))
                .findFirst();
    }

    /** Empty when it is none. */
    public static Optional<UUID> id(String typed) {
        try {
            return typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static <E extends Enum<E>> List<Option> options(Class<E> of, Function<E, String> code) {
        return Arrays.stream(of.getEnumConstants())
                .map(e -> new Option(e.name(), Words.here(code.apply(e))))
                .toList();
    }

    public static List<Option> tiers() {
        return options(Tier.class, Tier::code);
    }

    public static List<Option> outlets(List<Outlet> outlets) {
        return outlets.stream()
                .filter(o -> !o.retired())
                .map(o -> Option.of(o.id(), o.name()))
                .toList();
    }

    public static List<Option> withAll(List<Option> options) {
        return Stream.concat(Stream.of(new Option("", Words.here("press.all"))), options.stream())
                .toList();
    }

    /** {@code 2023. 5. 31.}; empty for none. */
    public static String day(@Nullable Instant at) {
        return at == null ? "" : Korean.date(Workdays.day(at));
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : Korean.date(day);
    }
}
