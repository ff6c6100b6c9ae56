package kr.madang.kernel.search.korean;

/** What was meant when somebody typed Korean with the keyboard set to English (한영 전환): {@code dudemdvh} is 영등포. */
public final class Keyboard {
    private static final String KEYS = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
    private static final String LETTERS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
    private static final String[] VOWELS = {"ㅗㅏㅘ", "ㅗㅐㅙ", "ㅗㅣㅚ", "ㅜㅓㅝ", "ㅜㅔㅞ", "ㅜㅣㅟ", "ㅡㅣㅢ"};
    private static final String[] FINALS = {"ㄱㅅㄳ", "ㄴㅈㄵ", "ㄴㅎㄶ", "ㄹㄱㄺ", "ㄹㅁㄻ", "ㄹㅂㄼ", "ㄹㅅㄽ", "ㄹㅌㄾ", "ㄹㅍㄿ", "ㄹㅎㅀ", "ㅂㅅㅄ"
    };

    private final String letters;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Keyboard(String letters) {
        this.letters = letters;
    }

    /** @return empty when it makes no whole Korean words */
    public static String korean(String typed) {
        var letters = new StringBuilder();
        for (char key : typed.toCharArray()) {
            int known = KEYS.indexOf(key);
            if (known < 0) known = KEYS.indexOf(Character.toLowerCase(key));
            letters.append(known < 0 ? key : LETTERS.charAt(known));
        }
        var words = new Keyboard(letters.toString()).compose();
        boolean whole = words.chars().allMatch(c -> Hangul.isSyllable(c) || c == ' ' || Character.isDigit(c));
        return whole && !words.equals(typed) && words.chars().anyMatch(Hangul::isSyllable) ? words : "";
    }

    private String compose() {
        while (at < letters.length()) {
            char initial = letters.charAt(at);
            if (Hangul.isInitial(initial) && Hangul.isVowel(peek(1))) syllable(initial);
            else {
                out.append(initial);
                at++;
            }
        }
        return out.toString();
    }

    private void syllable(char initial) {
        at++;
        char vowel = letters.charAt(at++);
        char both = pair(VOWELS, vowel, peek(0));
        if (both != 0) {
            vowel = both;
            at++;
        }
        out.append(Hangul.syllable(initial, vowel, last()));
    }

    /** A consonant before a vowel begins the next syllable. */
    private char last() {
        char one = peek(0);
        if (!Hangul.isFinal(one) || Hangul.isVowel(peek(1))) return 0;
        at++;
        char both = pair(FINALS, one, peek(0));
        if (both == 0 || Hangul.isVowel(peek(1))) return one;
        at++;
        return both;
    }

    private char peek(int ahead) {
        return at + ahead < letters.length() ? letters.charAt(at + ahead) : 0;
    }

    private static char pair(String[] known, char one, char two) {
        for (var pair : known) if (pair.charAt(0) == one && pair.charAt(1) == two) return pair.charAt(2);
        return 0;
    }
}
