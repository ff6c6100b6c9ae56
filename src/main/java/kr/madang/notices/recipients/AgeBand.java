package kr.madang.notices.recipients;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How old a recipient is, as roughly as the office needs to know it (연령대). */
public enum AgeBand {
    TEENS(0, 19),
    TWENTIES(20, 29),
    THIRTIES(30, 39),
    FORTIES(40, 49),
    FIFTIES(50, 59),
    SIXTIES(60, 69),
    SEVENTIES(70, 150);

    private static final Pattern TYPED = Pattern.compile("(?:만\\s*)?(\\d{1,3})\\s*(?:대|세)?\\s*(?:이상|이하|미만)?");

    private final int from;
    private final int to;

    AgeBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    public String code() {
        return "notices.age." + name().toLowerCase(Locale.ROOT);
    }

    /** What is kept in the database. */
    int number() {
        return ordinal() + 1;
    }

    static Optional<AgeBand> ofNumber(int number) {
        return number < 1 || number > values().length ? Optional.empty() : Optional.of(values()[number - 1]);
    }

    /** Reads {@code 30대}, {@code 34}, {@code 만 34세}, {@code 70대 이상}. */
    public static Optional<AgeBand> find(String typed) {
        var found = TYPED.matcher(typed.strip());
        if (!found.matches()) return Optional.empty();
        int age = Integer.parseInt(found.group(1));
        return Arrays.stream(values())
                .filter(band -> age >= band.from && age <= band.to)
                .findFirst();
    }

    /** From the address or a form. */
    public static Optional<AgeBand> ofWord(String word) {
        return Arrays.stream(values()).filter(band -> band.name().equals(word)).findFirst();
    }
}
