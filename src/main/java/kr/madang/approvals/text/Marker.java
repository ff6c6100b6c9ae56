package kr.madang.approvals.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mark of an item (항목 기호) at the beginning of a line: 1. → 가. → 1) → 가) → (1) → (가) → ① → ㉮.
 *
 * @param level 1 to 8
 * @param ordinal from 1; after 하 come 거, 너, 더 …
 * @param from where the mark begins in its line
 * @param to behind the mark
 */
record Marker(int level, int ordinal, int from, int to) {
    static final int DEEPEST = 8;
    private static final String SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호";
    /** {@code 1. 2026년} and {@code 1. 3층} begin an item; {@code 11. 21.} is a day and {@code 3.5} a number. */
    private static final Pattern MARK = Pattern.compile(
            "[ \\t\\u3000\\u00a0]*(?:(\\d{1,2})\\.(?!\\d)(?!\\s+\\d{1,2}\\.)|([가-힣])\\.|(\\d{1,2})\\)|([가-힣])\\)|\\((\\d{1,2})\\)|\\(([가-힣])\\)"
                    + "|([①-⑳㉑-㉟])|([㉮-㉻]))");

    static Optional<Marker> of(Row row) {
        var found = MARK.matcher(row.text());
        if (!found.lookingAt()) return Optional.empty();
        for (int level = 1; level <= DEEPEST; level++) {
            var mark = found.group(level);
            if (mark == null) continue;
            int ordinal = ordinal(mark);
            if (ordinal < 1) return Optional.empty();
            return Optional.of(new Marker(level, ordinal, row.indent(), found.end()));
        }
        return Optional.empty();
    }

    private static int ordinal(String mark) {
        char c = mark.charAt(0);
        if (c >= '0' && c <= '9') return Integer.parseInt(mark);
        if (c >= '①' && c <= '⑳') return c - '①' + 1;
        if (c >= '㉑' && c <= '㉟') return c - '㉑' + 21;
        if (c >= '㉮' && c <= '㉻') return c - '㉮' + 1;
        return SYLLABLES.indexOf(c) + 1;
    }

    /** How the mark is written; empty where the level has no mark for so high an ordinal. */
    static String text(int level, int ordinal) {
        boolean syllable = level == 2 || level == 4 || level == 6;
        if (syllable && ordinal > SYLLABLES.length()) return "";
        var letter = syllable ? SYLLABLES.substring(ordinal - 1, ordinal) : String.valueOf(ordinal);
        return switch (level) {
            case 1, 2 -> letter + ".";
            case 3, 4 -> letter + ")";
            case 5, 6 -> "(" + letter + ")";
            case 7 ->
                ordinal > 35 ? "" : String.valueOf((char) (ordinal <= 20 ? '①' + ordinal - 1 : '㉑' + ordinal - 21));
            case 8 -> ordinal > 14 ? "" : String.valueOf((char) ('㉮' + ordinal - 1));
            default -> throw new IllegalArgumentException("level " + level);
        };
    }

    String text() {
        return text(level, ordinal);
    }

    /** 타: how far an item of this level stands from the left. */
    int indent() {
        return 2 * (level - 1);
    }
}
