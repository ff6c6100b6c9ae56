package kr.madang.notices.lines;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import kr.madang.notices.carriers.push.PushSettings;
import kr.madang.notices.carriers.table.TableSettings;

/**
 * What the contract of a line says (발송 연결 설정), as somebody typed it and as it is kept.
 *
 * @param values by the names of the kind's fields; secrets are not among them
 */
record Contract(LineKind kind, Map<String, String> values) {
    private static final int LONGEST = 500;
    private static final int LONGEST_PAIRS = 4_000;
    private static final int MOST = 100_000;
    private static final int MOST_SECONDS = 600;
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}](?:[\\p{Alnum}.:-]{0,251}[\\p{Alnum}])?");
    private static final Pattern MAIL =
            Pattern.compile("[\\p{Alnum}._+-]{1,64}@[\\p{Alnum}](?:[\\p{Alnum}.-]{0,189}[\\p{Alnum}])?");

    Contract {
        values = Map.copyOf(values);
    }

    /** @throws Refused invalid, with the field in its code, when something cannot stand where it does */
    static Contract read(LineKind kind, Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            if (field.secret()) continue;
            var value = typed.getOrDefault(field.name(), "").strip().replace("\r\n", "\n");
            if (value.isEmpty() && field.required()) throw wrong(field, "missing");
            if (!value.isEmpty()) check(field, value);
            values.put(field.name(), value);
        }
        var contract = new Contract(kind, values);
        contract.mustFit();
        return contract;
    }

    /** Names that are good each by itself must also make a table together. */
    private void mustFit() {
        if (kind != LineKind.TABLE) return;
        try {
            Openings.table(this, Map.of());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("notices.line.wrong.pairs", "columns");
        }
    }

    /** What is kept, or what is usual. */
    String text(String name) {
        var field = kind.fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
        var value = values.getOrDefault(name, "");
        return value.isEmpty() && !optional(field) ? field.usual() : value;
    }

    /** What may be left out on purpose. */
    private static boolean optional(Field field) {
        return field.type() == Field.Type.TEXT || field.type() == Field.Type.PAIRS;
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    boolean yes(String name) {
        return text(name).equals("yes");
    }

    Map<String, String> pairs(String name) {
        return pairs(text(name).lines().toList());
    }

    private static Map<String, String> pairs(List<String> lines) {
        var pairs = new LinkedHashMap<String, String>();
        for (var line : lines) {
            if (line.isBlank()) continue;
            int at = line.indexOf('=');
            if (at < 1) throw new IllegalArgumentException(line);
            pairs.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        }
        return pairs;
    }

    // ------------------------------------------------------------------ what may stand where

    private static void check(Field field, String value) {
        boolean several = field.type() == Field.Type.PAIRS;
        if (value.length() > (several ? LONGEST_PAIRS : LONGEST)) throw wrong(field, "long");
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && !(several && c == '\n')))
            throw wrong(field, "control");
        if (!fits(field, value)) throw wrong(field, field.type().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean fits(Field field, String value) {
        return switch (field.type()) {
            case TEXT, SECRET -> true;
            case HOST -> HOST.matcher(value).matches();
            case PORT -> between(value, 1, 65_535);
            case COUNT -> between(value, 1, MOST);
            case SECONDS -> between(value, 1, MOST_SECONDS);
            case CHOICE -> field.choices().contains(value);
            case WEB -> web(value);
            case MAIL -> MAIL.matcher(value).matches();
            case ANSWERER -> PushSettings.answers(value);
            case NAME -> TableSettings.name(value);
            case JDBC -> TableSettings.address(value);
            case FOLDER -> value.startsWith("/") && !value.contains("..");
            case PAIRS -> pairsFit(value);
        };
    }

    private static boolean between(String value, int least, int most) {
        return value.matches("\\d{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    private static boolean web(String value) {
        try {
            var address = URI.create(value);
            return List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Names of columns stand left or right of the sign; both go into statements only after the table carrier has looked at them too. */
    private static boolean pairsFit(String value) {
        try {
            return !pairs(value.lines().toList()).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Refused wrong(Field field, String how) {
        return Refused.invalid("notices.line.wrong." + how, field.name());
    }
}
