package kr.madang.notices.web.alerts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.wording.disaster.Grade;
import org.jspecify.annotations.Nullable;

/** Reads what pages of alerts ask for, and the words of their lists. */
public final class Asking {
    private Asking() {}

    /** @throws Refused when the address names none */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("notices.alert.missing");
        }
    }

    public static List<Option> grades() {
        return Arrays.stream(Grade.values())
                .map(g -> new Option(g.name(), Words.here(g.code())))
                .toList();
    }

    /** A closed list of CAP in words of the reader, with the word of the standard behind it. */
    public static List<Option> words(String list, CapWord... all) {
        return Arrays.stream(all)
                .map(w -> new Option(w.name(), said(list, w) + " (" + w.word() + ")"))
                .toList();
    }

    public static String said(String list, CapWord word) {
        return Words.here("notices.capword." + list + "." + word.word().toLowerCase(java.util.Locale.ROOT));
    }

    public static List<Option> stages() {
        return Arrays.stream(Alert.Stage.values())
                .map(s -> new Option(s.word(), Words.here(s.code())))
                .toList();
    }

    public static String tone(Alert.Stage stage) {
        return switch (stage) {
            case DRAFT, DROPPED, CLOSED -> "neutral";
            case RETURNED, HELD -> "danger";
            case APPROVAL -> "warning";
            case OUT -> "success";
        };
    }

    public static String tone(Grade grade) {
        return switch (grade) {
            case CRITICAL -> "danger";
            case URGENT -> "warning";
            case ADVISORY -> "info";
        };
    }

    public static String when(@Nullable Instant at) {
        return at == null ? "" : new Moment(at, "", "", "").when();
    }
}
