package kr.madang.notices.lines;

import java.util.List;
import java.util.Set;

/**
 * One thing a contract says (설정 항목).
 *
 * @param usual what is taken when nothing is typed; empty when nothing is usual
 * @param choices the only values there are; empty when it is free
 */
public record Field(String name, Type type, String usual, boolean required, List<String> choices) {
    private static final Set<String> HINTED =
            Set.of("log", "columns", "constants", "bounce", "maildir", "unsubscribe", "subject", "kept");

    /** What may stand in it. */
    public enum Type {
        TEXT,
        HOST,
        PORT,
        COUNT,
        SECONDS,
        CHOICE,
        WEB,
        MAIL,
        /** {@code mailto:} or web address of who answers for the messages. */
        ANSWERER,
        /** Name of a table. */
        NAME,
        JDBC,
        FOLDER,
        /** Lines of {@code name=value}. */
        PAIRS,
        /** Sealed when kept, and never shown again. */
        SECRET
    }

    public Field {
        choices = List.copyOf(choices);
    }

    static Field of(String name, Type type, String usual) {
        return new Field(name, type, usual, false, List.of());
    }

    static Field needed(String name, Type type) {
        return new Field(name, type, "", true, List.of());
    }

    static Field choice(String name, String... values) {
        return new Field(name, Type.CHOICE, values[0], false, List.of(values));
    }

    static Field secret(String name) {
        return new Field(name, Type.SECRET, "", false, List.of());
    }

    /** Whether its label alone does not say what to type. */
    public boolean hinted() {
        return HINTED.contains(name);
    }

    public boolean secret() {
        return type == Type.SECRET;
    }

    /** Message key of its label; every kind of line has words of its own. */
    public String code(LineKind kind) {
        return "notices.line.field." + kind.word() + "." + name;
    }

    /** Message key of one of its choices. */
    public String choice(LineKind kind, String value) {
        return code(kind) + "." + value;
    }
}
