package kr.madang.notices.wording;

import java.util.List;
import java.util.SplittableRandom;

/** Texts as people and enemies write them, from a seed. */
final class Texts {
    static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final List<String> BITS = List.of(
            "안녕하세요 ",
            "영등포구청",
            "똠방각하",
            "쀍",
            "A",
            "z9",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "“",
            "–",
            "—",
            "…",
            "①",
            "⑯",
            "é",
            "e\u0301",
            "\u1100\u1161",
            "\u1112\u119e\u11ab",
            "ㄱ",
            "ㆍ",
            "😀",
            FAMILY,
            "👍🏽",
            "🇰🇷",
            "1️⃣",
            "❤️",
            "☎",
            "\ud83d",
            "\udc00",
            "\u0000",
            "\u202e",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u00a0",
            "\u3000",
            "₩",
            "￦",
            "㎡",
            "㈜",
            "漢",
            "𠀀",
            "\ue000",
            "\uffff",
            "\u0301",
            "가\u0301",
            "ﬁ",
            "ﾊﾝ",
            "٣",
            "한",
            "ab cd",
            "(광고)",
            "#{",
            "}",
            "100%");

    private Texts() {}

    static String random(SplittableRandom random, int most) {
        int bits = random.nextInt(most + 1);
        var out = new StringBuilder();
        for (int i = 0; i < bits; i++) out.append(bit(random));
        return out.toString();
    }

    private static String bit(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf((char) random.nextInt(0x10000));
            case 1 -> Character.toString(0x10000 + random.nextInt(0x100000));
            case 2 -> String.valueOf((char) ('가' + random.nextInt(11_172)));
            default -> BITS.get(random.nextInt(BITS.size()));
        };
    }
}
