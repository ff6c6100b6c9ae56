package kr.madang.approvals.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import kr.madang.OfficeTest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Looks;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.shelf.Approving;
import kr.madang.approvals.shelf.Filings;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Closed files leave as a package that proves itself. */
@OfficeTest
class TransfersTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Looks looks;

    @Autowired
    Units units;

    @Autowired
    Filings filings;

    @Autowired
    kr.madang.approvals.shelf.Files shelf;

    @Autowired
    Transfers transfers;

    @Autowired
    kr.madang.kernel.files.Files files;

    @TempDir
    Path folder;

    private Approving office;
    private int year;

    @BeforeEach
    void office() {
        office = new Approving(accounts, approvals, papers, units);
        year = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private void close(Paper.Id paper) {
        shelf.close(Actor.SYSTEM, filings.of(paper).orElseThrow().id());
    }

    private byte[] written(java.util.UUID id) {
        var out = new ByteArrayOutputStream();
        transfers.write(Actor.SYSTEM, id, out);
        return out.toByteArray();
    }

    private static Map<String, String> parts(byte[] zip) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }

    @Test
    void theWholePaperIsInThePackageAndThePackageIsSound() throws IOException {
        var stored = files.put(
                office.clerk, "../붙임: 배치도.txt", new ByteArrayInputStream("배치도".getBytes(StandardCharsets.UTF_8)));
        var attachment = new Attachment("../붙임: 배치도.txt", stored.size(), stored.sha256());
        var content = new Content("첨부 있는 문서", "1. 붙임과 같음  끝.", "요지", List.of("붙임"), List.of(attachment));
        var paper = office.approved(content, Filing.general(Approving.task("X0000001")));
        close(paper);
        var id = transfers.make(Actor.SYSTEM, office.unit, year);
        var zip = written(id);
        var parts = parts(zip);
        var at = "files/" + filings.of(paper).orElseThrow().code().text() + "/000001/";
        assertThat(parts.get(at + "text.txt")).isEqualTo("1. 붙임과 같음  끝.");
        assertThat(parts.get(at + "attachments/01-.._붙임_ 배치도.txt")).isEqualTo("배치도");
        assertThat(parts.get(at + "card.json"))
                .contains("첨부 있는 문서", "SIGNED", "\"previous\" : \"" + "0".repeat(64))
                .contains(papers.open(office.clerk, paper).hash());
        assertThat(parts.get("transfer.json")).contains("5년", (year + 1) + "-01-01");
        var file = Files.write(folder.resolve("p.zip"), zip);
        assertThat(transfers.inspect(office.clerk, file).damages()).isEmpty();
        assertThat(parts.get("people.json")).contains(office.chief.id().toString(), "기록과장");
        units.set(Actor.SYSTEM, new Units.Unit(office.unit, "딴이름과"), List.of(office.clerk.team()));
        var chief = accounts.get(new Account.Id(office.chief.id()));
        var other = new Accounts.Details("바뀐 이름", office.chief.team(), "다른 자리", "", "");
        accounts.edit(Actor.SYSTEM, chief.id(), chief.version(), other);
        assertThat(written(id)).as("whatever people and units are called later").isEqualTo(zip);
        assertThat(looks.of(office.clerk, paper, null, 50).rows())
                .anySatisfy(l -> assertThat(l.login()).isEqualTo("system"));
    }

    @Test
    void aPackageWithoutAnAttachmentIsNotMade() {
        var lost = new Attachment("없는 파일.hwpx", 10, "ab".repeat(32));
        var content = new Content("잃은 첨부", "1. 붙임  끝.", "요지", List.of("붙임"), List.of(lost));
        close(office.approved(content, Filing.general(Approving.task("X0000002"))));
        refused("approvals.transfer.attachment", () -> transfers.make(Actor.SYSTEM, office.unit, year));
        assertThat(transfers.page(null, 100).rows()).noneMatch(t -> t.unit().equals(office.unit));
    }

    @Test
    void onlyClosedYearsLeaveAndEachFileOnce() {
        var paper = office.approved("이관할 문서", Filing.general(Approving.task("X0000003")));
        refused("approvals.transfer.open", () -> transfers.make(Actor.SYSTEM, office.unit, year));
        close(paper);
        transfers.make(Actor.SYSTEM, office.unit, year);
        refused("approvals.transfer.nothing", () -> transfers.make(Actor.SYSTEM, office.unit, year));
        var late = office.approved("늦은 문서", Filing.general(Approving.task("X0000003")));
        close(late);
        var second = transfers.get(transfers.make(Actor.SYSTEM, office.unit, year));
        assertThat(second.files()).isEqualTo(1);
        assertThat(second.papers()).isEqualTo(1);
    }

    @Test
    void twoWhoTransferAtOnceMakeOne() throws Exception {
        close(office.approved("동시 이관", Filing.general(Approving.task("X0000004"))));
        int made = 0;
        try (var pool = Executors.newFixedThreadPool(4)) {
            var making = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 4; i++) making.add(() -> transfers.make(Actor.SYSTEM, office.unit, year));
            for (var done : pool.invokeAll(making))
                try {
                    done.get();
                    made++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Refused.class);
                }
        }
        assertThat(made).isEqualTo(1);
    }

    @Test
    void whoMayMakeHandOutAndCheck() throws IOException {
        close(office.approved("권한", Filing.general(Approving.task("X0000005"))));
        var id = transfers.make(office.actor("기록연구사", Level.MANAGE), office.unit, year);
        var file = Files.write(folder.resolve("p.zip"), written(id));
        for (var level : List.of(Level.VIEW, Level.WORK, Level.APPROVE)) {
            var actor = office.actor("주무관", level);
            refused("approvals.may.manage", () -> transfers.make(actor, office.unit, year));
            var out = new ByteArrayOutputStream();
            refused("approvals.may.manage", () -> transfers.write(actor, id, out));
            assertThat(out.size()).isZero();
        }
        refused("approvals.may.work", () -> transfers.inspect(office.actor("방문", Level.VIEW), file));
    }
}
