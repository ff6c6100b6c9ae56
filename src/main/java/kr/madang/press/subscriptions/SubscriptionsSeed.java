package kr.madang.press.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Won;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.subscriptions.Subscription.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Papers of the demo office (시연 신문 구독): on 31 May 2023 ten titles with 2,308 copies for the leaders of the neighborhoods. */
@Component
class SubscriptionsSeed implements Seed {
    private static final List<String> DONGS = List.of(
            "영등포본동", "영등포동", "여의동", "당산1동", "당산2동", "도림동", "문래동", "양평1동", "양평2동", "신길1동", "신길3동", "신길4동", "신길5동",
            "신길6동", "신길7동", "대림1동", "대림2동", "대림3동");
    private static final List<String> DEPARTMENTS = List.of("홍보미디어과", "비서실", "기획예산과", "감사담당관", "민원여권과");
    private static final int TITLES = 10;
    private static final int COPIES = 2308;
    private static final LocalDate BEGIN = LocalDate.of(2022, 1, 1);
    private static final LocalDate TURN = LocalDate.of(2023, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2023, 7, 1);

    private final SubscriptionStore store;
    private final Outlets outlets;

    SubscriptionsSeed(SubscriptionStore store, Outlets outlets) {
        this.store = store;
        this.outlets = outlets;
    }

    @Override
    public int order() {
        return 635;
    }

    @Override
    public String title() {
        return "신문 구독";
    }

    @Override
    public String sow(Draw draw) {
        var papers = outlets.all().stream()
                .filter(o -> o.tier() == Tier.CENTRAL_DAILY)
                .limit(TITLES)
                .toList();
        if (papers.size() < TITLES) throw new IllegalStateException("too few dailies");
        var extra = draw.split(COPIES - TITLES * 100L, TITLES);
        int rows = 0;
        for (int i = 0; i < TITLES; i++) {
            var paper = papers.get(i);
            store.price(paper.id(), BEGIN, new Won(15_000 + 1_000L * draw.between(0, 5)));
            var copies = draw.split(100 + extra[i], DONGS.size());
            for (int d = 0; d < DONGS.size(); d++) rows += dong(draw, paper, DONGS.get(d), (int) copies[d]);
            row(draw, paper, Group.DEPARTMENT, DEPARTMENTS.get(i % DEPARTMENTS.size()), 1 + i % 3, BEGIN, null, "", "");
            rows++;
        }
        for (var month = YearMonth.of(2023, 1); month.isBefore(YearMonth.of(2023, 6)); month = month.plusMonths(1))
            for (var paper : papers) pay(paper, month);
        return "구독 " + TITLES + "종, 내역 " + rows + "건";
    }

    /** What the leaders of a dong get in spring 2023, sometimes changed before it or after it. */
    private int dong(Draw draw, Outlet paper, String dong, int copies) {
        boolean before = draw.chance(0.12);
        boolean after = draw.chance(0.1);
        var from = before ? TURN : BEGIN;
        if (before)
            row(
                    draw,
                    paper,
                    Group.LEADERS,
                    dong,
                    copies + draw.between(1, 3),
                    BEGIN,
                    TURN.minusDays(1),
                    "연간 구독",
                    "통·반 조정");
        row(
                draw,
                paper,
                Group.LEADERS,
                dong,
                copies,
                from,
                after ? LATER.minusDays(1) : null,
                before ? "통·반 조정" : "연간 구독",
                after ? "하반기 조정" : "");
        if (after) row(draw, paper, Group.LEADERS, dong, copies + draw.between(1, 2), LATER, null, "하반기 조정", "");
        return 1 + (before ? 1 : 0) + (after ? 1 : 0);
    }

    private void row(
            Draw draw,
            Outlet paper,
            Group group,
            String recipient,
            int copies,
            LocalDate from,
            @Nullable LocalDate to,
            String why,
            String endedWhy) {
        Instant at = draw.moment(from);
        UUID id = draw.id(at);
        store.add(
                new Subscription(id, paper.id(), paper.name(), group, recipient, copies, from, to, why, endedWhy),
                "press",
                at);
    }

    private void pay(Outlet paper, YearMonth month) {
        var counted = Month.of(month, store.of(paper.id()), store.prices(paper.id()));
        var paidOn = month.plusMonths(1).atDay(10);
        var payment = new Payment(paper.id(), month, counted.last(), counted.due(), counted.due(), "", paidOn, "press");
        store.pay(
                paper.id(),
                payment,
                paidOn.atTime(10, 0).atZone(java.time.ZoneId.of("Asia/Seoul")).toInstant());
    }
}
