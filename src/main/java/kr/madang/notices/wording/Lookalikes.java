package kr.madang.notices.wording;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to write instead of a character phones do not know (대신 쓸 글자), where one is plain. */
final class Lookalikes {
    /** Longer piles of accents are nobody's spelling, and ordering them takes long. */
    private static final int PILE = 32;

    /** The sign phones do not know, and behind it what to write. */
    static final Map<Integer, String> SAME = table("""
            ‐- ‑- ‒- –- —― −- ⁃- ﹘- ﹣-
            ‚' ‛' „" ‟" ‹〈 ›〉 «《 »》
            •· ‧· ∙· ⋅· ・· ⦁· ▪■ ◾■ ◼■ ◽□ ◻□ ◦○ ⚪○ ⚫● 〇○
            ⋯… ‖∥ ⁄/ ∕/ ¦| ₩￦ ©(C) ℗(P)
            ✓V ✔V ✕× ✖× ❌X ⭕○ ➕+ ➖- ❗! ❓? ‼!! ⁉!?
            ❤♥ ➜→ ➔→ ➡→ ⬅← ⬆↑ ⬇↓ ✆☎ 📞☎ ⭐★ 🌟★ ✩☆ ✭★
            """);

    private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String CODAS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private Lookalikes() {}

    private static Map<Integer, String> table(String pairs) {
        var table = new HashMap<Integer, String>();
        for (var pair : pairs.strip().split("\\s+")) {
            int c = pair.codePointAt(0);
            table.put(c, pair.substring(Character.charCount(c)));
        }
        return Map.copyOf(table);
    }

    /** @return null when only the writer can know; empty when it is best left out */
    static @Nullable String of(String cluster, Repertoire repertoire) {
        if (cluster.length() > PILE) return null;
        var control = control(cluster);
        if (control != null) return control;
        var bare = without(cluster);
        if (shown(bare, repertoire)) return bare;
        var whole = Normalizer.normalize(bare, Form.NFC);
        if (shown(whole, repertoire)) return whole;
        var same = each(whole);
        if (shown(same, repertoire)) return same;
        var spelled = letters(Normalizer.normalize(whole, Form.NFKC));
        if (shown(spelled, repertoire)) return spelled;
        return latin(whole, repertoire);
    }

    private static @Nullable String control(String cluster) {
        int c = cluster.codePointAt(0);
        if (c == '\t') return " ";
        if (c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) return "\n";
        return Character.isISOControl(c) ? "" : null;
    }

    private static boolean shown(String text, Repertoire repertoire) {
        return repertoire.knows(text);
    }

    private static String without(String cluster) {
        var out = new StringBuilder();
        cluster.codePoints().filter(c -> !invisible(c) && c != 0x20E3).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Has no picture of its own: zero width, direction, variation; half of a character counts too, for nobody sees it. */
    static boolean invisible(int c) {
        boolean filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x034F;
        boolean variation = c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
        int type = Character.getType(c);
        return filler || variation || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static String each(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= '⑯' && c <= '⑳') out.append('(').append(c - '①' + 1).append(')');
            else if (Character.getType(c) == Character.SPACE_SEPARATOR) out.append(' ');
            else out.append(SAME.getOrDefault(c, Character.toString(c)));
        });
        return out.toString();
    }

    /** Lone letters of Hangul as phones know them. */
    private static String letters(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= 0x1100 && c <= 0x1112) out.append(ONSETS.charAt(c - 0x1100));
            else if (c >= 0x1161 && c <= 0x1175) out.append((char) ('ㅏ' + c - 0x1161));
            else if (c >= 0x11A8 && c <= 0x11C2) out.append(CODAS.charAt(c - 0x11A8));
            else out.appendCodePoint(c);
        });
        return out.toString();
    }

    /** é is e without its accent; other scripts change their meaning. */
    private static @Nullable String latin(String text, Repertoire repertoire) {
        if (Character.UnicodeScript.of(text.codePointAt(0)) != Character.UnicodeScript.LATIN) return null;
        var bare = Normalizer.normalize(text, Form.NFKD).replaceAll("\\p{M}+", "");
        return !bare.isEmpty() && shown(bare, repertoire) ? bare : null;
    }

    static boolean syllable(String cluster) {
        if (cluster.length() > PILE) return false;
        return letters(Normalizer.normalize(without(cluster), Form.NFC))
                .codePoints()
                .allMatch(c -> c >= '가' && c <= '힣' || c >= 'ㄱ' && c <= 'ㅣ');
    }
}
