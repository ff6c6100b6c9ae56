package kr.madang.press.advertising;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Won;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.advertising.Placement.Kind;
import kr.madang.press.advertising.Placement.State;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Placements of the demo office (시연 광고·공고). */
@Component
class AdvertisingSeed implements Seed {
    /** @param from first month it is advertised in, to the last */
    private record Ad(String title, int from, int to) {
        boolean in(LocalDate day) {
            return from <= day.getMonthValue() && day.getMonthValue() <= to;
        }
    }

    private static final List<Ad> ADS = List.of(
            new Ad("설 명절 종합대책 안내", 1, 2),
            new Ad("여의도 봄꽃축제 안내", 3, 4),
            new Ad("청소년 문화축제 안내", 5, 6),
            new Ad("여름철 무더위쉼터 안내", 6, 8),
            new Ad("추석맞이 인사", 9, 9),
            new Ad("구민의 날 안내", 9, 9),
            new Ad("가을 책축제 안내", 10, 10),
            new Ad("겨울철 종합대책 안내", 11, 12),
            new Ad("구정 홍보", 1, 12),
            new Ad("전통시장 이용 캠페인", 1, 12),
            new Ad("평생학습관 수강생 모집", 1, 12));
    private static final List<String> NOTICES = List.of(
            "도시관리계획 결정 열람 공고",
            "주택재개발 정비구역 공람 공고",
            "공유재산 대부 입찰 공고",
            "도로점용 공사 시행 공고",
            "환경영향평가서 공람 공고",
            "지방세 체납자 공시송달 공고");
    private static final List<String> SIZES = List.of("5단 8cm", "5단 12cm", "8단 통", "전면", "배너 30일", "자막 20회");
    private static final int MANY = 160;
    /** Days from the printing until its page is there, and until it is paid. */
    private static final int PROVED_AFTER = 6;

    private static final int PAID_AFTER = 25;

    private final PlacementStore store;
    private final Placements placements;
    private final Outlets outlets;
    private final Files files;
    private final Clock clock;

    AdvertisingSeed(PlacementStore store, Placements placements, Outlets outlets, Files files, Clock clock) {
        this.store = store;
        this.placements = placements;
        this.outlets = outlets;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 630;
    }

    @Override
    public String title() {
        return "광고·공고";
    }

    @Override
    public String sow(Draw draw) {
        var papers = outlets.all();
        var lines = new java.util.HashMap<Integer, Optioned>();
        var today = Workdays.day(clock.instant());
        for (int i = 0; i < MANY; i++) {
            var day = LocalDate.of(2023, 1, 4).plusDays((long) i * 9 + draw.between(0, 6));
            if (day.isAfter(today)) day = today.plusDays(draw.between(1, 25));
            int year = day.getYear();
            var line = lines.computeIfAbsent(year, y -> line(y));
            sow(draw, draw.pick(papers), day, line, today);
        }
        return "게재 " + MANY + "건";
    }

    private record Optioned(@Nullable UUID id, String name) {}

    private Optioned line(int year) {
        var all = placements.lines(year);
        return all.stream()
                .filter(l -> l.name().contains("광고") || l.name().contains("홍보"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(l -> new Optioned(l.id(), l.name()))
                .orElse(new Optioned(null, ""));
    }

    private void sow(Draw draw, Outlet outlet, LocalDate day, Optioned line, LocalDate today) {
        var kind = draw.chance(0.6) ? Kind.ADVERTISEMENT : Kind.NOTICE;
        var at = day.minusDays(7).atTime(10, 0).atZone(ZoneId.of("Asia/Seoul")).toInstant();
        var placement = new Placement(
                draw.id(at),
                outlet.id(),
                outlet.name(),
                kind,
                kind == Kind.NOTICE
                        ? draw.pick(NOTICES)
                        : draw.pick(ADS.stream().filter(ad -> ad.in(day)).toList())
                                .title(),
                draw.pick(SIZES),
                day,
                new Won(draw.between(5, 60) * 110_000L),
                line.id(),
                line.name(),
                State.PLANNED,
                null,
                "",
                "");
        store.write(placement, "press", at);
        var printed = day.atTime(9, 0).atZone(ZoneId.of("Asia/Seoul")).toInstant();
        store.step(placement.id(), State.PLANNED, "press", at, "");
        if (draw.chance(0.04)) {
            store.step(placement.id(), State.CANCELLED, "press", at.plus(Duration.ofHours(5)), "매체 사정으로 취소");
            return;
        }
        if (!day.isBefore(today)) return;
        store.step(placement.id(), State.PLACED, "press", printed, "");
        if (day.plusDays(PROVED_AFTER).isAfter(today)) return;
        var proof = files.put(Actor.SYSTEM, "게재지-" + day + ".png", new ByteArrayInputStream(ProofSketch.png(draw)));
        store.proof(placement.id(), proof.id(), proof.name());
        store.step(placement.id(), State.PROVED, "press", printed.plus(Duration.ofDays(PROVED_AFTER)), "");
        if (line.id() == null || day.plusDays(PAID_AFTER).isAfter(today)) return;
        store.step(placement.id(), State.PAID, "press", printed.plus(Duration.ofDays(PAID_AFTER)), "");
    }
}
