package kr.madang.kernel.search.korean;

import java.text.Normalizer;
import java.util.Locale;

/** Letters of Hangul (한글 자모): initials, syllables, and what was meant with the keyboard in the other language. */
public final class Hangul {
    static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String FINALS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    /** No word in the index is longer, and no index takes patterns of any length. */
    private static final int LONGEST = 30;

    private static final int FIRST = '가';
    private static final int LAST = '힣';
    private static final int PER_INITIAL = 588;
    private static final int PER_VOWEL = 28;

    private Hangul() {}

    /** As words stand in the index: composed, full-width letters narrow, small letters. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public static boolean isSyllable(int letter) {
        return letter >= FIRST && letter <= LAST;
    }

    /** A consonant typed by itself, as in ㅇㄷㅍ. */
    public static boolean isInitial(int letter) {
        return INITIALS.indexOf(letter) >= 0;
    }

    /** Whether a word has initials among its letters, which stand for all syllables that begin so. */
    public static boolean hasInitial(String word) {
        return word.chars().anyMatch(Hangul::isInitial);
    }

    /** The first letters of syllables, everything else as it is: 문래 → ㅁㄹ. */
    public static String initials(String word) {
        var initials = new StringBuilder(word.length());
        word.chars()
                .forEach(letter -> initials.append(
                        isSyllable(letter) ? INITIALS.charAt((letter - FIRST) / PER_INITIAL) : (char) letter));
        return initials.toString();
    }

    /** The pattern of all words that begin with what was typed, understood by Lucene, OpenSearch and Java alike. */
    public static String pattern(String typed) {
        var pattern = new StringBuilder();
        typed.codePoints().limit(LONGEST).forEach(letter -> {
            int initial = INITIALS.indexOf(letter);
            if (initial >= 0) pattern.append(range(initial, letter));
            else if (Character.isLetterOrDigit(letter)) pattern.appendCodePoint(letter);
        });
        return pattern.toString();
    }

    private static String range(int initial, int letter) {
        char from = (char) (FIRST + initial * PER_INITIAL);
        char to = (char) (from + PER_INITIAL - 1);
        return "[" + from + "-" + to + Character.toString(letter) + "]";
    }

    /** The letters one by one: 영 → ㅇㅕㅇ; how many of them differ tells how far two words are apart. */
    public static String letters(String text) {
        var letters = new StringBuilder();
        text.chars().forEach(letter -> {
            if (!isSyllable(letter)) {
                letters.append((char) letter);
                return;
            }
            int at = letter - FIRST;
            letters.append(INITIALS.charAt(at / PER_INITIAL)).append(VOWELS.charAt(at % PER_INITIAL / PER_VOWEL));
            if (at % PER_VOWEL != 0) letters.append(FINALS.charAt(at % PER_VOWEL));
        });
        return letters.toString();
    }

    /** @return 0 where there is no such syllable */
    static char syllable(char initial, char vowel, char last) {
        int i = INITIALS.indexOf(initial);
        int v = VOWELS.indexOf(vowel);
        int f = FINALS.indexOf(last);
        return i < 0 || v < 0 || f < 0 ? 0 : (char) (FIRST + i * PER_INITIAL + v * PER_VOWEL + f);
    }

    static boolean isVowel(int letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    static boolean isFinal(int letter) {
        return letter != 0 && FINALS.indexOf(letter) > 0;
    }

    /** How many letters must change to make one of the other; at most {@code most} + 1. */
    public static int distance(String one, String other, int most) {
        var a = letters(one);
        var b = letters(other);
        if (Math.abs(a.length() - b.length()) > most) return most + 1;
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return Math.min(row[b.length()], most + 1);
    }
}
