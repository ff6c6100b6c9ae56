package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often in a year (횟수 환산): 월 1회(연12회), 분기별 1회(연4회). */
final class Frequencies {
    private static final Pattern OFTEN =
            Pattern.compile("(월|분기|분기별|반기|반기별)\\s?(\\d{1,2})회\\s?\\(\\s?연\\s?간?\\s?(\\d{1,3})회\\s?\\)");

    private Frequencies() {}

    static List<Relation> of(Passage passage) {
        List<Relation> found = new ArrayList<>();
        Matcher matcher = OFTEN.matcher(passage.text());
        while (matcher.find()) {
            int times = matcher.group(1).startsWith("월") ? 12 : matcher.group(1).startsWith("분기") ? 4 : 2;
            Amount each = amount(passage, matcher, 2);
            Amount year = amount(passage, matcher, 3);
            found.add(new Product(
                    matcher.group(1) + " " + each.printed() + "회를 한 해로",
                    year,
                    List.of(each),
                    BigDecimal.valueOf(times)));
        }
        return found;
    }

    private static Amount amount(Passage passage, Matcher matcher, int group) {
        return Numerals.in(matcher.group(group) + "회", passage.line(), passage.offset() + matcher.start(group))
                .getFirst();
    }
}
