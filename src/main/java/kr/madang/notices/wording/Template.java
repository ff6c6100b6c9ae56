package kr.madang.notices.wording;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;

/** A text with fields (서식 문안): {@code #{이름}님, #{과}에 다녀가신 일은 어떠셨습니까?}, filled for every recipient from his own row. */
public final class Template {
    /** Words as they stand, or a field. */
    sealed interface Part {
        record Words(String text) implements Part {}

        record Field(String name, int at) implements Part {}
    }

    /** What stands in the place of a field. */
    public enum Form {
        PLAIN,
        /** Values are escaped; the words of the template are the office's own markup. */
        HTML
    }

    /** Templates are short; what is longer is no message. */
    public static final int LONGEST = 20_000;

    private static final int TYPED = 80;
    private static final String OPEN = "#{";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _·-]{0,19}");

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /** @throws Refused with line and column of a field that is not closed or has no good name */
    public static Template parse(String text) {
        if (text.length() > LONGEST) throw Refused.invalid("notices.template.size", LONGEST);
        var parts = new ArrayList<Part>();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            if (open > at) parts.add(new Part.Words(text.substring(at, open)));
            int close = text.indexOf('}', open);
            parts.add(new Part.Field(name(text, open, close), open));
            at = close + 1;
        }
        if (at < text.length()) parts.add(new Part.Words(text.substring(at)));
        return new Template(text, parts);
    }

    /** @throws Refused also for a field nobody has values for */
    public static Template parse(String text, Set<String> known) {
        var template = parse(text);
        template.parts.stream()
                .flatMap(Template::field)
                .filter(field -> !known.contains(field.name()))
                .findFirst()
                .ifPresent(field -> {
                    throw refused("notices.template.unknown", text, field.at(), field.name());
                });
        return template;
    }

    private static String name(String text, int open, int close) {
        int again = text.indexOf(OPEN, open + 1);
        int end = text.indexOf('\n', open);
        boolean unclosed = close < 0 || again >= 0 && again < close || end >= 0 && end < close;
        if (unclosed) throw refused("notices.template.unclosed", text, open);
        // some computers store Hangul in loose letters; the columns of a list do not
        var typed = text.substring(open + OPEN.length(), Math.min(close, open + TYPED));
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (!NAME.matcher(name).matches() || close > open + TYPED)
            throw refused("notices.template.name", text, open, name);
        return name;
    }

    private static Refused refused(String code, String text, int at, Object... more) {
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        var args = new ArrayList<Object>(List.of(
                text.substring(0, at).chars().filter(c -> c == '\n').count() + 1,
                (long) text.codePointCount(begin, at) + 1));
        args.addAll(List.of(more));
        return Refused.invalid(code, args.toArray());
    }

    public String text() {
        return text;
    }

    /** Each once, in the order of the text. */
    public List<String> fields() {
        return parts.stream()
                .flatMap(Template::field)
                .map(Part.Field::name)
                .distinct()
                .toList();
    }

    private static Stream<Part.Field> field(Part part) {
        return part instanceof Part.Field field ? Stream.of(field) : Stream.empty();
    }

    /** The text for one recipient, or why he gets none. */
    public Filled fill(Map<String, String> values) {
        return fill(values, Form.PLAIN);
    }

    public Filled fill(Map<String, String> values, Form form) {
        var gaps = fields().stream()
                .flatMap(field -> Gap.of(field, values).stream())
                .toList();
        if (!gaps.isEmpty()) return new Filled.Blocked(gaps);
        var out = new StringBuilder();
        for (var part : parts)
            switch (part) {
                case Part.Words words -> out.append(words.text());
                case Part.Field field -> out.append(value(values, field, form));
            }
        return new Filled.Text(out.toString());
    }

    /** What a value says is never read as a field again, nor as markup. */
    private static String value(Map<String, String> values, Part.Field field, Form form) {
        var value = Values.tame(values.getOrDefault(field.name(), ""));
        return switch (form) {
            case PLAIN -> value;
            case HTML -> Values.html(value);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * A template as it stood at some time (문안 판); it never changes, and a send remembers which one it took.
     *
     * @param number from 1
     * @param hash SHA-256 of the text, hexadecimal
     * @param by who wrote it
     */
    public record Version(int number, String text, String hash, String by, Instant at) {
        public Version {
            if (number < 1) throw new IllegalArgumentException("number " + number);
            if (!hash.equals(hashOf(text))) throw Refused.invalid("notices.template.hash", number);
        }

        public static Version first(String text, String by, Instant at) {
            return new Version(1, parse(text).text(), hashOf(text), by, at);
        }

        /** @return this one when nothing is different */
        public Version next(String newText, String writer, Instant now) {
            if (newText.equals(text)) return this;
            return new Version(number + 1, parse(newText).text(), hashOf(newText), writer, now);
        }

        public Template template() {
            return parse(text);
        }

        private static String hashOf(String text) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
