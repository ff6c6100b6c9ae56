package kr.madang.approvals.demo;

import java.util.List;
import java.util.stream.Stream;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.dispatch.SealMark;
import kr.madang.approvals.dispatch.Sending;
import kr.madang.approvals.dispatch.office.Agencies;
import kr.madang.approvals.dispatch.office.Dispatches;
import kr.madang.approvals.dispatch.office.OfficeName;
import kr.madang.approvals.dispatch.office.Outbox;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** Letters that went out on the day the demo office opened (오늘의 시행), so that both units find something to receive. */
@Component
class TodaysLetters implements Seed {
    private static final UnitTask NETWORK = new UnitTask("A1000018", "정보통신망 관리", Retention.YEARS_10);
    private static final UnitTask NEWSLETTER = new UnitTask("A1000005", "소식지 발간", Retention.YEARS_10);
    private static final UnitTask HOMEPAGE = new UnitTask("A1000012", "홈페이지 운영", Retention.YEARS_5);

    private final Approvals approvals;
    private final Papers papers;
    private final Dispatches dispatches;
    private final Outbox outbox;
    private final Units units;
    private final Agencies agencies;
    private final OfficeName office;
    private final Directory directory;

    TodaysLetters(
            Approvals approvals,
            Papers papers,
            Dispatches dispatches,
            Outbox outbox,
            Units units,
            Agencies agencies,
            OfficeName office,
            Directory directory) {
        this.approvals = approvals;
        this.papers = papers;
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.units = units;
        this.agencies = agencies;
        this.office = office;
        this.directory = directory;
    }

    private record Plan(String team, UnitTask task, String title, String text, String summary, List<String> keywords) {}

    private static final Plan LINES = new Plan(
            "telecom",
            NETWORK,
            "청사 인터넷 회선 점검 안내",
            """
            1. 청사 인터넷 회선의 이중화 점검과 관련입니다.
            2. 아래와 같이 점검하오니 점검 시간에는 저장하지 않은 작업을 마쳐 주시기 바랍니다.
              가. 점검 시각: 퇴근 뒤 20:00부터 22:00까지
              나. 점검 대상: 본관과 별관의 인터넷 회선
              다. 영향: 점검 중 두 차례, 5분 안쪽의 끊김  끝.\
            """,
            "청사 인터넷 회선을 퇴근 뒤 점검하며 짧은 끊김이 있음을 알림",
            List.of("인터넷", "회선", "점검"));
    private static final Plan ARTICLES = new Plan(
            "planning",
            NEWSLETTER,
            "구정소식지 다음 호 원고 제출 요청",
            """
            1. 구정소식지 다음 호의 편집과 관련입니다.
            2. 구민에게 알릴 소식을 아래와 같이 제출하여 주시기 바랍니다.
              가. 분량: 소식마다 400자 안팎과 사진 한 장
              나. 제출 방법: 업무포털의 원고 접수
              다. 주요 내용: 정보화교육 일정, 무선인터넷 새 설치 장소  끝.\
            """,
            "구정소식지 다음 호에 실을 소식과 사진의 제출을 요청함",
            List.of("구정소식지", "원고", "제출"));
    private static final Plan BANNERS = new Plan(
            "computing",
            HOMEPAGE,
            "구 홈페이지 누리집 상호 연결 협조 요청",
            """
            1. 이웃한 기관의 누리집을 서로 이어 구민의 편의를 높이고자 합니다.
            2. 아래의 연결을 확인하시고 의견을 회신하여 주시기 바랍니다.
              가. 연결 위치: 첫 화면 아래의 관련 누리집
              나. 연결 이름: 기관 이름 그대로
              다. 확인 방법: 담당 부서의 서면 회신  끝.\
            """,
            "관련 누리집의 상호 연결을 확인하고 회신하여 줄 것을 요청함",
            List.of("홈페이지", "연결", "협조"));

    /** After the received documents, so that numbers follow the days. */
    @Override
    public int order() {
        return 430;
    }

    @Override
    public String title() {
        return "시행문";
    }

    @Override
    public String sow(Draw draw) {
        var staff = new Staff(directory);
        if (!staff.complete() || units.all().size() < 2) return "오늘 시행 0건";
        int sent = 0;
        for (var plan : List.of(LINES, ARTICLES)) if (send(staff, plan, neighbors(plan.team()))) sent++;
        var outside = agencies.all("").stream()
                .filter(agency -> !agency.retired())
                .limit(2)
                .<Recipient>map(agency -> new Recipient.Outside(agency.code(), agency.name()))
                .toList();
        if (!outside.isEmpty()
                && send(
                        staff,
                        BANNERS,
                        Stream.concat(neighbors(BANNERS.team()).stream(), outside.stream())
                                .toList())) sent++;
        return "오늘 시행 " + sent + "건";
    }

    private List<Recipient> neighbors(String team) {
        var own = units.of(team).code();
        return units.all().stream()
                .filter(unit -> !unit.code().equals(own))
                .<Recipient>map(unit -> new Recipient.Inside(unit.code(), unit.name()))
                .toList();
    }

    private boolean send(Staff staff, Plan plan, List<Recipient> to) {
        if (to.isEmpty()) return false;
        var drafter = Staff.actor(staff.writers(plan.team()).getFirst());
        var paper = approved(staff, plan, drafter);
        outbox.hurry(
                dispatches.send(drafter, paper, new Sending("", office.sender(), SealMark.OMITTED, false, to, "")));
        return true;
    }

    private Paper.Id approved(Staff staff, Plan plan, Actor drafter) {
        Account leader = staff.leader(plan.team());
        Account chief = staff.chief(plan.team());
        var content = new Content(plan.title(), plan.text(), plan.summary(), plan.keywords(), List.of());
        var route = Route.of(List.of(Stage.review(Staff.person(leader))), Staff.person(chief));
        var id = approvals.draft(drafter, content, Filing.general(plan.task()), route);
        var hash = papers.open(drafter, id).hash();
        approvals.submit(drafter, id, hash, "");
        approvals.sign(Staff.actor(leader), id, hash, "");
        approvals.sign(Staff.actor(chief), id, hash, "");
        return id;
    }
}
