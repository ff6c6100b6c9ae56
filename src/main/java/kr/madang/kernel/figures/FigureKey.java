package kr.madang.kernel.figures;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;

/**
 * The name of a figure with its dimensions, written {@code press.coverage{tier=central_daily}}.
 *
 * @param name room and figure, e.g. {@code office.budget.planned}
 * @param dimensions which part of it; empty for the whole
 */
public record FigureKey(String name, SortedMap<String, String> dimensions) {
    public FigureKey {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    public static FigureKey of(String name) {
        return new FigureKey(name, new TreeMap<>());
    }

    public FigureKey with(String dimension, String value) {
        var more = new TreeMap<>(dimensions);
        more.put(dimension, value);
        return new FigureKey(name, more);
    }

    public String room() {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    /** Reads the written form; a value may hold anything but a comma and braces. */
    public static FigureKey parse(String text) {
        int brace = text.indexOf('{');
        var name = brace < 0 ? text : text.substring(0, brace);
        if (!name.matches("[a-z]+(\\.[a-z_]+)+") || (brace >= 0 && !text.endsWith("}")))
            throw Refused.invalid("kernel.figure.key", text);
        if (brace < 0) return of(name);
        var dimensions = new TreeMap<String, String>();
        for (var part : text.substring(brace + 1, text.length() - 1).split(",")) {
            int equals = part.indexOf('=');
            if (equals <= 0) throw Refused.invalid("kernel.figure.key", text);
            dimensions.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return new FigureKey(name, dimensions);
    }

    @Override
    public String toString() {
        if (dimensions.isEmpty()) return name;
        return name
                + dimensions.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
