package kr.madang.notices.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a disaster text says what people need (재난문자 문안 점검): who speaks, what, where, since when and what to do, in words that
 * everybody understands, within the length of the medium and without links, which nobody should follow in an emergency.
 */
public final class DisasterRules {
    /** Where the text appears, and how many characters (UTF-16, as the broadcast counts) it takes there. */
    public enum Medium {
        /** 재난문자(CBS). */
        BROADCAST(157),
        /** TV 자막. */
        SUBTITLE(250);

        private final int most;

        Medium(int most) {
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    private static final Pattern PREFIX = Pattern.compile("\\A\\[[^\\[\\]\\n]{2,20}\\]\\h*");
    /** Names of places as far as their endings tell; 반드시, 활동 and 도로 end like them and are none. */
    private static final Pattern PLACE = Pattern.compile(
            "[가-힣]{2,}(?:(?<![드다즉일잠임혹역수])시|군|(?<![복요기가친])구|읍|\\d?(?<![활이행출운작자변진])동|\\d{0,3}길|(?<![지구방])역|교|천|강|산)"
                    + "(?:에서|에|의|을|를|은|는|이|가|과|와|으로|까지|부터|쪽)?(?=[\\s,.()·~]|$)"
                    + "|(?<![가-힣])(?:동구|서구|남구|북구|중구|한강)|[가-힣]대로(?=[\\s,.\\d])|[가-힣]로 ?\\d+|지하차도|공원|터널|아파트|시장|병원|학교|교차로|[사삼오]거리|고개|광장|둔치|나들목|구청|시청"
                    + "|관내|전역|전 지역|일대|인근|부근|수도권|전국");

    private static final Pattern TIME = Pattern.compile(
            "\\d{1,2}:\\d{2}|\\d{1,2}시|\\d{1,2}일|\\d{1,2}\\. ?\\d{1,2}\\.|오늘|내일|모레|오전|오후|현재|지금|새벽|아침|저녁|밤|정오|주말");
    private static final Pattern ACTION = Pattern.compile("(?:세요|시오|바랍니다|부탁드립니다|주십시요|합시다|금지합니다|통제합니다)(?=[\\s.,!)]|$)");
    private static final Pattern LINK = Pattern.compile(
            "(?i)https?://\\S*|(?<![\\w.@])www\\.\\S+|(?<![\\w.@-])[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,62}){0,3}\\.(?:kr|com|net|org|ly|me|do|gl|io|la)(?![a-z0-9])(?:/\\S*)?");
    private static final Pattern ABBREVIATION = Pattern.compile("(?<![A-Za-z])[A-Z]{2,}(?:\\d|\\.\\d)*(?![a-z])");
    private static final List<String> KNOWN = List.of("TV", "LED", "CCTV", "LPG", "KTX", "GTX", "SRT");

    /** Words of the office and plain ones for them. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("금일", "오늘"),
            Map.entry("명일", "내일"),
            Map.entry("익일", "다음 날"),
            Map.entry("작일", "어제"),
            Map.entry("금주", "이번 주"),
            Map.entry("차량 소산", "차량 이동"),
            Map.entry("월류", "넘침"),
            Map.entry("필히", "반드시"),
            Map.entry("상기", "위"),
            Map.entry("유관기관", "관계 기관"),
            Map.entry("요구조자", "구조를 기다리는 사람"),
            Map.entry("요망", "바랍니다"));

    private static final Pattern JARGON =
            Pattern.compile("요망(?=[\\s.,!)]|$)|(?<![가-힣])(?:금일|명일|익일|작일|금주|차량 소산|월류|필히|상기|유관기관|요구조자)");

    private DisasterRules() {}

    /** @return findings in the order in which an officer would mend them */
    public static List<Finding> check(String text, Medium medium) {
        var found = new ArrayList<Finding>();
        int over = text.length() - medium.most;
        if (over > 0) found.add(Finding.at(Check.DISASTER_LONG, medium.most, text.length(), null, over, medium.most));
        var seen = over > 0 ? text.substring(0, Math.min(text.length(), 4 * medium.most)) : text;
        found.addAll(links(seen));
        var prefix = PREFIX.matcher(seen);
        boolean signed = prefix.find();
        if (!signed && medium == Medium.BROADCAST) found.add(Finding.whole(Check.DISASTER_PREFIX));
        var body = signed ? seen.substring(prefix.end()) : seen;
        if (!PLACE.matcher(body).find()) found.add(Finding.whole(Check.DISASTER_PLACE));
        if (!TIME.matcher(body).find()) found.add(Finding.whole(Check.DISASTER_TIME));
        if (!ACTION.matcher(body).find()) found.add(Finding.whole(Check.DISASTER_ACTION));
        found.addAll(words(seen));
        return List.copyOf(found);
    }

    private static List<Finding> links(String text) {
        return LINK.matcher(text)
                .results()
                .limit(5)
                .map(r -> Finding.at(Check.DISASTER_LINK, r.start(), r.end(), "", r.group()))
                .toList();
    }

    private static List<Finding> words(String text) {
        var found = new ArrayList<Finding>();
        JARGON.matcher(text).results().limit(10).forEach(r -> {
            var plain = PLAIN.getOrDefault(r.group(), "");
            found.add(Finding.at(Check.DISASTER_JARGON, r.start(), r.end(), plain, r.group(), plain));
        });
        var withoutLinks =
                LINK.matcher(text).replaceAll(r -> " ".repeat(r.group().length()));
        ABBREVIATION
                .matcher(withoutLinks)
                .results()
                .filter(r -> !KNOWN.contains(r.group()))
                .limit(10)
                .forEach(r -> found.add(Finding.at(Check.DISASTER_ABBREVIATION, r.start(), r.end(), null, r.group())));
        return found;
    }
}
