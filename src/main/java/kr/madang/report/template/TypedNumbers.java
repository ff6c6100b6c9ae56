package kr.madang.report.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds numbers somebody typed where a figure belongs (손으로 적은 숫자): counts with their unit and sums with thousands. Days, years,
 * ordinals, articles of law, how often something is planned and what is meant at least or at most are words, not figures.
 */
public final class TypedNumbers {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9.,:×~∼-])(?<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)"
                    + "(?<unit> ?(?:건|명|회선|회|부(?!터|서|문|속)|대(?!상|림|회|책|비)|개소|개(?!월|년|조|편|정)|종|식|업체|천원|백만원|억원|원|㎞|[Kk]m|㎡|%|시간))?");
    private static final Pattern MEANT_BEFORE = Pattern.compile("(?:제|월|연|년|주|분기|분기별|반기|매일|매주|매월|’|'|약|최대|최소) ?$");
    private static final Pattern MEANT_AFTER = Pattern.compile("^ ?(?:이상|이내|이하|내외|여|미만|초과|씩|까지|정도)");

    /** A number as typed, with where it stands. */
    public record Typed(int line, int column, String text, BigDecimal value) {}

    private TypedNumbers() {}

    public static List<Typed> in(Template template) {
        var found = new ArrayList<Typed>();
        template.pieces().forEach(piece -> {
            if (piece instanceof Piece.Words words) find(words, found);
        });
        return List.copyOf(found);
    }

    private static void find(Piece.Words words, List<Typed> found) {
        var text = words.value();
        var number = NUMBER.matcher(text);
        while (number.find()) {
            boolean counted =
                    number.group("unit") != null || number.group("number").contains(",");
            if (!counted || isMeant(text, number.start(), number.end())) continue;
            var digits = number.group("number").replace(",", "");
            if (digits.length() <= 15)
                found.add(new Typed(
                        words.line(), words.column() + number.start(), number.group(), new BigDecimal(digits)));
        }
    }

    private static boolean isMeant(String text, int start, int end) {
        var before = text.substring(Math.max(0, start - 6), start);
        return MEANT_BEFORE.matcher(before).find()
                || MEANT_AFTER.matcher(text.substring(end)).find();
    }
}
