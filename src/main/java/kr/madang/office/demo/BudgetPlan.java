package kr.madang.office.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demo's budgets hold, in 천원. Amounts of units and of report tasks are the printed ones; how a unit divides into detailed
 * projects is made up wherever the reports do not say, so that every printed sum comes out of its parts.
 */
final class BudgetPlan {
    /**
     * A detailed project.
     *
     * @param obligated committed by the end of May; -1 when no report says
     * @param spent paid by the end of May; -1 when no report says
     * @param months first and last month in which it is committed before June, e.g. 1–5
     * @param accounts line items with their weights, e.g. {@code 201-01 사무관리비:60}
     * @param lumps whether it is committed in very few, large pieces
     */
    record Project(
            String name,
            long planned,
            long obligated,
            long spent,
            @Nullable String task,
            int firstMonth,
            int lastMonth,
            boolean lumps,
            List<Account> accounts) {}

    record Account(String name, int weight) {}

    record Unit(String policy, String name, String team, boolean fast, List<Project> projects) {
        long planned() {
            return projects.stream().mapToLong(Project::planned).sum();
        }
    }

    private static final String OFFICE = "201-01 사무관리비:55/201-02 공공운영비:30/202-01 국내여비:15";
    private static final String SERVICE = "201-02 공공운영비:70/201-01 사무관리비:30";
    private static final String GOODS = "405-01 자산및물품취득비:100";
    private static final String ENTRUSTED = "307-05 민간위탁금:80/201-01 사무관리비:20";
    private static final String AGENCY = "308-10 공기관등에대한경상적위탁사업비:100";
    private static final String DEVELOPMENT = "207-02 전산개발비:60/201-02 공공운영비:40";

    private static final String BUDGET_2023 = """
            # 구정홍보 강화 | 언론홍보를 통한 구 이미지 제고 | press | fast
            언론매체 홍보 및 공고 | 612480 | 268450 | 205131 | 홍보기능 강화를 통한 구 이미지 제고 | 1-5 | | OFFICE
            통·반장 신문 구독 | 378000 | 195600 | 112800 | 홍보기능 강화를 통한 구 이미지 제고 | 1-5 | | SERVICE
            보도자료 작성 및 취재 지원 | 101421 | 38741 | 32400 | 홍보기능 강화를 통한 구 이미지 제고 | 1-5 | | OFFICE
            # 구정홍보 강화 | 전략적 기획을 통한 대외 홍보 강화 | planning | fast
            영등포 소식 발행 | 258000 | 150000 | 82500 | 홍보기능 강화를 통한 구 이미지 제고 | 1-5 | | OFFICE
            영등포 시니어 소식 발행 | 45482 | 28000 | 11375 | 홍보기능 강화를 통한 구 이미지 제고 | 1-5 | | OFFICE
            꿈나무 영등포 발행 | 70000 | 40000 | 17000 | 홍보기능 강화를 통한 구 이미지 제고 | 1-5 | | OFFICE
            상징물 관리 및 홍보자문단 운영 | 34483 | 15200 | 12300 | | 1-5 | | OFFICE
            구정 홍보시설물 관리 | 80000 | 46800 | 24200 | | 1-5 | | SERVICE
            # 구정홍보 강화 | 미디어 매체를 활용한 구정홍보 | media | fast
            SNS 운영 및 온라인 홍보 | 182000 | 83412 | 83412 | 다양한 소통채널을 활용한 맞춤형 구정 홍보 | 1-5 | | ENTRUSTED
            인터넷방송 및 영상 콘텐츠 제작 | 236292 | 108206 | 108206 | 다양한 소통채널을 활용한 맞춤형 구정 홍보 | 1-5 | | ENTRUSTED
            IPTV 및 YDP스튜디오 운영 | 85000 | 39500 | 39500 | 다양한 소통채널을 활용한 맞춤형 구정 홍보 | 1-5 | | SERVICE
            주요행사 사진촬영 및 관리 | 40000 | 18500 | 18500 | 다양한 소통채널을 활용한 맞춤형 구정 홍보 | 1-5 | | OFFICE
            # 스마트 행정 구현 | 스마트시대를 선도하는 미래 정보화 추진 | computing | fast
            대표 홈페이지 운영 및 관리 | 168528 | 121801 | 52300 | 구 홈페이지 및 정보시스템 운영·관리 | 1-5 | | DEVELOPMENT
            행정정보시스템 운영 및 유지관리 | 441000 | 417000 | 174800 | 구 홈페이지 및 정보시스템 운영·관리 | 1-5 | | SERVICE
            노후 웹방화벽 교체 | 75000 | 75000 | 75000 | 구 홈페이지 및 정보시스템 운영·관리 | 1-2 | lumps | GOODS
            구민 정보화교육 운영 | 142103 | 128152 | 56152 | 디지털 실생활 맞춤형 정보화교육 운영 | 2-5 | | ENTRUSTED
            직원 정보화교육 운영 | 40000 | 25000 | 11400 | 디지털 실생활 맞춤형 정보화교육 운영 | 2-5 | | OFFICE
            전자결재시스템(온나라) 도입 | 504523 | 504522 | 504522 | 전자결재시스템(온나라) 도입 | 1-2 | lumps | AGENCY
            소프트웨어 보급 | 120867 | 88000 | 82000 | | 1-5 | | GOODS
            지역정보화 및 IT신기술 추진 | 54000 | 21000 | 12000 | | 2-5 | | OFFICE
            # 스마트 행정 구현 | 신속하고 안정적인 행정서비스 지원을 위한 정보통신망 운영 | telecom | fast
            교환기 및 전화기 교체 | 900000 | 0 | 0 | 교환기 및 전화기 교체 | 5-5 | lumps | GOODS
            다기능 사무기기 보급 | 381550 | 381248 | 371893 | 다기능 사무기기 보급 | 2-4 | lumps | GOODS
            정보통신망 운영 및 회선 사용 | 782218 | 520000 | 312000 | | 1-5 | | SERVICE
            자가정보통신망 유지관리 | 268000 | 241000 | 96000 | | 1-5 | | SERVICE
            정보보안시스템 운영 및 개인정보보호 | 296000 | 203000 | 118500 | | 1-5 | | SERVICE
            공공무선인터넷 구축 및 운영 | 198000 | 121000 | 58200 | | 1-5 | | SERVICE
            정보통신 사용전검사 운영 | 12000 | 4100 | 3300 | | 1-5 | | OFFICE
            정보통신시스템 유지보수 | 68000 | 61000 | 28000 | | 1-5 | | SERVICE
            # 행정운영경비 | 기본경비 | press | slow
            홍보미디어과 기본경비 | 155105 | 55890 | 52490 | | 1-5 | | OFFICE
            """;

