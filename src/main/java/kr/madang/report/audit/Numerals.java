package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers out of a line (수 읽기): commas, △, units, 천·만·억, and the words that make a number vague. */
final class Numerals {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?");
    private static final Pattern SCALE = Pattern.compile(
            "\\G(천억|백억|십억|조|억|천만|백만|십만|만|천|백)\\s?(?=원|명|부|건|개|대|회|권|장|매|㎡|톤|인|송이|그루|주|달러|$|\\s*[),]|[ \\d])");
    private static final Pattern MORE = Pattern.compile("\\G\\s?(\\d{1,3}(?:,\\d{3})+|\\d+)(억|천만|백만|만|천)\\s?");
    private static final Pattern TAIL = Pattern.compile("\\G\\s?(\\d{1,3}(?:,\\d{3})+|\\d+)(?=원|명|부|건|개)");
    private static final Pattern NOTHING = Pattern.compile("[-–—―ㅡ─·*]{1,3}|해당없음|없음");
    private static final Pattern LEADING = Pattern.compile("(?:총|계|약|₩|￦|\\\\|증|감)?\\s?[△▲▼▽+\\-]?\\s?\\d");
    private static final Pattern FOOTNOTE = Pattern.compile("[*※†]+|\\([^()]*\\)|\\[[^\\[\\]]*\\]|주\\d?\\)?|[¹²³]");
    private static final Pattern HUNDRED_MILLIONS = Pattern.compile("\\G\\s?[\\d,]+억");
    private static final List<String> UNITS = List.of(
                    "개소", "개월", "개국", "개년", "시간", "회선", "세대", "가구", "업체", "기관", "페이지", "필지", "송이", "그루", "마리", "세트",
                    "상자", "학급", "포기", "건", "명", "대", "회", "부", "종", "개", "식", "권", "곳", "점", "원", "면", "쪽", "매", "장",
                    "팀", "과", "반", "인", "편", "본", "주", "일", "월", "년", "시", "분", "초", "호", "차", "급", "층", "세", "위", "등",
                    "조", "항", "동", "톤", "평", "벌", "채", "척", "량", "석", "좌", "통", "병", "포", "교", "사", "문", "달러", "km",
                    "Km", "KM", "㎞", "㎡", "㎥", "kg", "㎏", "m", "%", "％", "p", "P", "GB", "TB", "MB")
            .stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private Numerals() {}

