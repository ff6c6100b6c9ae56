package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a made-up report whose numbers that can be checked are marked, to be read without marks or with one of them changed. */
abstract class MarkedLines {
    private static final Pattern MARK = Pattern.compile("⟦([^⟧]*)⟧");
    private static final String[] WORDS = {
        "언론 홍보", "소식지 발간", "방송 운영", "홈페이지 관리", "정보화 교육", "통신망 운영", "관제센터", "사무기기 보급", "보안 점검", "기록 관리"
    };

    final Random random;
    private final boolean flat;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> sections = new ArrayList<>();
    private int section;

    MarkedLines(long seed, boolean flat) {
        this.random = new Random(seed);
        this.flat = flat;
    }

    List<String> lines() {
        return lines.stream().map(line -> MARK.matcher(line).replaceAll("$1")).toList();
    }

    int marks() {
        return (int)
                lines.stream().flatMap(line -> MARK.matcher(line).results()).count();
    }

    record Mutation(List<String> lines, int line, String was, String is, int sectionFrom, int sectionTo) {}

    /** The report with one digit of the nth mark changed. */
    Mutation mutated(int nth, Random dice) {
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = MARK.matcher(lines.get(i));
            while (matcher.find()) {
                if (seen++ == nth) {
                    String was = matcher.group(1);
                    String is = changed(was, dice);
                    String line = lines.get(i).substring(0, matcher.start())
                            + is
                            + lines.get(i).substring(matcher.end());
                    List<String> all = new ArrayList<>(lines());
                    all.set(i, MARK.matcher(line).replaceAll("$1"));
                    return new Mutation(
                            all,
                            i + 1,
                            was,
                            is,
                            sections.indexOf(sections.get(i)) + 1,
                            sections.lastIndexOf(sections.get(i)) + 1);
                }
            }
        }
        throw new IllegalArgumentException("no such mark");
    }

    static String changed(String number, Random dice) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                digits.add(i);
            }
        }
        int at = digits.get(dice.nextInt(digits.size()));
        char old = number.charAt(at);
        char now = old;
        while (now == old || now == '0' && at == digits.getFirst()) {
            now = (char) ('0' + dice.nextInt(10));
        }
        return number.substring(0, at) + now + number.substring(at + 1);
    }

    void add(String line) {
        lines.add(line);
        sections.add(section);
    }

    void heading(String title) {
        section++;
        add("");
        add(section + " " + title);
        add("");
    }

    void row(Object... cells) {
        add(String.join(
                flat ? " " : "\t",
                java.util.Arrays.stream(cells).map(String::valueOf).toList()));
    }

    static String n(long value) {
        return "⟦" + plain(value) + "⟧";
    }

    static String plain(long value) {
        return (value < 0 ? "△" : "") + String.format(Locale.ROOT, "%,d", Math.abs(value));
    }

    static String rate(long part, long base) {
        return "⟦"
                + Rate.rounded(BigDecimal.valueOf(part), BigDecimal.valueOf(base), 1)
                        .toPlainString() + "⟧";
    }

    long between(int low, int high) {
        return low + random.nextInt(high - low);
    }

    String word(int i) {
        return WORDS[i % WORDS.length];
    }
}
