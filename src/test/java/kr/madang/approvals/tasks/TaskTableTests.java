package kr.madang.approvals.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import kr.madang.kernel.sheet.SheetWriter;
import org.junit.jupiter.api.Test;

/** The table of records goes out and comes back the same. */
class TaskTableTests {
    private static final String HEAD = "처리과 코드,단위과제 번호,단위과제명,보존기간,책정 사유,시작일,종료일\n";

    private static TaskTable.Outcome read(String rows) {
        return TaskTable.read((HEAD + rows).getBytes(StandardCharsets.UTF_8), "0000001");
    }

    @Test
    void whatIsHandedOutIsTakenInAgain() throws IOException {
        var entries = List.of(
                new TaskEntry(
                        "0000001",
                        new UnitTask("A0000001", "=합계(1), \"따옴표\"", Retention.PERMANENT),
                        "-줄임",
                        LocalDate.of(2024, 2, 29),
                        null),
                new TaskEntry(
                        "0000002",
                        new UnitTask("A0000002", "나", Retention.YEARS_1),
                        "사유",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2020, 12, 31)));
        for (var form : List.of("csv", "xlsx")) {
            var bytes = new ByteArrayOutputStream();
            try (var out = form.equals("csv") ? SheetWriter.csv(bytes) : SheetWriter.xlsx(bytes, "단위과제")) {
                TaskTable.head(out);
                for (var entry : entries) TaskTable.row(out, entry);
            }
            var back = TaskTable.read(bytes.toByteArray(), "0000009");
            assertThat(back.mistakes()).isEmpty();
            assertThat(back.entries()).isEqualTo(entries);
        }
    }

    @Test
    void everyMistakeNamesItsLine() {
        var outcome = read("""
                ,A0000001,가,5년,사유,2020-01-01,
                ,A0000001,거듭,5년,사유,2020-01-01,
                ,short,나,5년,사유,2020-01-01,
                ,A0000003,다,7년,사유,2020-01-01,
                ,A0000004,라,5년,,2020-01-01,
                ,A0000005,마,5년,사유,2023-02-29,
                ,A0000006,바,5년,사유,,
                ,A0000007,사,5년,사유,2020-01-01,2019-12-31

                ,A0000008,아,5년,사유,2024. 2. 29.,
                """);
        assertThat(outcome.mistakes())
                .extracting(m -> m.line() + " " + m.what().code())
                .containsExactly(
                        "3 approvals.tasks.twice",
                        "4 approvals.task.code",
                        "5 approvals.retention.unknown",
                        "6 approvals.tasks.reason",
                        "7 kernel.day.unreadable",
                        "8 approvals.tasks.first",
                        "9 approvals.tasks.days");
        assertThat(outcome.entries()).hasSize(2).allMatch(e -> e.unit().equals("0000001"));
    }

    @Test
    void whatIsNoTableIsRefused() {
        for (var file : List.of("아무 글", "단위과제 번호,단위과제명\nA0000001,가"))
            assertThatThrownBy(() -> TaskTable.read(file.getBytes(StandardCharsets.UTF_8), "0000001"))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.code()).isEqualTo("approvals.tasks.head"));
        assertThatThrownBy(() -> TaskTable.read(new byte[0], "0000001")).isInstanceOf(Refused.class);
    }
}
