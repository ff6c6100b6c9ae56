package kr.madang.press.scrap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.Tier;
import org.springframework.stereotype.Component;

/** Rules and readers of the demo office (시연 스크랩). */
@Component
class ScrapSeed implements Seed {
    private static final List<String> READERS = List.of("chief", "director", "press", "planning", "media");

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 31);
    private static final LocalDate NEXT = LocalDate.of(2023, 6, 1);

    private final ScrapSettings settings;
    private final Editions editions;
    private final Publishing publishing;
    private final Readings readings;
    private final Directory directory;

    ScrapSeed(
            ScrapSettings settings, Editions editions, Publishing publishing, Readings readings, Directory directory) {
        this.settings = settings;
        this.editions = editions;
        this.publishing = publishing;
        this.readings = readings;
        this.directory = directory;
    }

    @Override
    public int order() {
        return 650;
    }

    @Override
    public String title() {
        return "일일 스크랩";
    }

    @Override
    public String sow(Draw draw) {
        rule(draw, 1, "우리 구 보도자료", "구정 보도", List.of(), Set.of(), true);
        rule(draw, 2, "영등포 기사", "구정 보도", List.of("영등포"), Set.of(), false);
        rule(draw, 3, "동네 소식", "지역", List.of("여의도", "당산", "문래", "신길", "대림", "양평동", "도림"), Set.of(), false);
        rule(draw, 4, "서울시·자치구", "서울·자치구", List.of("서울시", "자치구", "구청"), Set.of(), false);
        rule(draw, 5, "방송", "방송", List.of("구청", "영등포"), Set.of(Tier.CENTRAL_BROADCAST, Tier.REGIONAL_BROADCAST), false);
        // before there are readers: nobody is told today of a morning long ago
        editions.open(Actor.SYSTEM, DAY);
        editions.headline(Actor.SYSTEM, DAY, "구정 소식과 지역 현안이 여러 매체에 실림");
        var out = DAY.atTime(7, 24).atZone(SEOUL).toInstant();
        int version = publishing.publish(Actor.SYSTEM, DAY, "", out).number();
        editions.open(Actor.SYSTEM, NEXT);
        var accounts = READERS.stream()
                .flatMap(login -> directory.named(login, 1).stream())
                .toList();
        read(draw, editions.get(DAY).id(), version, accounts, out);
        Set<UUID> readers = accounts.stream().map(a -> a.id().value()).collect(Collectors.toSet());
        settings.wish(Actor.SYSTEM, new ScrapSettings.Wish(false, true, List.of("[광고]", "[부고]", "[인사]"), readers));
        return "규칙 5개, 스크랩 2건, 받는 직원 " + readers.size() + "명";
    }

    /** All got it that morning; the last has not opened it yet. */
    private void read(Draw draw, UUID edition, int version, List<Account> accounts, Instant out) {
        for (int i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i);
            readings.told(edition, account.id().value(), account.name(), out);
            if (i == accounts.size() - 1) break;
            var at = out;
            for (int opens = draw.between(1, 3); opens > 0; opens--) {
                at = at.plus(Duration.ofMinutes(draw.between(6, 90)));
                readings.opened(edition, account.id().value(), version, at);
            }
        }
    }

    private void rule(
            Draw draw, int position, String name, String section, List<String> words, Set<Tier> tiers, boolean own) {
        var id = draw.id(Instant.parse("2023-01-01T00:00:00Z"));
        settings.save(Actor.SYSTEM, new Rule(id, name, section, words, List.of(), tiers, own, position, true));
    }
}
