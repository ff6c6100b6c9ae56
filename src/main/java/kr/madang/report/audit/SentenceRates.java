package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A share told in a sentence (문장 속 비율): 1,250건 중 1,100건 처리(88.0%). */
final class SentenceRates {
    private static final Pattern AMONG = Pattern.compile(
            "(?<!\\d)([\\d,]+)\\s?(건|명|개소|대|회|부|종|개|곳|원|천원|백만원|가구|세대|팀|업체)\\s?(?:중|가운데)(?:에서)?\\s?([\\d,]+)\\s?\\2[^\\d()%,]{0,14}\\(\\s?(?:[가-힣]{0,6}[률율]\\s?:?\\s?)?([\\d.]+)\\s?%\\s?\\)");

    private SentenceRates() {}

    static List<Relation> of(Passage passage) {
        List<Relation> found = new ArrayList<>();
        Matcher matcher = AMONG.matcher(passage.text());
        while (matcher.find()) {
            List<Amount> three = new ArrayList<>();
            for (int group : new int[] {1, 3, 4}) {
                three.addAll(
                        Numerals.in(matcher.group(group), passage.line(), passage.offset() + matcher.start(group)));
            }
            if (three.size() == 3) {
                found.add(new Rate("괄호 안 비율", three.get(2), three.get(1), three.get(0), false));
            }
        }
        return found;
    }
}
