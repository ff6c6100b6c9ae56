package kr.madang.press.coverage.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.access.Actor;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import org.springframework.stereotype.Component;

/** Outlets that do not exist (시연용 매체), for classes in which the office has none yet. */
@Component
class DemoOutlets {
    private static final Map<Tier, String> NAMES = new EnumMap<>(Map.of(
            Tier.CENTRAL_BROADCAST,
            "온마루방송 onmarutv,해오름티브이 haeoreumtv,다솔보도채널 dasolnews",
            Tier.REGIONAL_BROADCAST,
            "한강나루방송 narutv,서남권케이블 seonamcable,마을소리방송 maeulsori",
            Tier.CENTRAL_DAILY,
            "새누리터일보 nuriteo,바른겨레신문 bareungyeore,오늘의서울일보 oneulseoul,나라경제통신 naraecon,온세상통신 onsesang,"
                    + "큰길신문 keungil,가온경제 gaonecon,한결일보 hangyeolilbo",
            Tier.REGIONAL_ONLINE,
            "영등포마을신문 ydpmaeul,당산나루뉴스 dangsannaru,문래저널 mullaejournal,여의섬신문 yeouisum,신길골목뉴스 singilgolmok,"
                    + "대림사람들 daerimsaram,양평나루신문 ypnaru,도림천소식 dorimcheon,서남뉴스터 seonamnews,한강변신문 hangangbyeon,"
                    + "자치구저널 jachijournal,구정뉴스온 gujeongon,동네한바퀴 dongnehan,시민의창 siminchang,골목경제신문 golmokecon,"
                    + "복지터뉴스 bokjiteo,푸른동네신문 pureundongne,서울자치소식 seouljachi,지방정부뉴스 jibangjeongbu,풀뿌리일보 pulppuri,"
                    + "생활정보온 lifeinfoon,행정투데이터 hjtodayteo,교육마당신문 edumadangnews,환경누리 hwangyeongnuri,문화골뉴스 munhwagol,"
                    + "실버세상뉴스 silverworldnews,청년터뉴스 youthteo,다문화소식지 damunhwa,안전지킴신문 anjeonkeep,도시농부뉴스 citynongbu,"
                    + "소상공인터 sosangteo,걷는사람들 geotneun,책마을신문 chaekmaeul,아이키움뉴스 aikium,서남권저널 seonamjournal,"
                    + "한강시민뉴스 hangangsimin,나루터통신 naruteo,온동네뉴스 ondongne,마당일보 madangilbo,새벽길신문 saebyeokgil,"
                    + "참소리뉴스 chamsorinews,봄내신문 bomnaenews,너른들뉴스 neoreundeul,이웃소식 iutsosik"));

    private final Outlets outlets;

    DemoOutlets(Outlets outlets) {
        this.outlets = outlets;
    }

    /** Those of each class, made where there are none. */
    Map<Tier, List<Outlet>> byTier(Actor office) {
        var all = new EnumMap<Tier, List<Outlet>>(Tier.class);
        var there = outlets.all();
        for (var tier : Tier.values()) {
            var own = new ArrayList<>(there.stream()
                    .filter(o -> o.tier() == tier && !o.retired() && !o.hosts().isEmpty())
                    .toList());
            if (own.isEmpty())
                for (var name : NAMES.getOrDefault(tier, "").split(",")) {
                    var parts = name.split(" ");
                    own.add(outlets.add(office, parts[0], tier, List.of(parts[1] + ".example")));
                }
            all.put(tier, own);
        }
        return all;
    }
}
