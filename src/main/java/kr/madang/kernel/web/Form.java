package kr.madang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kr.madang.kernel.Refused;

/**
 * What someone typed into a form (입력 내용) and what is wrong with it. A handler reads its values, refuses those it cannot take and, unless
 * {@link #ok()}, shows the page again with status 422: nothing typed is ever lost.
 */
public final class Form {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private record Problem(String field, String code, Object[] args) {}

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** A form nobody has filled in yet. */
    public static Form empty() {
        return new Form();
    }

    /** The form as it was sent. */
    public static Form of(HttpServletRequest request) {
        var form = new Form();
        request.getParameterMap().forEach((name, sent) -> form.values.put(name, List.of(sent)));
        return form;
    }

    /** A form that shows what is stored already. */
    public static Form of(Map<String, String> stored) {
        var form = new Form();
        stored.forEach((name, value) -> form.values.put(name, List.of(value)));
        return form;
    }

    /** A form as it was sent before. */
    public static Form ofAll(Map<String, List<String>> sent) {
        var form = new Form();
        sent.forEach((name, values) -> form.values.put(name, List.copyOf(values)));
        return form;
    }

    /** Everything sent, as it was sent. */
    public Map<String, List<String>> all() {
        return Collections.unmodifiableMap(values);
    }

    /** Puts something else into a field. */
    public Form set(String field, String... other) {
        values.put(field, List.of(other));
        return this;
    }

    /** What was typed, without surrounding blanks; empty when the field was not sent. */
    public String value(String field) {
        var sent = values(field);
        return sent.isEmpty() ? "" : sent.getFirst().strip();
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean checked(String field) {
        return !value(field).isEmpty();
    }

    /** The value of a field that must not stay empty; refuses the field otherwise. */
    public String required(String field) {
        var value = value(field);
        if (value.isEmpty()) refuse(field, "kernel.form.missing");
        return value;
    }

    /** The day typed as 2023-01-31, 2023.1.31. or 20230131; refuses the field when it is none. */
    public Optional<LocalDate> day(String field) {
        var value = value(field);
        if (value.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Days.read(value));
        } catch (DateTimeException e) {
            refuse(field, "kernel.day.unreadable", value);
            return Optional.empty();
        }
    }

    /** The moment a day and an hour typed into two fields mean in Seoul; refuses the field that is wrong, and an hour without a day. */
    public Optional<Instant> moment(String dayField, String hourField) {
        var typed = value(hourField);
        var on = day(dayField);
        if (on.isEmpty()) {
            if (!typed.isEmpty() && value(dayField).isEmpty()) refuse(dayField, "kernel.form.missing");
            return Optional.empty();
        }
        try {
            var time = LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
            return Optional.of(on.get().atTime(time).atZone(SEOUL).toInstant());
        } catch (DateTimeException e) {
            refuse(hourField, "kernel.hour.unreadable");
            return Optional.empty();
        }
    }

    /** The whole number typed, with or without thousands separators; refuses the field when it is none. */
    public OptionalLong number(String field) {
        var value = value(field);
        if (value.isEmpty()) return OptionalLong.empty();
        try {
            return OptionalLong.of(Long.parseLong(value.replace(",", "").replace("△", "-")));
        } catch (NumberFormatException e) {
            refuse(field, "kernel.number.unreadable", value);
            return OptionalLong.empty();
        }
    }

    /** Says what is wrong with a field; the code is a message key, as in {@link Refused}. */
    public Form refuse(String field, String code, Object... args) {
        problems.add(new Problem(field, code, args));
        return this;
    }

    /**
     * Goes on only while nothing is wrong.
     *
     * @throws Refused with the first thing that is
     */
    public void check() {
        if (ok()) return;
        var first = problems.getFirst();
        throw Refused.invalid(first.code, first.args);
    }

    public boolean ok() {
        return problems.isEmpty();
    }

    /** What is wrong with one field, in the reader's words; empty when nothing is. */
    public String error(Page page, String field) {
        return problems.stream()
                .filter(p -> p.field.equals(field))
                .map(p -> page.t(p.code, p.args))
                .findFirst()
                .orElse("");
    }

    /** Everything that is wrong, as links to the fields, for the summary at the head of the page. */
    public List<Link> errors(Page page) {
        return problems.stream()
                .map(p -> new Link("#" + p.field, page.t(p.code, p.args)))
                .toList();
    }
}