    /** Every number of a stretch of a line, from the left. */
    static List<Amount> in(String text, int line, int offset) {
        List<Amount> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            Amount amount = read(text, matcher, line, offset);
            found.add(amount);
            from = Math.max(matcher.end(), amount.end() - offset);
            if (from > text.length()) {
                break;
            }
        }
        return found;
    }

    private static Amount read(String text, Matcher matcher, int line, int offset) {
        int start = matcher.start();
        int end = matcher.end();
        String digits = matcher.group();
        BigDecimal number = new BigDecimal(digits.replace(",", ""));
        int decimals = number.scale();
        BigDecimal scale = BigDecimal.ONE;
        Matcher scaled = SCALE.matcher(text);
        if (scaled.find(end) && !shift(text, scaled)) {
            scale = worth(scaled.group(1));
            number = number.multiply(scale);
            end = scaled.end(1);
            Matcher more = MORE.matcher(text);
            while (worth(scaled.group(1)).compareTo(BigDecimal.ONE) > 0 && more.find(end)) {
                BigDecimal next = worth(more.group(2));
                if (next.compareTo(scale) >= 0) {
                    break;
                }
                number = number.add(new BigDecimal(more.group(1).replace(",", "")).multiply(next));
                scale = next;
                decimals = 0;
                end = more.end(2);
            }
            Matcher tail = TAIL.matcher(text);
            if (tail.find(end)) {
                number = number.add(new BigDecimal(tail.group(1).replace(",", "")));
                scale = BigDecimal.ONE;
                decimals = 0;
                end = tail.end();
            }
        }
        String unit = unit(text, end);
        int shownEnd =
                end > matcher.end() && scale.compareTo(worthAfter(text, matcher.end())) != 0 ? end : matcher.end();
        String sign = sign(text, start);
        boolean negative = !sign.isEmpty() && !sign.equals("+");
        return new Amount(
                new Spot(line, offset + start),
                offset + end + unit.length(),
                sign + text.substring(start, shownEnd),
                negative ? number.negate() : number,
                scale,
                decimals,
                unit.equals("％") ? "%" : unit.stripLeading(),
                vague(text, start, end + unit.length()));
    }

    private static BigDecimal worthAfter(String text, int end) {
        Matcher scaled = SCALE.matcher(text);
        return scaled.find(end) ? worth(scaled.group(1)) : BigDecimal.ONE;
    }

    /** 3조 2교대 speaks of shifts, not of trillions. */
    private static boolean shift(String text, Matcher scaled) {
        return scaled.group(1).equals("조")
                && !text.startsWith("원", scaled.end(1))
                && !HUNDRED_MILLIONS.matcher(text).find(scaled.end(1));
    }

    private static BigDecimal worth(String word) {
        return switch (word) {
            case "백" -> BigDecimal.valueOf(100);
            case "천" -> BigDecimal.valueOf(1_000);
            case "만" -> BigDecimal.valueOf(10_000);
            case "십만" -> BigDecimal.valueOf(100_000);
            case "백만" -> BigDecimal.valueOf(1_000_000);
            case "천만" -> BigDecimal.valueOf(10_000_000);
            case "억" -> BigDecimal.valueOf(100_000_000);
            case "십억" -> BigDecimal.valueOf(1_000_000_000L);
            case "백억" -> BigDecimal.valueOf(10_000_000_000L);
            case "천억" -> BigDecimal.valueOf(100_000_000_000L);
            case "조" -> BigDecimal.valueOf(1_000_000_000_000L);
            default -> BigDecimal.ONE;
        };
    }

    private static String unit(String text, int end) {
        for (String unit : UNITS) {
            if (text.startsWith(unit, end)) {
                return text.substring(end, end + unit.length());
            }
        }
        return "";
    }

    private static String sign(String text, int start) {
        int at = start - 1;
        if (at >= 0 && text.charAt(at) == ' ') {
            at--;
            if (at < 0 || "△▲▼▽".indexOf(text.charAt(at)) < 0) {
                return "";
            }
        }
        if (at < 0 || "△▲▼▽-+".indexOf(text.charAt(at)) < 0) {
            return "";
        }
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char sign = text.charAt(at);
        boolean plain = sign == '-' || sign == '+';
        return plain && (Character.isLetterOrDigit(before) || before == ')' || before == '.')
                ? ""
                : String.valueOf(sign);
    }

    private static boolean vague(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 3), start).stripTrailing();
        String after = text.substring(end, Math.min(text.length(), end + 4)).stripLeading();
        if (before.endsWith("약")
                || before.endsWith("~")
                || before.endsWith("제")
                || before.endsWith("'")
                || before.endsWith("’")) {
            return true;
        }
        return after.startsWith("여")
                || after.startsWith("~")
                || after.startsWith("이상")
                || after.startsWith("이하")
                || after.startsWith("이내")
                || after.startsWith("내외")
                || after.startsWith("미만")
                || after.startsWith("초과")
                || after.startsWith("남짓");
    }

    /** The number a table cell holds, a blank for an empty or dashed cell, or null when the cell is words. */
    static @Nullable Amount cell(String text, int line, int start) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || NOTHING.matcher(trimmed).matches()) {
            return new Amount(
                    new Spot(line, start),
                    start + text.length(),
                    trimmed,
                    BigDecimal.ZERO,
                    BigDecimal.ONE,
                    0,
                    "",
                    false);
        }
        if (trimmed.length() > 60 || !LEADING.matcher(trimmed).lookingAt()) {
            return null;
        }
        List<Amount> numbers = in(text, line, start);
        Amount first = numbers.getFirst();
        String rest =
                text.substring(Math.min(text.length(), first.end() - start)).strip();
        if (!rest.isEmpty() && !FOOTNOTE.matcher(rest).matches()) {
            return null;
        }
        return trimmed.startsWith("감") && first.value().signum() > 0 ? negated(first) : first;
    }

    private static Amount negated(Amount amount) {
        return new Amount(
                amount.spot(),
                amount.end(),
                "감 " + amount.printed(),
                amount.value().negate(),
                amount.scale(),
                amount.decimals(),
                amount.unit(),
                amount.vague());
    }
}
