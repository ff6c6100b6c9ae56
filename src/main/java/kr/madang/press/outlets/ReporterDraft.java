package kr.madang.press.outlets;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;

/** What somebody writes of a reporter. */
public record ReporterDraft(String name, UUID outlet, String title, List<String> beats, String note, Contact contact) {
    private static final int NAME = 40;
    private static final int TITLE = 40;
    private static final int BEAT = 30;
    private static final int BEATS = 20;
    private static final int NOTE = 500;

    public ReporterDraft {
        name = name.strip();
        title = title.strip();
        note = note.strip();
        beats = beats.stream()
                .map(String::strip)
                .filter(b -> !b.isEmpty())
                .distinct()
                .toList();
    }

    /** Beats as people type them, between commas. */
    public static List<String> beats(String typed) {
        return Arrays.stream(typed.split("[,;/\\n]"))
                .map(String::strip)
                .filter(b -> !b.isEmpty())
                .toList();
    }

    void check() {
        if (name.isEmpty() || name.length() > NAME || isBroken(name))
            throw Refused.invalid("press.reporter.name", NAME);
        if (title.length() > TITLE || isBroken(title)) throw Refused.invalid("press.reporter.title", TITLE);
        if (beats.size() > BEATS || beats.stream().anyMatch(b -> b.length() > BEAT || isBroken(b)))
            throw Refused.invalid("press.reporter.beats", BEATS, BEAT);
        if (note.length() > NOTE || note.indexOf('\0') >= 0) throw Refused.invalid("press.reporter.note", NOTE);
    }

    private static boolean isBroken(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
