package kr.madang.approvals.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Which unit tasks there are, and who may say so. */
@OfficeTest
@Transactional
class UnitTasksTests {
    private static final String UNIT = "0000001";
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Autowired
    UnitTasks tasks;

    private static TaskEntry entry(String code, String title) {
        return new TaskEntry(UNIT, new UnitTask(code, title, Retention.YEARS_10), "증빙", FIRST, null);
    }

    private static Actor actor(Level level) {
        return new Actor(UUID.randomUUID(), "t", "t", "press", Map.of("approvals", level));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void draftsAreOfferedWhatIsInUse() {
        tasks.add(Actor.SYSTEM, entry("T0000001", "가로등 100% 점검_계획"));
        tasks.add(Actor.SYSTEM, entry("T0000002", "나눔 장터"));
        tasks.add(
                Actor.SYSTEM,
                new TaskEntry(
                        UNIT,
                        new UnitTask("T0000003", "나중에 쓸 과제", Retention.YEARS_1),
                        "증빙",
                        LocalDate.of(2999, 1, 1),
                        null));
        assertThat(tasks.of(UNIT, ""))
                .extracting(UnitTask::code)
                .contains("T0000001", "T0000002")
                .doesNotContain("T0000003");
        assertThat(tasks.of(UNIT, "100% 점검_")).extracting(UnitTask::code).containsExactly("T0000001");
        assertThat(tasks.of(UNIT, "100__점검")).isEmpty();
        assertThat(tasks.of(UNIT, "t0000002")).extracting(UnitTask::title).containsExactly("나눔 장터");
        assertThat(tasks.of("0000009", "")).isEmpty();
        tasks.close(Actor.SYSTEM, UNIT, "T0000002", LocalDate.of(2021, 12, 31));
        assertThat(tasks.of(UNIT, "나눔")).isEmpty();
        assertThat(tasks.page(UNIT, "나눔", true, null, 10).rows()).hasSize(1);
        assertThat(tasks.page(UNIT, "나눔", false, null, 10).rows()).isEmpty();
    }

    @Test
    void onlyManagersKeepTheTable() {
        tasks.add(Actor.SYSTEM, entry("T0000004", "과제"));
        for (var level : List.of(Level.VIEW, Level.WORK, Level.APPROVE)) {
            refused("approvals.may.manage", () -> tasks.add(actor(level), entry("T0000005", "과제")));
            refused("approvals.may.manage", () -> tasks.change(actor(level), entry("T0000004", "과제")));
            refused("approvals.may.manage", () -> tasks.close(actor(level), UNIT, "T0000004", FIRST));
            refused("approvals.may.manage", () -> tasks.take(actor(level), List.of()));
        }
        tasks.add(actor(Level.MANAGE), entry("T0000005", "과제"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        tasks.add(Actor.SYSTEM, entry("T0000006", "과제"));
        refused("approvals.tasks.taken", () -> tasks.add(Actor.SYSTEM, entry("T0000006", "다른 과제")));
        refused("approvals.tasks.missing", () -> tasks.change(Actor.SYSTEM, entry("T0000007", "과제")));
        refused("approvals.tasks.missing", () -> tasks.close(Actor.SYSTEM, UNIT, "T0000007", FIRST));
        refused("approvals.tasks.days", () -> tasks.close(Actor.SYSTEM, UNIT, "T0000006", FIRST.minusDays(1)));
        var task = new UnitTask("T0000008", "과제", Retention.YEARS_1);
        refused("approvals.tasks.reason", () -> new TaskEntry(UNIT, task, " ", FIRST, null));
        refused(
                "approvals.tasks.unit",
                () -> tasks.add(Actor.SYSTEM, new TaskEntry("9999999", task, "증빙", FIRST, null)));
        refused("approvals.task.code", () -> new UnitTask("short", "과제", Retention.YEARS_1));
    }

    @Test
    void aTableIsTakenInAgainWithoutAnyChange() {
        var table = List.of(entry("T0000011", "가"), entry("T0000012", "나"));
        assertThat(tasks.take(Actor.SYSTEM, table)).isEqualTo(2);
        assertThat(tasks.take(Actor.SYSTEM, table)).isZero();
        assertThat(tasks.take(Actor.SYSTEM, List.of(table.getFirst(), entry("T0000012", "다"))))
                .isEqualTo(1);
        var all = new ArrayList<String>();
        tasks.each(UNIT, e -> all.add(e.task().title()));
        assertThat(all).contains("가", "다").doesNotContain("나");
    }
}
