package kr.madang.approvals.dispatch.office;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.ReceiptNumbers;
import kr.madang.approvals.desk.Routes;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.kernel.Korean;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.crypto.Signer;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.kernel.trail.ClientAddress;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/** Received documents of the demo office: those of 2023, taken, assigned and finished, and a few that wait today. */
@Component
class ReceiptSeed implements Seed {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int YEAR = 2023;
    private static final List<String> SENDERS =
            List.of("시청 대변인실", "시청 정보기획과", "이웃구 홍보과", "교육지원청", "소방서", "경찰서 생활안전과", "우체국", "시설관리공단");
    private static final List<String> TITLES = List.of(
            "홍보 협조 요청({0}월)",
            "정보통신 보안 점검 안내",
            "구정소식지 게재 의뢰",
            "영상 자료 제공 요청",
            "{0}월 정보화교육 협조 요청",
            "합동 촬영 협조 요청",
            "통신 회선 점검 일정 알림",
            "언론 보도 사실 확인 요청");

    private final ReceiptStore store;
    private final ReceiptLists lists;
    private final Arrivals arrivals;
    private final ReceiptNumbers numbers;
    private final Units units;
    private final Accounts accounts;
    private final Files files;
    private final OfficeName office;
    private final Trail trail;
    private final ClientAddress address;
    private final Signer signer;
    private final Approvals approvals;
    private final Routes routes;
    private final Directory directory;
    private final Clock clock;

    ReceiptSeed(
            ReceiptStore store,
            ReceiptLists lists,
            Arrivals arrivals,
            ReceiptNumbers numbers,
            Units units,
            Accounts accounts,
            Files files,
            OfficeName office,
            Trail trail,
            ClientAddress address,
            Signer signer,
            Approvals approvals,
            Routes routes,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.arrivals = arrivals;
        this.numbers = numbers;
        this.units = units;
        this.accounts = accounts;
        this.files = files;
        this.office = office;
        this.trail = trail;
        this.address = address;
        this.signer = signer;
        this.approvals = approvals;
        this.routes = routes;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 420;
    }

    @Override
    public String title() {
        return "접수문서";
    }

    @Override
    public String sow(Draw draw) {
        var people = directory.page(new Directory.Question("", "planning", "ACTIVE"), 1).accounts().stream()
                .collect(Collectors.toMap(Account::login, Function.identity()));
        var clerk = people.get("clerk");
        if (clerk == null) return "접수문서 0건";
        int made = 0;
        var first = LocalDate.of(YEAR, 1, 2);
        for (var day : first.datesUntil(LocalDate.of(YEAR + 1, 1, 1)).toList()) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) continue;
            for (int i = draw.between(1, 2); i > 0; i--, made++) past(draw, day, clerk);
        }
        var today = LocalDate.ofInstant(clock.instant(), SEOUL);
        for (int i = 0; i < 3; i++) {
            var id = enter(draw, clock, today, clerk);
            if (i > 0) at(clock).receipts.assign(head(), id, clerk.id().value(), today.plusDays(2L * i), "");
        }
        return YEAR + "년 접수문서 " + Korean.number(made) + "건, 오늘 3건";
    }

    private void past(Draw draw, LocalDate day, Account clerk) {
        var arrived = draw.moment(day);
        var id = enter(draw, Clock.fixed(arrived, SEOUL), day, clerk);
        var assigned = arrived.plusSeconds(60L * draw.between(5, 120));
        at(assigned).receipts.assign(head(), id, clerk.id().value(), day.plusDays(7), "");
        var done = assigned.plusSeconds(3_600L * draw.between(2, 190));
        at(done).receipts.finish(worker(clerk), id, "처리하여 회신함");
    }

    private Receipt.Id enter(Draw draw, Clock then, LocalDate day, Account clerk) {
        var title = draw.pick(TITLES).replace("{0}", String.valueOf(day.getMonthValue()));
        var sender = draw.pick(SENDERS);
        var number = sender.substring(sender.lastIndexOf(' ') + 1) + "-" + draw.between(100, 9_999);
        var typed = new Intake.Typed(
                title, sender, number, day, "", false, units.of(clerk.team()).code());
        return at(then).intake.enter(worker(clerk), typed, List.of());
    }

    private static Actor worker(Account account) {
        var grants = Map.of("approvals", Level.WORK);
        return new Actor(account.id().value(), account.login(), account.name(), account.team(), grants);
    }

    private Actor head() {
        var chief = directory
                .page(new Directory.Question("chief", "section", "ACTIVE"), 1)
                .accounts()
                .getFirst();
        var grants = Map.of("approvals", Level.APPROVE);
        return new Actor(chief.id().value(), chief.login(), chief.name(), chief.team(), grants);
    }

    /** The verbs as they were at a moment long ago. */
    private record Desk(Receipts receipts, Intake intake) {}

    private Desk at(Instant moment) {
        return at(Clock.fixed(moment, SEOUL));
    }

    private Desk at(Clock then) {
        var receipts =
                new Receipts(store, lists, arrivals, numbers, units, accounts, files, office, trail, address, then);
        return new Desk(
                receipts, new Intake(arrivals, store, receipts, units, files, signer, approvals, routes, trail, then));
    }
}
