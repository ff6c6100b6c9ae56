package kr.madang.approvals.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.tasks.TaskEntry;
import kr.madang.approvals.tasks.UnitTasks;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every approved paper lies in one file, and stays there once the file is closed. */
@OfficeTest
class FilingsTests {
    private static final String CODE = "F0000001";

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Units units;

    @Autowired
    Files files;

    @Autowired
    Filings filings;

    @Autowired
    UnitTasks tasks;

    @Autowired
    JdbcClient db;

    private Approving office;

    @BeforeEach
    void office() {
        office = new Approving(accounts, approvals, papers, units);
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static Filing filing() {
        return Filing.general(Approving.task(CODE));
    }

    private UUID opened(String title) {
        if (tasks.of(office.unit, CODE).isEmpty())
            tasks.add(
                    Actor.SYSTEM,
                    new TaskEntry(office.unit, Approving.task(CODE), "증빙", LocalDate.of(2020, 1, 1), null));
        return files.open(Actor.SYSTEM, office.unit, CODE, title);
    }

    @Test
    void theFirstApprovalOpensTheFileAndTheNextFindsIt() {
        var draft = office.submitted("첫째", filing());
        assertThat(filings.of(draft)).isEmpty();
        office.sign(draft);
        var file = filings.of(draft).orElseThrow();
        assertThat(file.code().text()).endsWith("-000001-001").startsWith(office.unit + "-" + CODE);
        var second = office.approved("둘째", filing());
        assertThat(filings.of(second).orElseThrow().id()).isEqualTo(file.id());
        assertThat(files.get(file.id()).papers()).isEqualTo(2);
        var other = office.approved("셋째", Filing.general(Approving.task("F0000002")));
        assertThat(filings.of(other).orElseThrow().id()).isNotEqualTo(file.id());
    }

    @Test
    void manyWhoApproveAtOnceOpenOneFile() throws Exception {
        var drafts = new ArrayList<kr.madang.approvals.line.Paper.Id>();
        for (int i = 0; i < 12; i++) drafts.add(office.submitted("동시 " + i, filing()));
        try (var pool = Executors.newFixedThreadPool(6)) {
            var signing = new ArrayList<Callable<Void>>();
            for (var id : drafts)
                signing.add(() -> {
                    office.sign(id);
                    return null;
                });
            for (var done : pool.invokeAll(signing)) done.get();
        }
        var all = files.page(new FileQuery(office.unit, 0, "", "", FileQuery.State.ANY), null, 10)
                .rows();
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().papers()).isEqualTo(12);
    }

    @Test
    void afterACloseTheNextVolumeIsOpened() {
        var first = office.approved("앞", filing());
        var file = filings.of(first).orElseThrow();
        files.close(Actor.SYSTEM, file.id());
        refused("approvals.files.closed", () -> files.close(Actor.SYSTEM, file.id()));
        var next = filings.of(office.approved("뒤", filing())).orElseThrow();
        assertThat(next.code()).isEqualTo(file.code().nextVolume());
        assertThat(files.get(file.id()).papers()).isEqualTo(1);
    }

    @Test
    void aPaperMovesWithAReasonUntilItsFileIsClosed() {
        var paper = office.approved("옮길 문서", filing());
        var from = filings.of(paper).orElseThrow();
        var to = opened("따로 모은 철");
        refused("approvals.files.reason", () -> filings.move(office.clerk, paper, to, " \t"));
        refused("approvals.files.there", () -> filings.move(office.clerk, paper, from.id(), "까닭"));
        refused("approvals.files.missing", () -> filings.move(office.clerk, paper, new UUID(0, 5), "까닭"));
        filings.move(office.clerk, paper, to, "성격이 다름");
        assertThat(filings.of(paper).orElseThrow().id()).isEqualTo(to);
        assertThat(filings.moves(paper)).singleElement().satisfies(m -> assertThat(m.reason())
                .isEqualTo("성격이 다름"));
        files.close(Actor.SYSTEM, from.id());
        refused("approvals.files.closed", () -> filings.move(office.clerk, paper, from.id(), "도로"));
        files.close(Actor.SYSTEM, to);
        var third = opened("또 다른 철");
        refused("approvals.files.closed", () -> filings.move(Actor.SYSTEM, paper, third, "늦음"));
    }

