package kr.madang.report.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A template every office gets with the program: the report of 2013 and that of 2023. */
public record ShippedTemplate(String code, String text) {
    private static final List<String> CODES = List.of("2013", "2023");

    public static List<ShippedTemplate> all() {
        return CODES.stream().map(ShippedTemplate::of).toList();
    }

    private static ShippedTemplate of(String code) {
        try (var in = ShippedTemplate.class.getResourceAsStream("/report/templates/" + code + ".txt")) {
            if (in == null) throw new IllegalStateException("a shipped template is missing: " + code);
            return new ShippedTemplate(code, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
