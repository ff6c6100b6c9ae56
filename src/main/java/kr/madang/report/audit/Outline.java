package kr.madang.report.audit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks of an official outline (□ ○ - · 1. 가.): which line or row lies inside which. */
final class Outline {
    private static final Pattern MARK = Pattern.compile(
            "^\\s*(□|■|◇|◆|▣|○|◦|●|ㅇ|o(?=\\s)|-|·|•|▪|∘|※|\\*|└|ㄴ|[①-⑳]|\\d{1,2}\\.(?!\\d)|\\d{1,2}\\)|\\(\\d{1,2}\\)|[가-하]\\.|[가-하]\\)|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\\.?|[IVX]{1,4}\\s?\\.)");

    private static final Pattern ASIDE = Pattern.compile("이중|그중|중에서|이가운데|포함|제외|별도|평균|누계|참고|전년|작년|전월|대비");
    private static final Pattern BRACKETED = Pattern.compile("\\(.*\\)|※.*|\\*.*|\\[.*\\]");

    private Outline() {}

    /** The kind of mark a heading starts with; numbers of one kind are alike. */
    static String mark(List<String> path) {
        if (path.isEmpty()) {
            return "";
        }
        String last = path.getLast();
        Matcher matcher = MARK.matcher(last);
        int indent = last.length() - last.stripLeading().length();
        return path.size() + "/" + indent + "/"
                + (matcher.find()
                        ? matcher.group(1).replaceAll("[\\d①-⑳]+", "1").replaceAll("[가-하]", "가")
                        : "");
    }

    /** A row that speaks about another one (이 중 여성, 평균, 비율) and is no part of the total. */
    static boolean aside(List<String> path) {
        String tight = Plain.tight(Grid.words(path));
        return ASIDE.matcher(tight).find() || BRACKETED.matcher(tight).matches();
    }

    /** Depth of a line of prose: small is outside, large is inside; 99 for a line without a mark. */
    static int depth(String line) {
        Matcher matcher = MARK.matcher(line);
        if (!matcher.find()) {
            return 99;
        }
        int indent = Math.min(9, line.length() - line.stripLeading().length());
        int base =
                switch (matcher.group(1).charAt(0)) {
                    case '□', '■', '◇', '◆', '▣' -> 20;
                    case '○', '◦', '●', 'ㅇ', 'o', '∘' -> 30;
                    case '-', 'ㄴ', '└' -> 40;
                    case '·', '•', '▪' -> 50;
                    case '※', '*' -> 60;
                    default -> 10;
                };
        return base + indent;
    }

    /** The words of a line after its mark. */
    static String body(String line) {
        Matcher matcher = MARK.matcher(line);
        return matcher.find() ? line.substring(matcher.end()).strip() : line.strip();
    }
}
