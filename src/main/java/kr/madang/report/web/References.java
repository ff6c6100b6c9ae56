package kr.madang.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.report.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a printed number leads: {@code key|from|to} to the page of its figure, a reckoned number to the page of its parts. */
final class References {
    private static final Pattern ONE = Pattern.compile(
            "([a-z]+(?:\\.[a-z_]+)+(?:\\{[^{}|]*})?)\\|([0-9]{4}-[0-9]{2}-[0-9]{2})\\|([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final int MOST_PARTS = 60;

    record Part(FigureKey key, Period period) {}

    private References() {}

    static Function<String, @Nullable String> in(Report.@Nullable Id report) {
        return reference -> href(reference, report);
    }

    static @Nullable String href(String reference, Report.@Nullable Id report) {
        var one = ONE.matcher(reference);
        if (one.matches()) {
            var part = part(one.group(1), one.group(2), one.group(3));
            return href(part.key(), part.period(), report);
        }
        if (parts(reference).isEmpty()) return null;
        var uri = UriComponentsBuilder.fromPath("/desk/report/figures/reckoned").queryParam("of", "{of}");
        return report == null
                ? uri.encode().buildAndExpand(reference).toUriString()
                : uri.queryParam("report", "{report}")
                        .encode()
                        .buildAndExpand(reference, report)
                        .toUriString();
    }

    static String href(FigureKey key, Period period, Report.@Nullable Id report) {
        return address("/desk/report/figures/{name}", key, period, report);
    }

    static String export(FigureKey key, Period period, String ending) {
        return address("/desk/report/figures/{name}/rows." + ending, key, period, null);
    }

    private static String address(String path, FigureKey key, Period period, Report.@Nullable Id report) {
        var uri = UriComponentsBuilder.fromPath(path)
                .queryParam("part", "{part}")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}");
        if (report == null)
            return uri.encode()
                    .buildAndExpand(key.name(), written(key), period.from(), period.to())
                    .toUriString();
        return uri.queryParam("report", "{report}")
                .encode()
                .buildAndExpand(key.name(), written(key), period.from(), period.to(), report)
                .toUriString();
    }

    /** The figures a reckoned number rests on, once each. */
    static List<Part> parts(String reference) {
        var found = new ArrayList<Part>();
        var one = ONE.matcher(reference);
        while (one.find() && found.size() < MOST_PARTS) {
            var part = part(one.group(1), one.group(2), one.group(3));
            if (!found.contains(part)) found.add(part);
        }
        return found;
    }

    private static Part part(String key, String from, String to) {
        return new Part(FigureKey.parse(key), new Period(LocalDate.parse(from), LocalDate.parse(to)));
    }

    /** {@code program=기본경비,basis=spent}; empty for the whole. */
    static String written(FigureKey key) {
        return key.dimensions().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
    }

    static FigureKey key(String name, String part) {
        return FigureKey.parse(part.isBlank() ? name : name + "{" + part.strip() + "}");
    }

    /** A key with one dimension set, or left out when the value is empty. */
    static FigureKey with(FigureKey key, String dimension, String value) {
        var dimensions = new TreeMap<>(key.dimensions());
        Optional.of(value)
                .filter(v -> !v.isBlank())
                .ifPresentOrElse(v -> dimensions.put(dimension, v), () -> dimensions.remove(dimension));
        return new FigureKey(key.name(), dimensions);
    }
}
