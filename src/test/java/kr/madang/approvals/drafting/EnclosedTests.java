package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.Filing;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;

/** Files on their way to a paper (붙임). */
@OfficeTest
class EnclosedTests extends Drafters {
    @Test
    void nobodyAttachesWhatAnotherUploaded() {
        var owner = clerk();
        var thief = clerk();
        var list = attached(owner, "", "비밀 계획.txt", "비밀");
        assertThat(enclosed.list(thief, list)).isEmpty();
        refused("approvals.upload.gone", () -> enclosed.attachments(thief, list));
        refused("approvals.upload.gone", () -> enclosed.attachments(owner, "나의 것"));
        assertThat(enclosed.attachments(owner, list))
                .extracting(Attachment::name)
                .containsExactly("비밀 계획.txt");
    }

    @Test
    void theSameNameTwiceAndEmptyFilesAreRefusedAndLeaveNothing() {
        var owner = clerk();
        var list = attached(owner, "", "계획.txt", "하나");
        long before = uploadsOf(owner);
        refused("approvals.upload.twice", () -> attached(owner, list, "계획.TXT", "둘"));
        refused("approvals.upload.empty", () -> attached(owner, list, "빈 것.txt", ""));
        refused("approvals.upload.disguised", () -> attached(owner, list, "../../계획.pdf.exe", "MZ"));
        refused("approvals.upload.runs", () -> attached(owner, list, "계획.txt2", "MZ\u0000\u0001"));
        assertThat(uploadsOf(owner)).isEqualTo(before);
    }

    private long uploadsOf(Actor owner) {
        return db.sql("select count(*) from approvals.upload where account = :account")
                .param("account", owner.id())
                .query(Long.class)
                .single();
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() {
        var owner = clerk();
        var cut = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 5_000) throw new IOException("cut off");
                return 'a';
            }
        };
        refused("kernel.file.broken", () -> enclosed.plus(owner, "", "긴 것.txt", () -> cut));
        assertThat(uploadsOf(owner)).isZero();
    }

    @Test
    void aHundredFilesFitAndOneMoreDoesNot() {
        var owner = clerk();
        var list = "";
        for (int i = 1; i <= 100; i++) list = attached(owner, list, "자료 " + i + ".txt", "자료 " + i);
        var full = list;
        refused("approvals.content.attachments", () -> attached(owner, full, "하나 더.txt", "더"));
        assertThat(content("백 개", enclosed.attachments(owner, full)).attachments())
                .hasSize(100);
        refused("approvals.content.attachments", () -> enclosed.attachments(owner, full + " " + UUID.randomUUID()));
    }

    @Test
    void attachmentsStayThroughRevisionsAndRedraftsAndTheSweep() throws IOException {
        var me = clerk();
        var reviewer = actor("언론팀장", Level.WORK);
        var chief = actor("홍보미디어과장", Level.APPROVE);
        var list = attached(me, "", "견적서.txt", "일만 원");
        var loose = attached(me, "", "남은 것.txt", "버릴 것");
        var held = attached(me, "", "쓰는 중.txt", "쓰는 중");
        buffers.keep(me, UUID.randomUUID(), null, Map.of("attached", List.of(held)));
        var id = approvals.draft(
                me, content("구입", enclosed.attachments(me, list)), Filing.general(TASK), route(reviewer, chief));
        var first = papers.open(me, id);
        var without = new Drafts.Sheet(content("구입 2", List.of()), first.filing(), route(reviewer, chief));
        drafts.save(me, first, first.hash(), without);
        age(me);
        uploads.sweep();
        var attachment = papers.open(me, id).versions().getFirst().attachments().getFirst();
        try (var in = files.open(uploads.kept(attachment))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("일만 원");
        }
        assertThat(enclosed.list(me, loose)).isEmpty();
        assertThat(enclosed.list(me, held)).hasSize(1);
        var again = enclosed.of(me, List.of(attachment));
        assertThat(enclosed.attachments(me, again)).containsExactly(attachment);
        assertThat(enclosed.of(me, List.of(attachment))).isEqualTo(again);
    }

    private void age(Actor owner) {
        db.sql("update approvals.upload set at = at - interval '40 days' where account = :account")
                .param("account", owner.id())
                .update();
    }
}
