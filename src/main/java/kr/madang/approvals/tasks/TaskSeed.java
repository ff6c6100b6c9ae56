package kr.madang.approvals.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** The table of records of the demo office: what its two units do, team by team. */
@Component
class TaskSeed implements Seed {
    private static final String UNIT = "0000001";
    /** Both reports know one section; that the computing teams keep registers of their own is made up. */
    private static final Units.Unit SECOND = new Units.Unit("0000002", "전산정보과");

    private static final List<String> SECOND_TEAMS = List.of("computing", "telecom");
    private static final Set<String> SECOND_TASKS = Set.of(
            "홈페이지 운영",
            "정보화 교육",
            "정보화 기본계획",
            "개인정보 보호",
            "사무기기 관리",
            "행정정보시스템 운영",
            "정보통신망 관리",
            "정보통신공사 사용전검사",
            "통합관제센터 운영",
            "전산정보과 서무",
            "전산정보과 예산과 지출");
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    /** Title, period and the reason for it. */
    private static final String[][] TASKS = {
        {"언론 홍보", "5년", "보도자료와 언론 대응의 경과를 감사와 다음 계획에 쓴다."},
        {"언론매체 광고", "5년", "계약과 지급의 증빙으로 쓴다."},
        {"신문 구독 관리", "3년", "구독료 지급의 증빙으로 쓴다."},
        {"구정 홍보 종합계획", "10년", "해마다의 홍보 방향을 견주어 본다."},
        {"소식지 발간", "10년", "구정의 역사로서 뒤에 찾는다."},
        {"명예기자 운영", "3년", "위촉과 활동의 증빙으로 쓴다."},
        {"구정 영상 제작", "10년", "영상물과 함께 남긴다."},
        {"사진 기록 관리", "영구", "구정의 역사로서 남긴다."},
        {"SNS 운영", "3년", "운영 성과를 견주어 본다."},
        {"SNS 민원 처리", "5년", "처리 경과의 증빙으로 쓴다."},
        {"인터넷방송 운영", "5년", "편성과 송출의 증빙으로 쓴다."},
        {"홈페이지 운영", "5년", "개편과 장애의 경과를 찾는다."},
        {"정보화 교육", "5년", "수료 사실을 확인한다."},
        {"정보화 기본계획", "30년", "정보화 정책의 흐름을 밝힌다."},
        {"개인정보 보호", "5년", "점검과 시정의 증빙으로 쓴다."},
        {"사무기기 관리", "5년", "취득과 처분의 증빙으로 쓴다."},
        {"행정정보시스템 운영", "10년", "시스템의 변경 경과를 찾는다."},
        {"정보통신망 관리", "10년", "회선과 장비의 변경 경과를 찾는다."},
        {"정보통신공사 사용전검사", "준영구", "건축물이 있는 동안 찾는다."},
        {"통합관제센터 운영", "10년", "운영과 열람의 증빙으로 쓴다."},
        {"과 서무", "1년", "일상 업무의 참고에 그친다."},
        {"예산과 지출", "5년", "지출의 증빙으로 쓴다."},
        {"전산정보과 서무", "1년", "일상 업무의 참고에 그친다."},
        {"전산정보과 예산과 지출", "5년", "지출의 증빙으로 쓴다."}
    };

    private final UnitTasks tasks;
    private final Units units;

    TaskSeed(UnitTasks tasks, Units units) {
        this.tasks = tasks;
        this.units = units;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String title() {
        return "단위과제";
    }

    @Override
    public String sow(Draw draw) {
        units.set(Actor.SYSTEM, SECOND, SECOND_TEAMS);
        for (int i = 0; i < TASKS.length; i++) {
            var row = TASKS[i];
            var task = new UnitTask("A%07d".formatted(1_000_001 + i), row[0], Retention.titled(row[1]));
            var unit = SECOND_TASKS.contains(row[0]) ? SECOND.code() : UNIT;
            tasks.add(Actor.SYSTEM, new TaskEntry(unit, task, row[2], FIRST, null));
        }
        return "단위과제 %d개".formatted(TASKS.length);
    }
}
