package kr.madang.approvals.demo;

import java.time.LocalDate;
import java.util.List;
import kr.madang.approvals.delegation.Amounts;
import kr.madang.approvals.delegation.Entry;
import kr.madang.approvals.delegation.Position;

/** The table of delegation of the demo office (시연 위임전결표). */
final class SeededTable {
    private static final LocalDate SINCE = LocalDate.of(2022, 7, 1);
    private static final long MILLION = 1_000_000;

    private SeededTable() {}

    static List<Entry> rows() {
        return List.of(
                row("office", "일반 행정 사무", Position.LEADER, "1"),
                row("office.plan", "주간·월간 시행 계획", Position.CHIEF, "1-2"),
                row("office.consult", "부서 사이의 협의", Position.CHIEF, "1-3"),
                new Entry("plan", "사업 추진 계획", Amounts.ANY, Position.CHIEF, false, true, basis("2"), SINCE, null),
                new Entry(
                        "plan.year",
                        "연간 종합 계획",
                        Amounts.ANY,
                        Position.DIRECTOR,
                        false,
                        true,
                        basis("2-1"),
                        SINCE,
                        null),
                row("press", "언론 대응", Position.CHIEF, "3"),
                row("press.release", "보도자료 제공", Position.LEADER, "3-1"),
                row("petition", "민원 처리", Position.LEADER, "4"),
                row("notice", "공고와 고시", Position.CHIEF, "5"),
                row("order", "지시와 복무", Position.CHIEF, "6"),
                new Entry(
                        "report.freeze",
                        "주요업무 보고 확정",
                        Amounts.ANY,
                        Position.CHIEF,
                        true,
                        true,
                        basis("7-1"),
                        SINCE,
                        null),
                row("notices.send", "문자·전자우편 알림 발송", Position.CHIEF, "7-2"),
                new Entry(
                        "notices.alert",
                        "재난 알림 발령",
                        Amounts.ANY,
                        Position.CHIEF,
                        true,
                        true,
                        basis("7-3"),
                        SINCE,
                        null),
                spend("spend", "예산 집행", 0, 5, Position.LEADER, "8-가"),
                spend("spend", "예산 집행", 5, 50, Position.CHIEF, "8-나"),
                spend("spend", "예산 집행", 50, 200, Position.DIRECTOR, "8-다"),
                new Entry(
                        "spend",
                        "예산 집행",
                        Amounts.from(200 * MILLION),
                        Position.HEAD,
                        false,
                        true,
                        basis("8-라"),
                        SINCE,
                        null),
                spend("spend.ad", "광고료", 0, 3, Position.LEADER, "8-1-가"),
                new Entry(
                        "spend.ad",
                        "광고료",
                        Amounts.from(3 * MILLION),
                        Position.CHIEF,
                        false,
                        false,
                        basis("8-1-나"),
                        SINCE,
                        null));
    }

    private static Entry row(String task, String title, Position position, String item) {
        return Entry.of(task, title, Amounts.ANY, position, basis(item), SINCE);
    }

    private static Entry spend(String task, String title, long from, long below, Position position, String item) {
        var span = new Amounts(from * MILLION, below * MILLION);
        return new Entry(task, title, span, position, false, false, basis(item), SINCE, null);
    }

    private static String basis(String item) {
        return "사무전결 처리 규칙 별표 " + item;
    }
}
