package kr.madang.approvals.dispatch.office;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.kernel.Korean;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
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

    private static final List<String> TEAMS = List.of("press", "planning", "media", "computing", "telecom");
    private static final List<String> RESULTS = List.of("의견을 정리하여 회신함", "팀에 알리고 업무에 반영함", "일정을 확인하고 협조함", "확인함");

    private final Map<String, Actor> heads = new HashMap<>();
    private final Map<String, List<Account>> unitStaff = new HashMap<>();
    private final Receipts receipts;
    private final Intake intake;
    private final Units units;
    private final Directory directory;
    private final SeededDispatches dispatches;
    private final Clock clock;

    ReceiptSeed(
            Receipts receipts,
            Intake intake,
            Units units,
            Directory directory,
            SeededDispatches dispatches,
            Clock clock) {
        this.receipts = receipts;
        this.intake = intake;
        this.units = units;
        this.directory = directory;
        this.dispatches = dispatches;
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
        var sent = dispatches.year(YEAR, draw);
        for (var day : first.datesUntil(LocalDate.of(YEAR + 1, 1, 1)).toList()) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) continue;
            for (var arrived : sent.until(day)) handled(draw, arrived);
            for (int i = draw.between(1, 2); i > 0; i--, made++) past(draw, day, clerk);
        }
        var today = LocalDate.ofInstant(clock.instant(), SEOUL);
        for (int i = 0; i < 3; i++) {
            var id = enter(draw, clock, today, clerk);
            if (i > 0) receipts.assign(head(), id, clerk.id().value(), today.plusDays(2L * i), "");
        }
        return YEAR + "년 시행 " + sent.sent() + "건, 접수문서 " + Korean.number(made) + "건, 오늘 3건";
    }

    /** A paper of the other unit: somebody is told to handle it, others read it, and it is done within days. */
    private void handled(Draw draw, SeededDispatches.Arrived arrived) {
        var id = new Receipt.Id(arrived.receipt());
        var staff = staff(arrived.unit());
        if (staff.size() < 3) return;
        int first = draw.between(0, staff.size() - 3);
        var handler = staff.get(first);
        var head = head(arrived.unit());
        var day = LocalDate.ofInstant(arrived.at(), SEOUL);
        var moment = arrived.at().plusSeconds(60L * draw.between(5, 120));
        receipts.at(then(moment)).assign(head, id, handler.id().value(), day.plusDays(5), "");
        var readers = List.of(staff.get(first + 1), staff.get(first + 2));
        receipts.at(then(moment))
                .circulate(head, id, readers.stream().map(a -> a.id().value()).toList());
        for (var reader : readers) {
            moment = moment.plusSeconds(60L * draw.between(10, 200));
            if (draw.chance(0.8)) receipts.at(then(moment)).open(worker(reader), id);
        }
        var done = moment.plusSeconds(3_600L * draw.between(2, 70));
        receipts.at(then(done)).finish(worker(handler), id, draw.pick(RESULTS));
    }

    /** Of the unit, without its heads. */
    private List<Account> staff(String unit) {
        return unitStaff.computeIfAbsent(unit, code -> TEAMS.stream()
                .filter(team -> units.of(team).code().equals(code))
                .flatMap(team -> directory.page(new Directory.Question("", team, "ACTIVE"), 1).accounts().stream())
                .filter(a -> a.title().equals("주무관"))
                .toList());
    }

    private void past(Draw draw, LocalDate day, Account clerk) {
        var arrived = draw.moment(day);
        var id = enter(draw, then(arrived), day, clerk);
        var assigned = arrived.plusSeconds(60L * draw.between(5, 120));
        receipts.at(then(assigned)).assign(head(), id, clerk.id().value(), day.plusDays(7), "");
        var done = assigned.plusSeconds(3_600L * draw.between(2, 190));
        receipts.at(then(done)).finish(worker(clerk), id, "처리하여 회신함");
    }

    private Receipt.Id enter(Draw draw, Clock then, LocalDate day, Account clerk) {
        var title = draw.pick(TITLES).replace("{0}", String.valueOf(day.getMonthValue()));
        var sender = draw.pick(SENDERS);
        var number = sender.substring(sender.lastIndexOf(' ') + 1) + "-" + draw.between(100, 9_999);
        var typed = new Intake.Typed(
                title, sender, number, day, "", false, units.of(clerk.team()).code());
        return intake.at(then).enter(worker(clerk), typed, List.of());
    }

    private static Actor worker(Account account) {
        var grants = Map.of("approvals", Level.WORK);
        return new Actor(account.id().value(), account.login(), account.name(), account.team(), grants);
    }

    private Actor head() {
        return head(units.of("section").code());
    }

    private Actor head(String unit) {
        return heads.computeIfAbsent(unit, this::headOf);
    }

    /** Whoever is called a head and belongs to the unit; of an office with one head, that one. */
    private Actor headOf(String unit) {
        var found =
                directory.page(new Directory.Question("과장", "", "ACTIVE"), 1).accounts();
        var chief = found.stream()
                .filter(a -> units.of(a.team()).code().equals(unit))
                .findFirst()
                .orElseGet(found::getFirst);
        var grants = Map.of("approvals", Level.APPROVE);
        return new Actor(chief.id().value(), chief.login(), chief.name(), chief.team(), grants);
    }

    private static Clock then(Instant moment) {
        return Clock.fixed(moment, SEOUL);
    }
}
