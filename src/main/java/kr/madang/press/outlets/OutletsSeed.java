package kr.madang.press.outlets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Reporter.Source;
import org.springframework.stereotype.Component;

/** The media book of the demo office (시연 매체·기자): invented outlets under reserved names, and reporters who do not exist. */
@Component
class OutletsSeed implements Seed {
    private static final List<String> CENTRAL = List.of("한가람방송", "새나라방송", "온누리방송", "늘봄뉴스채널");
    private static final List<String> REGIONAL = List.of("샛강케이블", "당산미디어", "서울마루방송", "여의나루FM", "한강유선방송", "선유도라디오");
    private static final List<String> DAILIES = List.of(
            "겨레마당신문", "푸른아침신문", "나라살림일보", "새벽종일보", "온세상신문", "한들경제", "미래물결신문", "두레통신", "가람통신", "바른길일보", "큰나루신문",
            "하늘빛경제");
    private static final List<String> PLACES =
            List.of("영등포", "여의도", "당산", "문래", "신길", "대림", "양평", "도림", "서남권", "한강", "서울", "선유");
    private static final List<String> KINDS = List.of("누리신문", "마을뉴스", "열린일보", "타임라인", "소식통", "넷신문");
    private static final List<String> BEATS = List.of("구청", "복지", "교통", "문화", "교육", "환경", "안전", "경제", "의회", "체육");
    private static final int ONLINE = 38;
    private static final int PEOPLE = 120;

    private final Outlets outlets;
    private final Reporters reporters;
    private final Mailings mailings;

    OutletsSeed(Outlets outlets, Reporters reporters, Mailings mailings) {
        this.outlets = outlets;
        this.reporters = reporters;
        this.mailings = mailings;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public String title() {
        return "매체·기자";
    }

    @Override
    public String sow(Draw draw) {
        var made = new ArrayList<Outlet>();
        for (var name : CENTRAL) made.add(outlet(made.size(), name, Tier.CENTRAL_BROADCAST));
        for (var name : REGIONAL) made.add(outlet(made.size(), name, Tier.REGIONAL_BROADCAST));
        for (var name : DAILIES) made.add(outlet(made.size(), name, Tier.CENTRAL_DAILY));
        for (int i = 0; i < ONLINE; i++)
            made.add(outlet(
                    made.size(),
                    PLACES.get(i % PLACES.size()) + KINDS.get((i / PLACES.size() + i) % KINDS.size()),
                    Tier.REGIONAL_ONLINE));
        for (int i = 0; i < PEOPLE; i++) reporter(draw, i, made.get(i % made.size()));
        mailings.save(Actor.SYSTEM, null, "출입기자 전체", Set.of(Tier.values()), Set.of(), Set.of());
        mailings.save(Actor.SYSTEM, null, "중앙일간지·통신사", Set.of(Tier.CENTRAL_DAILY), Set.of(), Set.of());
        mailings.save(
                Actor.SYSTEM, null, "방송", Set.of(Tier.CENTRAL_BROADCAST, Tier.REGIONAL_BROADCAST), Set.of(), Set.of());
        mailings.save(Actor.SYSTEM, null, "복지 담당", Set.of(), Set.of("복지"), Set.of());
        return "매체 " + made.size() + "곳, 기자 " + PEOPLE + "명";
    }

    private Outlet outlet(int number, String name, Tier tier) {
        var host = "media%02d.example.kr".formatted(number + 1);
        var made = outlets.add(Actor.SYSTEM, name, tier, List.of("www." + host, "news." + host));
        return outlets.change(
                Actor.SYSTEM,
                made.id(),
                name,
                tier,
                made.hosts(),
                new Outlets.About("편집국 02-0000-%04d".formatted(1000 + number), ""));
    }

    private void reporter(Draw draw, int number, Outlet outlet) {
        var beats = new ArrayList<String>(List.of(draw.pick(BEATS)));
        if (draw.chance(0.5)) beats.add(draw.pick(BEATS));
        var mail = "reporter%03d@%s"
                .formatted(number + 1, outlet.hosts().getFirst().replaceFirst("^(www|news)\\.", ""));
        var made = reporters.add(
                Actor.SYSTEM,
                new ReporterDraft(
                        draw.name(),
                        outlet.id(),
                        draw.chance(0.2) ? "차장" : "기자",
                        beats,
                        "",
                        Contact.typed(mail, draw.mobile())));
        if (number % 12 == 11) return;
        reporters.consent(
                Actor.SYSTEM,
                made.id(),
                "1.0",
                draw.pick(List.of(Source.values())),
                LocalDate.of(2012, 1, 2).plusDays(draw.between(0, 4000)));
        if (number % 17 == 16) reporters.withdraw(Actor.SYSTEM, made.id(), "본인 요청");
        else if (number % 23 == 22) reporters.bounced(made.id(), "550 사용자를 찾을 수 없음");
        else if (number % 29 == 28) reporters.retire(Actor.SYSTEM, made.id(), true);
    }
}
