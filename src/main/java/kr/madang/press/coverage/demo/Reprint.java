package kr.madang.press.coverage.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.seed.Draw;

/** What an outlet made of a story (받아쓴 기사): another headline, fewer sentences, its own ending, the quotation mostly kept. */
public record Reprint(String title, String lead, String reporter, Instant at) {
    private static final List<String> HEADS = List.of("", "", "", "[영등포] ", "[우리동네] ", "[포토] ", "[자치구 소식] ", "[현장] ");

    /** As local papers edit; the nearer to one a hardness is, the less of the text is left. */
    public static Reprint of(Told told, Draw draw, double hardness) {
        var at = told.at().plus(delay(draw));
        return new Reprint(title(told, draw), text(told, draw, hardness), draw.name() + " 기자", at);
    }

    private static Duration delay(Draw draw) {
        double roll = draw.between(0, 999) / 1000.0;
        // most within the day, a tail over a week
        return Duration.ofSeconds(
                180 + (long) (roll < 0.75 ? roll * 30_000 : 22_500 + Math.pow((roll - 0.75) * 4, 3) * 500_000));
    }

    private static String title(Told told, Draw draw) {
        var plain = told.title();
        var text =
                switch (draw.between(0, 7)) {
                    case 0, 1 -> plain;
                    case 2 -> plain.replace("영등포구, ", "영등포구 ");
                    case 3 -> plain.replace("영등포구, ", "") + "…영등포구";
                    case 4 -> plain.replace("영등포구, ", "영등포구청, ");
                    case 5 -> plain + " ‘눈길’";
                    case 6 -> plain.replace("‘", "").replace("’", "");
                    default -> plain.replace("영등포구, ", "서울 영등포구, ") + " 나서";
                };
        return draw.pick(HEADS) + text;
    }

    private static String text(Told told, Draw draw, double hardness) {
        var kept = new ArrayList<String>();
        var all = told.sentences();
        for (int i = 0; i < all.size(); i++)
            if (i == 0 || !draw.chance(hardness)) kept.add(edited(all.get(i), draw, hardness));
        if (kept.size() > 2 && draw.chance(hardness / 2)) kept.add(1, kept.removeLast());
        var text = String.join(" ", kept);
        if (told.quote().isEmpty() || draw.chance(hardness * 0.6)) return text;
        return text
                + (draw.chance(0.5) ? " 구청장은 “" : " 구 관계자는 \"")
                + told.quote()
                + (draw.chance(0.5) ? "”고 말했다." : "\"고 전했다.");
    }

    private static String edited(String sentence, Draw draw, double hardness) {
        var text = sentence;
        if (draw.chance(hardness)) text = text.replace("밝혔다", "전했다").replace("나선다고", "들어간다고");
        if (draw.chance(hardness)) text = text.replace("영등포구가", "서울 영등포구는").replace("구청 누리집", "홈페이지");
        if (draw.chance(hardness / 2)) text = text.replace("함께", "더불어").replace("한다", "할 예정이다");
        if (draw.chance(hardness / 3)) text = "한편, " + text;
        return text;
    }

    /** An article of the outlet's own: no release stands behind it. */
    public static Reprint own(Told told, Draw draw) {
        var reversed =
                new ArrayList<>(told.sentences().subList(1, told.sentences().size()));
        java.util.Collections.shuffle(reversed, new java.util.Random(draw.between(0, 1 << 20)));
        return new Reprint(
                told.title().replace("영등포구, ", ""), String.join(" ", reversed), draw.name() + " 기자", told.at());
    }
}
