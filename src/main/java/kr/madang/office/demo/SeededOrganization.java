package kr.madang.office.demo;

import static kr.madang.office.demo.Sower.row;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.office.Span;
import org.jspecify.annotations.Nullable;

/**
 * The section of both reports: 홍보전산과 until the end of 2018, 홍보미디어과 after. Names and duties of 2023 stand in the report; of
 * 2013 the report names two teams, and the others are made up from its tasks. The day of the change is made up too.
 */
final class SeededOrganization {
    static final LocalDate OPENED = LocalDate.of(2011, 1, 1);
    static final LocalDate REFORM = LocalDate.of(2019, 1, 1);

    private record Plan(String code, @Nullable String before, String beforeDuties, String after, String afterDuties) {}

    private static final List<Plan> PLANS = List.of(
            new Plan(
                    "press",
                    "홍보팀",
                    "보도자료 작성·배포|기획보도 및 주요시책 언론 광고|신문 구독 관리|구 소식지 발행|어린이·시니어 소식지 발행|직원 홍보교육",
                    "언론팀",
                    "보도자료 작성|신문·방송 스크랩|언론광고, 신문공고|신문구독 관리"),
            new Plan("planning", null, "", "홍보기획팀", "구 소식지 발행 및 기자단 운영|CI, 슬로건 등 상징물 관리|홍보자문단, 홍보대사위촉·운영|구정 홍보 시설물 관리"),
            new Plan(
                    "media",
                    "인터넷미디어팀",
                    "인터넷방송 운영|IPTV 운영|SNS 운영 및 서포터즈 관리|웹사이트 운영 및 개인정보 노출 점검|주요행사 촬영",
                    "소통미디어팀",
                    "구 SNS 등을 활용한 구정 및 주요시책 홍보|주요행사 사진촬영·관리|인터넷 방송 운영|영상 콘텐츠 제작|IPTV, 스튜디오 운영"),
            new Plan(
                    "computing",
                    "전산팀",
                    "정보시스템 운영·유지보수|재해복구시스템 관리|상용소프트웨어 구매·보급|맞춤형 입찰정보 시스템 운영|정보화 교육 및 경진대회",
                    "전산운영팀",
                    "정보화기획|IT신기술 업무추진|홈페이지 운영 관리|행정정보시스템 운영|지역정보화 사업|소프트웨어 보급|스마트정보화교육"),
            new Plan(
                    "telecom",
                    "정보통신팀",
                    "정보통신망, 자가망 운영|정보통신 보안|정보통신사용전 검사|공공 무선인터넷 구축|U-영등포 통합관제센터 운영",
                    "정보통신팀",
                    "정보통신망, 자가망 운영|정보통신 보안, 개인정보보안|정보통신사용전 검사|다기능 사무기기 보급|공공무선인터넷 구축·운영"));

    private final Draw draw;
    private final Map<String, UUID> teams = new HashMap<>();
    private final List<Map<String, @Nullable Object>> terms = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> duties = new ArrayList<>();

    SeededOrganization(Draw draw) {
        this.draw = draw;
    }

    UUID team(String code) {
        var id = teams.get(code);
        if (id == null) throw new IllegalArgumentException(code);
        return id;
    }

    void sow(Sower sower) {
        var section = id();
        sower.sow("department", List.of(row("id", section, "code", "section")));
        sower.sow(
                "department_term",
                List.of(
                        row("id", id(), "department_id", section, "name", "홍보전산과", "valid", before().range()),
                        row("id", id(), "department_id", section, "name", "홍보미디어과", "valid", after().range())));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < PLANS.size(); i++) {
            var plan = PLANS.get(i);
            var team = id();
            teams.put(plan.code, team);
            rows.add(row("id", team, "department_id", section, "code", plan.code));
            term(team, plan, i + 1);
            duty(team, plan);
        }
        sower.sow("team", rows);
        sower.sow("team_term", terms);
        sower.sow("duty", duties);
    }

    private void term(UUID team, Plan plan, int position) {
        if (plan.after.equals(plan.before)) {
            addTerm(team, plan.after, position, Span.since(OPENED));
            return;
        }
        if (plan.before != null) addTerm(team, plan.before, position, before());
        addTerm(team, plan.after, position, after());
    }

    private void addTerm(UUID team, String name, int position, Span valid) {
        terms.add(row("id", id(), "team_id", team, "name", name, "position", position, "valid", valid.range()));
    }

    private void duty(UUID team, Plan plan) {
        var old = List.of(plan.beforeDuties.split("\\|"));
        var now = List.of(plan.afterDuties.split("\\|"));
        for (var name : old)
            if (!name.isEmpty())
                addDuty(team, name, old.indexOf(name) + 1, now.contains(name) ? Span.since(OPENED) : before());
        for (var name : now) if (!old.contains(name)) addDuty(team, name, now.indexOf(name) + 1, after());
    }

    private void addDuty(UUID team, String name, int position, Span valid) {
        duties.add(row("id", id(), "team_id", team, "name", name, "position", position, "valid", valid.range()));
    }

    static Span before() {
        return new Span(OPENED, REFORM.minusDays(1));
    }

    static Span after() {
        return Span.since(REFORM);
    }

    private UUID id() {
        return draw.id(OPENED.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