    private static final String BUDGET_2013 = """
            # 구정홍보 활성화 | 언론매체활용 구정홍보 | press | fast
            언론보도 지원 | 86606 | -1 | -1 | 대 언론홍보 강화 | 1-5 | | OFFICE
            주요시책 언론 광고 | 250000 | -1 | -1 | 대 언론홍보 강화 | 1-5 | | SERVICE
            신문 구독 지원 | 430000 | -1 | -1 | 대 언론홍보 강화 | 1-5 | | SERVICE
            # 구정홍보 활성화 | 홍보물활용 구정홍보 | press | fast
            영등포행복소식 발행 | 196913 | -1 | -1 | 「영등포행복소식」 발행 | 1-5 | | OFFICE
            꿈나무영등포 발행 | 20830 | -1 | -1 | 어린이 소식지 「꿈나무영등포」 발행 | 1-5 | | OFFICE
            시니어 소식지 발간 | 17922 | -1 | -1 | 시니어 소식지 발간 | 3-5 | | OFFICE
            구정 홍보물 제작 | 21618 | -1 | -1 | | 1-5 | | OFFICE
            # 구정홍보 활성화 | 미디어활용 구정홍보 | media | fast
            인터넷방송 및 IPTV 운영 | 160000 | -1 | -1 | 인터넷방송 및 IPTV운영 | 1-5 | | ENTRUSTED
            SNS 운영 | 23240 | -1 | -1 | SNS를 통한 구민과의 소통 강화 | 1-5 | | OFFICE
            구정 영상·사진 기록 | 104375 | -1 | -1 | | 1-5 | | OFFICE
            # 정보화 추진 | 디지털 행정환경 개선 | computing | fast
            웹사이트 성능개선 | 11100 | -1 | -1 | 웹사이트 성능개선 | 4-5 | lumps | GOODS
            상용소프트웨어 구매 | 158401 | -1 | -1 | 상용소프트웨어 구매 | 2-4 | lumps | GOODS
            맞춤형 입찰정보 시스템 운영 | 28000 | -1 | -1 | 맞춤형 입찰정보 시스템 운영 | 3-5 | | SERVICE
            홈페이지 유지관리 | 52242 | -1 | -1 | | 1-5 | | DEVELOPMENT
            # 정보화 추진 | 행정정보화 시스템 고도화 | computing | fast
            정보시스템 통합 유지보수 | 563795 | -1 | -1 | 정보시스템의 안정적 운영 | 3-5 | | SERVICE
            전산장비 임차 | 30000 | -1 | -1 | | 1-5 | | SERVICE
            # 정보화 추진 | 정보통신망의 안정적 운영 및 지원 | telecom | fast
            정보통신망 전문 유지보수 | 435919 | -1 | -1 | 정보통신망의 안정적 운영 및 지원 | 3-5 | | SERVICE
            공공 무선인터넷(WiFi) 구축 | 89946 | -1 | -1 | 구민편의 증진을 위한 공공 무선인터넷 구축 | 3-5 | | GOODS
            통신회선 사용 | 536744 | -1 | -1 | | 1-5 | | SERVICE
            # 정보화 추진 | 정보통신보안 및 개인정보보호 강화 | telecom | fast
            정보보호시스템 운영 | 52293 | -1 | -1 | | 1-5 | | SERVICE
            개인정보보호 관리 | 30000 | -1 | -1 | | 1-5 | | OFFICE
            # 정보화 추진 | U-city 관리 | telecom | fast
            통합관제센터 운영 | 374100 | -1 | -1 | U-영등포 통합관제센터 운영 관리 | 2-5 | | ENTRUSTED
            CCTV 시설 관리 | 43799 | -1 | -1 | | 1-5 | | SERVICE
            # 정보화 추진 | 정보화 교육 효율적 추진 | computing | fast
            구민 정보화 교육 | 118202 | -1 | -1 | 정보화 교육 운영 | 1-5 | | ENTRUSTED
            직원 정보화 교육 | 30000 | -1 | -1 | 정보화 교육 운영 | 1-5 | | OFFICE
            """;

