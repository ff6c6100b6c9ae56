package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many kinds a list names (종수): 3종 45개(가 20, 나 15, 다 10); and the teams of an organization chart, ( 5 )개팀. */
final class Kinds {
    private static final Pattern LISTED = Pattern.compile(
            "(?<![\\d,.])(\\d{1,3})(종|가지|개\\s?분야|개\\s?부문|개\\s?사업)[\\s,/]{0,3}([\\d,]+)([가-힣]{1,3})\\s?([\\(\\[])");
    private static final Pattern TEAMS = Pattern.compile("\\(?\\s*(\\d{1,2})\\s*\\)?\\s*개\\s*팀\\s*$");

    private Kinds() {}

    static List<Relation> of(Passage passage) {
        List<Relation> found = new ArrayList<>();
        String text = passage.text();
        Matcher matcher = LISTED.matcher(text);
        while (matcher.find()) {
            int open = matcher.start(5);
            int close = Brackets.close(text, open);
            Amount whole = Numerals.in(
                            matcher.group(3) + matcher.group(4), passage.line(), passage.offset() + matcher.start(3))
                    .getFirst();
            Optional<Relation> sum =
                    close < 0 ? Optional.empty() : Breakdowns.parts(whole, text, open + 1, close, passage, false);
            if (sum.isPresent() && sum.get().holds() && !rest(text.substring(open, close))) {
                int count = sum.get().inputs().size();
                Amount kinds = Numerals.in(matcher.group(1), passage.line(), passage.offset() + matcher.start(1))
                        .getFirst();
                found.add(new Product("괄호 안 종류를 세어", kinds, List.of(), BigDecimal.valueOf(count)));
            }
        }
        return found;
    }

    private static boolean rest(String list) {
        return list.contains("기타") || list.contains("그 외") || list.contains("나머지");
    }

    static List<Relation> teams(List<Passage> lines) {
        List<Relation> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = TEAMS.matcher(lines.get(i).text());
            if (lines.get(i).cell() || !matcher.find()) {
                continue;
            }
            int next = i + 1;
            while (next < lines.size() && lines.get(next).text().isBlank()) {
                next++;
            }
            int count = next < lines.size() ? teams(lines.get(next).text()) : 0;
            Passage head = lines.get(i);
            Amount printed = Numerals.in(matcher.group(1), head.line(), head.offset() + matcher.start(1))
                    .getFirst();
            if (count >= 2
                    && printed.value().subtract(BigDecimal.valueOf(count)).abs().compareTo(BigDecimal.TWO) <= 0) {
                found.add(new Product("아래 적힌 팀을 세어", printed, List.of(), BigDecimal.valueOf(count)));
            }
        }
        return found;
    }

    /** Teams on a line that names nothing else, spaced letters or not: 언 론 팀 홍보기획팀. */
    private static int teams(String line) {
        String text = line.strip();
        if (!text.matches("[가-힣A-Za-z·\\s]+팀") || text.length() > 200) {
            return 0;
        }
        String joined = text.replaceAll("(?<![가-힣])([가-힣])\\s(?=[가-힣](\\s|$))", "$1");
        String[] words = joined.split("\\s+");
        for (String word : words) {
            if (!word.endsWith("팀")) {
                return 0;
            }
        }
        return words.length;
    }
}
