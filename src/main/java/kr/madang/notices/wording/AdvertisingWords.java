package kr.madang.notices.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells when a message that is said not to be advertising talks like one (광고성 문구), also where letters are kept apart. */
final class AdvertisingWords {
    private static final List<String> STRONG = List.of(
            "특가", "최저가", "파격", "무료체험", "지금구매", "구매하세요", "주문하세요", "사은품", "프로모션", "적립금", "대출상담", "저금리", "분양문의", "수익률",
            "매수추천", "단독세일", "폭탄세일", "회원가입시");
    private static final Set<String> WEAK =
            Set.of("할인", "쿠폰", "세일", "혜택", "이벤트", "증정", "경품", "당첨", "선착순", "한정", "오픈", "가입하", "구매", "체험단", "신상품", "매장");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,2}(?:%|프로|퍼센트)(?:할인|세일|DC|OFF|off|dc)");
    private static final Pattern SHORT_LINK = Pattern.compile(
            "(?i)(?<![\\w.])(?:bit\\.ly|goo\\.gl|t\\.co|tinyurl\\.com|is\\.gd|me2\\.do|han\\.gl|url\\.kr|vo\\.la|buly\\.kr|c11\\.kr|naver\\.me|lrl\\.kr|t\\.ly|zrr\\.kr)/\\S*");
    /** Longer ones go nowhere anyway. */
    private static final int LOOKED_AT = 4_000;

    private AdvertisingWords() {}

    static List<Finding> check(String text) {
        var seen = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        var found = new ArrayList<>(AdvertisingRules.marked(seen));
        var words = words(seen);
        if (!words.isEmpty()) found.add(Finding.whole(Check.AD_LOOKS, String.join(", ", words)));
        return found;
    }

    private static Set<String> words(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}%]+", "");
        var strong = STRONG.stream().filter(letters::contains).collect(Collectors.toCollection(LinkedHashSet::new));
        PERCENT.matcher(letters).results().limit(3).forEach(r -> strong.add(r.group()));
        var weak = WEAK.stream().filter(letters::contains).sorted().toList();
        if (!strong.isEmpty() || weak.size() > 1) strong.addAll(weak);
        return strong;
    }

    /** Addresses that hide where they lead are what frauds use. */
    static List<Finding> links(String text) {
        var seen = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        return SHORT_LINK
                .matcher(seen)
                .results()
                .limit(5)
                .map(r -> Finding.at(Check.SHORT_LINK, r.start(), r.end(), null, r.group()))
                .toList();
    }
}
