package kr.madang.approvals.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what most pages of records ask for: unit and year, with those of the reader in place of nothing (처리과·연도 고르기). */
@Component
public class Asked {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int YEARS = 15;

    private final Units units;
    private final Clock clock;

    Asked(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /**
     * The paper an address names.
     *
     * @throws Refused when it names none
     */
    public static Paper.Id paper(String text) {
        try {
            return Paper.Id.of(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.paper.missing");
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SEOUL);
    }

    /** The unit that was chosen, else the reader's own. */
    public String unit(Form form, Actor actor) {
        var typed = form.value("unit");
        return typed.isEmpty() ? units.of(actor.team()).code() : typed.replace("\0", "");
    }

    public List<Option> units() {
        return units.all().stream().map(u -> new Option(u.code(), u.name())).toList();
    }

    public String unitName(String code) {
        return units.all().stream()
                .filter(u -> u.code().equals(code))
                .map(Units.Unit::name)
                .findFirst()
                .orElse(code);
    }

    /** The year that was chosen; whatever is no year counts as nothing chosen. */
    public int year(Form form, int otherwise) {
        var typed = form.value("year");
        if (!typed.matches("[0-9]{1,4}")) return otherwise;
        int year = Integer.parseInt(typed);
        return year > 9_998 ? otherwise : year;
    }

    /** This year and those before it. */
    public List<Option> years() {
        var years = new ArrayList<Option>();
        int now = today().getYear();
        for (int year = now; year > now - YEARS; year--) years.add(Option.of(year, year + "년"));
        return years;
    }

    public static String day(Instant at) {
        return LocalDate.ofInstant(at, SEOUL).toString();
    }

    public static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, SEOUL);
    }

    /** The fields of a search as they stand in an address, without empty ones. */
    public static String query(Form form, String... fields) {
        return query(Arrays.stream(fields)
                .flatMap(field -> Stream.of(field, form.value(field)))
                .toArray(String[]::new));
    }

    /** Names and values in turn as they stand in an address, without empty ones. */
    public static String query(String... parts) {
        return IntStream.range(0, parts.length / 2)
                .filter(i -> !parts[2 * i + 1].isEmpty())
                .mapToObj(i -> parts[2 * i] + "=" + encoded(parts[2 * i + 1]))
                .collect(Collectors.joining("&"));
    }

    public static Window window(String path, String query, Slice<?> slice) {
        return Window.keyset(at(path, query, slice.previous()), at(path, query, slice.next()));
    }

    private static @Nullable String at(String path, String query, @Nullable String cursor) {
        if (cursor == null) return null;
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + encoded(cursor);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
