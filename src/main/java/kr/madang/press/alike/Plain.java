package kr.madang.press.alike;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as it is compared (비교용 글): one form of each character, letters and digits only, without what each outlet hangs on a text of its
 * own, such as bylines, addresses and the notice that copying is forbidden. Spaces go as well, because outlets space Korean differently.
 */
final class Plain {
    /** Longer texts are compared by their beginning; no article of a newspaper is. */
    private static final int MOST = 20_000;

    /** A longer line says something besides that copying is forbidden. */
    private static final int LONG_LINE = 120;

    private static final int SIGNATURE = 30;
    private static final int SHORTEST_QUOTE = 10;
    private static final int LONGEST_QUOTE = 600;

    private static final Pattern TAIL = Pattern.compile(
            "무단\\s?전재|무단\\s?복제|재배포\\s?금지|저작권자|copyright|all rights reserved|ⓒ|©|기사\\s?제보", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");
    /** {@code [영등포=김가나 기자]}, {@code (서울=뉴스) 김가나 기자 =}. */
    private static final Pattern HEAD = Pattern.compile(
            "^\\s*(?:[\\[(【<][^\\])】>]{1,40}[\\])】>]\\s*)?(?:[가-힣]{2,4}\\s{0,2}(?:기자|특파원|리포터)\\s*[=:]?)?\\s*");

    private static final Pattern SIGNED =
            Pattern.compile("(?:^|\\s)[가-힣]{2,4}\\s{0,2}(?:선임|수습|인턴|객원|시민)?\\s?(?:기자|특파원|리포터)\\s*[=:]?\\s*$");
    private static final Pattern BRACKETED_HEAD = Pattern.compile("^\\s*[\\[(【<][^\\])】>]{0,40}(?:기자|=|특파원)");

    private Plain() {}

    static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    /** Lines that belong to the story. */
    static String story(String text) {
        return cut(text)
                .lines()
                .map(line ->
                        line.indexOf('@') < 0 ? line : ADDRESS.matcher(line).replaceAll(" "))
                .filter(line -> line.length() > LONG_LINE || !TAIL.matcher(line).find())
                .map(Plain::unsigned)
                .collect(Collectors.joining("\n"));
    }

    private static String unsigned(String line) {
        var headless =
                BRACKETED_HEAD.matcher(line).lookingAt() ? HEAD.matcher(line).replaceFirst("") : line;
        // a name at the end of a line stands in its last few letters
        int end = Math.max(0, headless.length() - SIGNATURE);
        return headless.substring(0, end)
                + SIGNED.matcher(headless.substring(end)).replaceFirst("");
    }

    /** Letters and digits in one form. */
    static String letters(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) out.append(c);
        }
        return out.toString();
    }

    /** What somebody is quoted with (직접 인용), as letters; short ones say nothing and are left out. */
    static List<String> quotes(String text) {
        var found = new ArrayList<String>();
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean straight = c == '"' || c == '＂';
            if (open >= 0 && (straight || c == '”' || c == '〞')) {
                var quote = i - open > LONGEST_QUOTE ? "" : letters(text.substring(open + 1, i));
                if (quote.length() >= SHORTEST_QUOTE) found.add(quote);
                open = -1;
            } else if (straight || c == '“' || c == '〝') open = i;
            else if (c == '\n') open = -1;
        }
        return found;
    }
}
