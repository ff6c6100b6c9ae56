package kr.madang.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one line of words: {@code **strong**}, {@code {bound numbers}}, and {@code \} before a sign that is meant as itself. */
final class InlineReader {
    private static final Pattern DECIMALS = Pattern.compile("소수 ?([0-6])");
    private static final Pattern UNIT = Pattern.compile("단위 ?(\\S+)");

    private final String text;
    private final int line;
    private final int column;
    private final Problems problems;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int wordsAt;
    private boolean strong;

    private InlineReader(String text, int line, int column, Problems problems) {
        this.text = text;
        this.line = line;
        this.column = column;
        this.problems = problems;
        this.wordsAt = column;
    }

    static List<Piece> read(String text, int line, int column, Problems problems) {
        return new InlineReader(text, line, column, problems).all();
    }

    private List<Piece> all() {
        int i = 0;
        while (i < text.length()) i = step(i);
        flush(text.length());
        if (strong) problems.error(line, column, "strong");
        return List.copyOf(pieces);
    }

    private int step(int i) {
        char c = text.charAt(i);
        if (c == '\\' && i + 1 < text.length()) {
            words.append(text.charAt(i + 1));
            return i + 2;
        }
        if (c == '*' && text.startsWith("**", i)) {
            flush(i + 2);
            strong = !strong;
            return i + 2;
        }
        if (c == '{') return bound(i);
        if (c == '}') problems.error(line, column + i, "brace.stray");
        words.append(c);
        return i + 1;
    }

    private int bound(int open) {
        int close = Braces.close(text, open);
        if (close < 0) {
            problems.error(line, column + open, "brace");
            words.append(text, open, text.length());
            return text.length();
        }
        flush(close + 1);
        try {
            pieces.add(bound(text.substring(open + 1, close), column + open + 1));
        } catch (ExpressionReader.Unreadable e) {
            problems.error(line, column + open + 1 + e.at, e.code, e.args);
        }
        return close + 1;
    }

    private Piece.Bound bound(String inside, int at) throws ExpressionReader.Unreadable {
        int options = inside.indexOf(';');
        var format = options < 0
                ? Piece.Format.PLAIN
                : format(inside.substring(options + 1), line, at + options + 1, problems);
        var body = options < 0 ? inside : inside.substring(0, options);
        int equals = body.length() - body.stripLeading().length();
        var expr = body.stripLeading().startsWith("=")
                ? ExpressionReader.figures(body.substring(equals + 1), line, at + equals + 1)
                : ExpressionReader.term(body, line, at);
        return new Piece.Bound(expr, format, line, at);
    }

    /** {@code 단위 백만원; 소수 1; 없음 -; 음수 -} */
    static Piece.Format format(String text, int line, int column, Problems problems) {
        var format = Piece.Format.PLAIN;
        for (var part : text.split(";")) {
            var option = part.strip().replaceAll("\\s+", " ");
            var decimals = DECIMALS.matcher(option);
            var unit = UNIT.matcher(option);
            if (option.isEmpty()) continue;
            if (decimals.matches())
                format = new Piece.Format(
                        format.unit(), Integer.parseInt(decimals.group(1)), format.dash(), format.minus());
            else if (unit.matches() && Piece.won(unit.group(1)) != null)
                format = new Piece.Format(unit.group(1), format.decimals(), format.dash(), format.minus());
            else if (option.equals("없음 -"))
                format = new Piece.Format(format.unit(), format.decimals(), true, format.minus());
            else if (option.equals("음수 -"))
                format = new Piece.Format(format.unit(), format.decimals(), format.dash(), true);
            else problems.error(line, column, "option", option);
        }
        return format;
    }

    private void flush(int next) {
        if (!words.isEmpty()) pieces.add(new Piece.Words(words.toString(), strong, line, wordsAt));
        words.setLength(0);
        wordsAt = column + next;
    }
}