    /** 2012: only the units' amounts are printed; projects are those of 2013 in proportion, without the new ones. */
    private static final List<Long> UNITS_2012 =
            List.of(741_558L, 250_560L, 236_773L, 505_106L, 946_441L, 1_082_056L, 117_695L, 293_749L, 141_279L);

    private static final List<String> NEW_IN_2013 = List.of("시니어 소식지 발간");

    private BudgetPlan() {}

    static List<Unit> of(int year) {
        return switch (year) {
            case 2023 -> parse(BUDGET_2023);
            case 2013 -> parse(BUDGET_2013);
            case 2012 -> earlier(parse(BUDGET_2013));
            default -> throw new IllegalArgumentException("no budget for " + year);
        };
    }

    private static List<Unit> earlier(List<Unit> units) {
        var result = new ArrayList<Unit>();
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            var kept = unit.projects.stream()
                    .filter(p -> !NEW_IN_2013.contains(p.name))
                    .toList();
            var planned = Shares.divide(
                    UNITS_2012.get(i), kept.stream().mapToLong(Project::planned).toArray());
            var projects = new ArrayList<Project>();
            for (int p = 0; p < kept.size(); p++) {
                var k = kept.get(p);
                projects.add(
                        new Project(k.name, planned[p], -1, -1, null, k.firstMonth, k.lastMonth, k.lumps, k.accounts));
            }
            result.add(new Unit(unit.policy, unit.name, unit.team, unit.fast, projects));
        }
        return result;
    }

    private static List<Unit> parse(String text) {
        var units = new ArrayList<Unit>();
        for (var line : text.lines().toList()) {
            var cell = Arrays.stream(line.replace("# ", "").split("\\|"))
                    .map(String::strip)
                    .toList();
            if (line.startsWith("# "))
                units.add(new Unit(
                        cell.get(0), cell.get(1), cell.get(2), cell.get(3).equals("fast"), new ArrayList<>()));
            else units.getLast().projects.add(project(cell));
        }
        return units;
    }

    private static Project project(List<String> cell) {
        var months = cell.get(5).split("-");
        return new Project(
                cell.get(0),
                Long.parseLong(cell.get(1)),
                Long.parseLong(cell.get(2)),
                Long.parseLong(cell.get(3)),
                cell.get(4).isEmpty() ? null : cell.get(4),
                Integer.parseInt(months[0]),
                Integer.parseInt(months[1]),
                cell.get(6).equals("lumps"),
                accounts(cell.get(7)));
    }

    private static List<Account> accounts(String name) {
        var text =
                switch (name) {
                    case "OFFICE" -> OFFICE;
                    case "SERVICE" -> SERVICE;
                    case "GOODS" -> GOODS;
                    case "ENTRUSTED" -> ENTRUSTED;
                    case "AGENCY" -> AGENCY;
                    case "DEVELOPMENT" -> DEVELOPMENT;
                    default -> throw new IllegalArgumentException(name);
                };
        return Arrays.stream(text.split("/"))
                .map(a ->
                        new Account(a.substring(0, a.indexOf(':')), Integer.parseInt(a.substring(a.indexOf(':') + 1))))
                .toList();
    }
}
