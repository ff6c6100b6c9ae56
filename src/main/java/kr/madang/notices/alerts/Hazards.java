package kr.madang.notices.alerts;

import java.util.Map;
import kr.madang.notices.cap.CapWord.Category;

/** To which kind of danger a hazard of the standard wording belongs (재난 유형 분류). */
final class Hazards {
    private static final Map<String, Category> OF = Map.ofEntries(
            Map.entry("민방공", Category.SECURITY),
            Map.entry("지진", Category.GEO),
            Map.entry("산사태", Category.GEO),
            Map.entry("붕괴", Category.GEO),
            Map.entry("호우", Category.MET),
            Map.entry("하천", Category.MET),
            Map.entry("침수", Category.MET),
            Map.entry("태풍", Category.MET),
            Map.entry("강풍", Category.MET),
            Map.entry("대설", Category.MET),
            Map.entry("결빙", Category.MET),
            Map.entry("한파", Category.MET),
            Map.entry("폭염", Category.MET),
            Map.entry("미세먼지", Category.ENV),
            Map.entry("오존", Category.ENV),
            Map.entry("수질", Category.ENV),
            Map.entry("화재", Category.FIRE),
            Map.entry("산불", Category.FIRE),
            Map.entry("가스", Category.INFRA),
            Map.entry("정전", Category.INFRA),
            Map.entry("단수", Category.INFRA),
            Map.entry("통신", Category.INFRA),
            Map.entry("유해물질", Category.CBRNE),
            Map.entry("도로 통제", Category.TRANSPORT),
            Map.entry("대중교통", Category.TRANSPORT),
            Map.entry("감염병", Category.HEALTH),
            Map.entry("가축질병", Category.HEALTH),
            Map.entry("실종", Category.RESCUE));

    private Hazards() {}

    static Category category(String hazard) {
        return OF.getOrDefault(hazard, Category.SAFETY);
    }
}