    @Test
    void aPaperStaysInItsUnit() {
        var elsewhere = new Approving(accounts, approvals, papers, units);
        var strange = filings.of(elsewhere.approved("남의 과", filing())).orElseThrow();
        var paper = office.approved("우리 과", filing());
        refused("approvals.files.elsewhere", () -> filings.move(Actor.SYSTEM, paper, strange.id(), "까닭"));
    }

    @Test
    void whoMayMoveOpenAndClose() {
        var paper = office.approved("권한", filing());
        var file = filings.of(paper).orElseThrow();
        var to = opened("옆 철");
        for (var level : Level.values()) {
            var colleague = office.actor("주무관", level);
            if (level == Level.MANAGE) continue;
            refused("approvals.may.manage", () -> filings.move(colleague, paper, to, "까닭"));
            refused("approvals.may.manage", () -> files.open(colleague, office.unit, CODE, ""));
            refused("approvals.may.manage", () -> files.close(colleague, file.id()));
            refused("approvals.may.manage", () -> filings.fileStrays(colleague, office.unit, 2026));
        }
        var viewer = new Actor(office.clerk.id(), "v", "v", "", java.util.Map.of("approvals", Level.VIEW));
        refused("approvals.may.manage", () -> filings.move(viewer, paper, to, "까닭"));
        filings.move(office.actor("기록연구사", Level.MANAGE), paper, to, "까닭");
    }

    @Test
    void theDatabaseItselfKeepsAClosedFile() {
        var paper = office.approved("굳은 문서", filing());
        var file = filings.of(paper).orElseThrow();
        var to = opened("열린 철");
        files.close(Actor.SYSTEM, file.id());
        for (var attack : List.of(
                "update approvals.filed set file = :other where paper = :paper",
                "delete from approvals.filed where paper = :paper and :other::uuid is not null",
                "update approvals.file set closed_on = null, closed_at = null where id = (select file from approvals.filed"
                        + " where paper = :paper) and :other::uuid is not null",
                "update approvals.file set retention = 'YEARS_1' where id = (select file from approvals.filed"
                        + " where paper = :paper) and :other::uuid is not null",
                "delete from approvals.file where :other::uuid is not null and :paper::uuid is not null"))
            assertThatThrownBy(() -> db.sql(attack)
                            .param("other", to)
                            .param("paper", paper)
                            .update())
                    .isInstanceOf(DataAccessException.class);
        assertThat(filings.of(paper).orElseThrow().id()).isEqualTo(file.id());
    }

    @Test
    void titlesOfClosedPapersAreForTheirReaders() {
        var paper = office.approved("감추어진 이름", Approving.closed(CODE));
        var file = filings.of(paper).orElseThrow();
        var stranger = office.actor("other", "주무관", Level.WORK);
        var seen = filings.papers(stranger, file.id(), "", null, 10).rows();
        assertThat(seen).singleElement().satisfies(p -> {
            assertThat(p.masked()).isTrue();
            assertThat(p.toString()).doesNotContain("감추어진");
        });
        assertThat(filings.papers(stranger, file.id(), "감추어진", null, 10).rows()).isEmpty();
        assertThat(filings.papers(office.clerk, file.id(), "감추어진", null, 10).rows())
                .hasSize(1);
        assertThat(files.page(new FileQuery(office.unit, 0, "", "감추어진", FileQuery.State.ANY), null, 10)
                        .rows())
                .isEmpty();
        var exported = new ArrayList<String>();
        filings.each(stranger, file.id(), p -> exported.add(p.toString()));
        assertThat(String.join("", exported)).doesNotContain("감추어진");
    }
}
