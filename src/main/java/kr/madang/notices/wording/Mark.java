package kr.madang.notices.wording;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place phones cannot show (표시할 수 없는 글자).
 *
 * @param from offset in the text
 * @param to behind it
 * @param place from 1, in code points of the text
 * @param line from 1
 * @param column from 1, in code points of the line
 * @param text what stands there, not longer than a reader wants to see
 * @param proposal what to write instead; empty to leave it out; null when only the writer can know
 */
public record Mark(
        int from,
        int to,
        int place,
        int line,
        int column,
        String text,
        Why why,
        @Nullable String proposal) {
    private static final int SEEN = 20;

    /** Why phones cannot show something (표시할 수 없는 까닭). */
    public enum Why {
        /** A syllable outside of KS X 1001 (완성형 밖의 글자). */
        SYLLABLE,
        /** A syllable in loose letters, as some computers store it (풀어 쓴 한글). */
        LOOSE,
        /** 옛한글. */
        OLD_HANGUL,
        EMOJI,
        HANJA,
        /** 제어 문자. */
        CONTROL,
        /** Takes no room at all: zero width, direction marks. */
        INVISIBLE,
        /** Half of a character (깨진 글자). */
        BROKEN,
        /** 사용자 정의 글자: another computer shows another sign. */
        PRIVATE,
        OTHER;

        public String code() {
            return "notices.mark." + name().toLowerCase(Locale.ROOT);
        }
    }

    static Mark of(String cluster, int from, Encoding.Place at, Repertoire repertoire) {
        return new Mark(
                from,
                from + cluster.length(),
                at.codePoint(),
                at.line(),
                at.column(),
                cluster.length() > SEEN ? cluster.substring(0, SEEN) + "…" : cluster,
                why(cluster),
                Lookalikes.of(cluster, repertoire));
    }

    private static Why why(String cluster) {
        if (cluster.codePoints().anyMatch(Mark::half)) return Why.BROKEN;
        int first = cluster.codePointAt(0);
        if (Character.isISOControl(first)) return Why.CONTROL;
        if (cluster.codePoints().allMatch(Lookalikes::invisible)) return Why.INVISIBLE;
        if (cluster.codePoints().anyMatch(Mark::emoji)) return Why.EMOJI;
        if (cluster.length() == 1 && first >= '가' && first <= '힣') return Why.SYLLABLE;
        if (cluster.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) return Why.PRIVATE;
        return switch (Character.UnicodeScript.of(first)) {
            case HANGUL -> Lookalikes.syllable(cluster) ? Why.LOOSE : Why.OLD_HANGUL;
            case HAN -> Why.HANJA;
            default -> Why.OTHER;
        };
    }

    private static boolean half(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean emoji(int c) {
        boolean flag = c >= 0x1F1E6 && c <= 0x1F1FF;
        boolean keycap = c == 0x20E3;
        return flag || keycap || c > 0xFF && (Character.isEmoji(c) || Character.isExtendedPictographic(c));
    }
}
