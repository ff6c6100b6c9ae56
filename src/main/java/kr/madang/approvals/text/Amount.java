package kr.madang.approvals.text;

import java.util.OptionalLong;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;

/**
 * Money as an official paper writes it (금액 표기): in figures and, against forgery, once more in Hangul, {@code
 * 금113,560원(금일십일만삼천오백육십원)}.
 */
public final class Amount {
    /** The highest amount that has a reading here: 10¹⁶, 일경. */
    public static final long MOST = 10_000_000_000_000_000L;

    private static final String DIGITS = "영일이삼사오육칠팔구";
    private static final String SMALL = "천백십";
    private static final String LARGE = "경조억만";
    private static final long MYRIAD = 10_000;

    private Amount() {}

    /** {@code 금113,560원(금일십일만삼천오백육십원)}. */
    public static String text(long won) {
        return "금" + Korean.number(won) + "원(금" + hangul(won) + "원)";
    }

    /**
     * {@code 일십일만삼천오백육십}; every 일 is written, 0 is 영.
     *
     * @throws Refused below 0 or above {@link #MOST}
     */
    public static String hangul(long won) {
        if (won < 0 || won > MOST) throw Refused.invalid("approvals.amount.range");
        if (won == 0) return "영";
        var words = new StringBuilder();
        long unit = MYRIAD * MYRIAD * MYRIAD * MYRIAD;
        for (int i = 0; i <= LARGE.length(); i++, unit /= MYRIAD) {
            int group = (int) (won / unit % MYRIAD);
            if (group == 0) continue;
            group(group, words);
            if (i < LARGE.length()) words.append(LARGE.charAt(i));
        }
        return words.toString();
    }

    private static void group(int group, StringBuilder words) {
        int unit = 1_000;
        for (int i = 0; i <= SMALL.length(); i++, unit /= 10) {
            int digit = group / unit % 10;
            if (digit == 0) continue;
            words.append(DIGITS.charAt(digit));
            if (i < SMALL.length()) words.append(SMALL.charAt(i));
        }
    }

    /** What a Hangul reading says, also with 일 left out and blanks between; empty when it says no number up to {@link #MOST}. */
    public static OptionalLong read(String hangul) {
        var rest = hangul.replaceAll("[ \\u3000]", "");
        if (rest.equals("영")) return OptionalLong.of(0);
        if (rest.isEmpty()) return OptionalLong.empty();
        long total = 0;
        long unit = MYRIAD * MYRIAD * MYRIAD * MYRIAD;
        for (int i = 0; i < LARGE.length(); i++, unit /= MYRIAD) {
            int at = rest.indexOf(LARGE.charAt(i));
            if (at < 0) continue;
            long group = at == 0 ? 1 : readGroup(rest.substring(0, at));
            if (group < 1 || group > (MOST - total) / unit) return OptionalLong.empty();
            total += group * unit;
            rest = rest.substring(at + 1);
        }
        long group = rest.isEmpty() ? 0 : readGroup(rest);
        return group < 0 || total + group > MOST ? OptionalLong.empty() : OptionalLong.of(total + group);
    }

    /** @return 1 to 9999, or -1 */
    private static long readGroup(String words) {
        var rest = words;
        long value = 0;
        long unit = 1_000;
        for (int i = 0; i < SMALL.length(); i++, unit /= 10) {
            int at = rest.indexOf(SMALL.charAt(i));
            if (at < 0) continue;
            int digit = at == 0 ? 1 : digit(rest.substring(0, at));
            if (digit < 0) return -1;
            value += digit * unit;
            rest = rest.substring(at + 1);
        }
        if (rest.isEmpty()) return value;
        int digit = digit(rest);
        return digit < 0 ? -1 : value + digit;
    }

    private static int digit(String word) {
        return word.length() == 1 && DIGITS.indexOf(word.charAt(0)) > 0 ? DIGITS.indexOf(word.charAt(0)) : -1;
    }
}
