package kr.madang.press.releases.writing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.document.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a release says (보도자료 내용).
 *
 * @param subtitle one line each; may be empty
 * @param text paragraphs, an empty line between them
 * @param facts what reporters look up (개요): a line each, {@code 항목: 내용}; may be empty
 * @param unit the department that speaks (담당부서)
 * @param contact who answers questions, with name and telephone as printed
 * @param embargo before which nobody outside may know of it; null when it goes out as soon as it is approved
 * @param mailing the list of reporters it goes to; null when it goes to all of them
 * @param change why there is a new version (정정 사유); empty for the first
 */
public record Content(
        String title,
        String subtitle,
        String text,
        String facts,
        String unit,
        String contact,
        @Nullable Instant embargo,
        @Nullable UUID mailing,
        String change) {
    public static final int TITLE = 100;
    public static final int SUBTITLE = 300;
    public static final int TEXT = 20_000;
    public static final int FACTS = 3_000;
    public static final int SHORT = 100;
    public static final int CHANGE = 500;

    /** @throws Refused when something is missing or too long */
    public Content {
        title = PlainText.oneLine(title);
        subtitle = lines(subtitle);
        text = lines(text);
        facts = lines(facts);
        unit = PlainText.oneLine(unit);
        contact = PlainText.oneLine(contact);
        change = PlainText.oneLine(change);
        need(title, "press.release.title", TITLE);
        need(text, "press.release.text", TEXT);
        need(unit, "press.release.unit", SHORT);
        need(contact, "press.release.contact", SHORT);
        if (subtitle.length() > SUBTITLE) throw Refused.invalid("press.release.subtitle", SUBTITLE);
        if (facts.length() > FACTS) throw Refused.invalid("press.release.facts", FACTS);
        if (change.length() > CHANGE) throw Refused.invalid("press.release.change", CHANGE);
    }

    private static void need(String value, String code, int most) {
        if (value.isBlank() || value.length() > most) throw Refused.invalid(code, most);
    }

    private static String lines(String typed) {
        return PlainText.clean(typed.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    public List<String> paragraphs() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public List<String> subtitles() {
        return subtitle.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Label and value of each line; a line without a colon has no label. */
    public List<Fact> factList() {
        return facts.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Fact::of)
                .toList();
    }

    /** One line of the fact sheet. */
    public record Fact(String label, String value) {
        static Fact of(String line) {
            int colon = line.indexOf(':');
            if (colon < 1 || colon > SHORT) return new Fact("", line);
            return new Fact(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
    }

    /** The first paragraph, cut to what fits under a headline. */
    public String lead(int most) {
        var first = paragraphs().getFirst();
        return first.length() <= most ? first : first.substring(0, most - 1).stripTrailing() + "…";
    }
}
