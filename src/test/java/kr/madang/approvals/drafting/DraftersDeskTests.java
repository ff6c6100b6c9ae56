package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.card.Attachment;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.drafting.Sketch.Part;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.files.Files;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies on drafters' desks, on a real database: who sees it, how much fits, and what becomes of it. */
@OfficeTest
class DraftersDeskTests {
    private static final UnitTask TASK = new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5);

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Drafts drafts;

    @Autowired
    Buffers buffers;

    @Autowired
    SavedLines saved;

    @Autowired
    Uploads uploads;

    @Autowired
    Enclosed enclosed;

    @Autowired
    Starters starters;

    @Autowired
    Files files;

    @Autowired
    JdbcClient db;

    private Actor actor(String title, Level level) {
        var login = "draft" + UUID.randomUUID().toString().substring(24);
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("기안 직원", "press", title, "", ""));
        return new Actor(account.id().value(), login, account.name(), "press", Map.of("approvals", level));
    }

    private Actor clerk() {
        return actor("주무관", Level.WORK);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static Person person(Actor actor) {
        return Person.of(actor.id());
    }

    private static Content content(String title, List<Attachment> attachments) {
        return new Content(title, "1. 알림\n2. 협조 요청  끝.", "알림", List.of("알림"), attachments);
    }

    private Route route(Actor... people) {
        return Route.of(List.of(Stage.review(person(people[0]))), person(people[1]));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String attached(Actor by, String list, String name, String text) {
        return enclosed.plus(by, list, name, () -> bytes(text));
    }

    // ------------------------------------------------------------------ buffers

    @Test
    void aBufferIsItsOwnersAlone() {
        var owner = clerk();
        var other = clerk();
        var id = UUID.randomUUID();
        buffers.keep(owner, id, null, Map.of("title", List.of("내 글"), "_csrf", List.of("token")));
        assertThat(buffers.find(owner, id).orElseThrow().fields()).containsOnlyKeys("title");
        assertThat(buffers.find(other, id)).isEmpty();
        assertThat(buffers.left(other, null)).isEmpty();
        buffers.keep(other, id, null, Map.of("title", List.of("남의 글")));
        buffers.discard(other, id);
        assertThat(buffers.find(owner, id).orElseThrow().title()).isEqualTo("내 글");
    }

    @Test
    void aBufferKeepsWhatDatabasesDoNotLike() {
        var owner = clerk();
        var id = UUID.randomUUID();
        var text = "영\0글자 \\u0000 \"따옴표\" <script>alert(1)</script> 𠮷 😀";
        buffers.keep(owner, id, null, Map.of("title", List.of("제\0목\n둘"), "text", List.of(text)));
        assertThat(buffers.find(owner, id).orElseThrow().fields().get("text")).containsExactly(text);
    }

    @Test
    void aBufferHoldsALongTextAndRefusesAnEndlessOne() {
        var owner = clerk();
        var id = UUID.randomUUID();
        buffers.keep(owner, id, null, Map.of("text", List.of("가".repeat(200_000))));
        refused(
                "approvals.buffer.large",
                () -> buffers.keep(owner, id, null, Map.of("text", List.of("가".repeat(Buffers.LONGEST + 1)))));
        assertThat(buffers.find(owner, id).orElseThrow().fields().get("text").getFirst())
                .hasSize(200_000);
    }

    @Test
    void theOldestOfTooManyBuffersGo() {
        var owner = clerk();
        var first = UUID.randomUUID();
        buffers.keep(owner, first, null, Map.of("title", List.of("처음")));
        for (int i = 0; i < 30; i++) buffers.keep(owner, UUID.randomUUID(), null, Map.of("title", List.of("글 " + i)));
        assertThat(buffers.left(owner, null)).hasSize(30);
        assertThat(buffers.find(owner, first)).isEmpty();
    }

    @Test
    void buffersNobodyCameBackToAreForgotten() {
        var owner = clerk();
        var id = UUID.randomUUID();
        buffers.keep(owner, id, null, Map.of("title", List.of("오래된 글")));
        assertThat(buffers.forgetOld()).isZero();
        db.sql("update approvals.buffer set kept_at = kept_at - interval '31 days' where id = :id")
                .param("id", id)
                .update();
        assertThat(buffers.forgetOld()).isPositive();
        assertThat(buffers.find(owner, id)).isEmpty();
    }

    // ------------------------------------------------------------------ saved lines

    @Test
    void aSavedLineComesBackUnderItsNameToItsOwnerOnly() {
        var owner = clerk();
        var line = Sketch.EMPTY.plus(Part.REVIEW, person(clerk())).plus(Part.APPROVE, person(clerk()));
        saved.keep(owner, " 홍보물  ", line);
        saved.keep(owner, "홍보물", line.plus(Part.CIRCULATE, person(owner)));
        var kept = saved.of(owner);
        assertThat(kept).extracting(SavedLines.Saved::name).containsExactly("홍보물");
        assertThat(kept.getFirst().sketch().rows()).hasSize(3);
        var stranger = clerk();
        assertThat(saved.find(stranger, kept.getFirst().id())).isEmpty();
        saved.forget(stranger, kept.getFirst().id());
        assertThat(saved.of(owner)).hasSize(1);
        saved.forget(owner, kept.getFirst().id());
        assertThat(saved.of(owner)).isEmpty();
    }

    @Test
    void aLineWithoutNameOrPeopleIsNotSaved() {
        var owner = clerk();
        var line = Sketch.EMPTY.plus(Part.APPROVE, person(owner));
        refused("approvals.saved.name", () -> saved.keep(owner, " \u0000 ", line));
        refused("approvals.saved.name", () -> saved.keep(owner, "가".repeat(61), line));
        refused("approvals.saved.empty", () -> saved.keep(owner, "빈 선", Sketch.EMPTY));
        for (int i = 0; i < 50; i++) saved.keep(owner, "선 " + i, line);
        refused("approvals.saved.many", () -> saved.keep(owner, "하나 더", line));
        assertThat(saved.of(owner)).hasSize(50);
    }

    // ------------------------------------------------------------------ attachments

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

    // ------------------------------------------------------------------ saving

    @Test
    void textFilingAndLineAreSavedTogetherOrNotAtAll() {
        var me = clerk();
        var reviewer = actor("언론팀장", Level.WORK);
        var chief = actor("홍보미디어과장", Level.APPROVE);
        var id = approvals.draft(me, content("처음", List.of()), Filing.general(TASK), route(reviewer, chief));
        var view = papers.open(me, id);
        var filing = new Filing(
                DocumentKind.GENERAL,
                null,
                "",
                null,
                view.filing().disclosure(),
                new UnitTask("A0000002", "다른 과제", Retention.YEARS_10));
        var other = clerk();
        var twice =
                new Route(List.of(Stage.review(person(other)), Stage.concur(person(other))), person(chief), List.of());
        refused(
                "approvals.line.twice",
                () -> drafts.save(me, view, view.hash(), new Drafts.Sheet(content("고친 것", List.of()), filing, twice)));
        var still = papers.open(me, id);
        assertThat(still.current().title()).isEqualTo("처음");
        assertThat(still.filing()).isEqualTo(view.filing());
        drafts.save(me, view, view.hash(), new Drafts.Sheet(content("고친 것", List.of()), filing, route(other, chief)));
        var after = papers.open(me, id);
        assertThat(after.current().title()).isEqualTo("고친 것");
        assertThat(after.filing()).isEqualTo(filing);
        assertThat(after.paper().line().seats()).containsExactly(person(other), person(chief));
        int events = after.paper().events().size();
        drafts.save(me, after, after.hash(), new Drafts.Sheet(content("고친 것", List.of()), filing, route(other, chief)));
        assertThat(papers.open(me, id).paper().events()).hasSize(events);
    }

    @Test
    void aTextWrittenOverAnotherThatWasNotSeenIsRefused() {
        var me = clerk();
        var reviewer = actor("언론팀장", Level.WORK);
        var chief = actor("홍보미디어과장", Level.APPROVE);
        Paper.Id id = approvals.draft(me, content("처음", List.of()), Filing.general(TASK), route(reviewer, chief));
        var seen = papers.open(me, id);
        var first = new Drafts.Sheet(content("한 창", List.of()), seen.filing(), route(reviewer, chief));
        var second = new Drafts.Sheet(content("다른 창", List.of()), seen.filing(), route(reviewer, chief));
        drafts.save(me, seen, seen.hash(), first);
        refused("approvals.content.stale", () -> drafts.save(me, seen, seen.hash(), second));
        var late = papers.open(me, id);
        refused("approvals.content.stale", () -> drafts.save(me, late, seen.hash(), second));
        assertThat(late.current().title()).isEqualTo("한 창");
    }

    // ------------------------------------------------------------------ forms

    @Test
    void theShippedFormsCoverEveryKindThatIsDraftedAndReadWithoutRefusal() {
        var kinds = new HashSet<DocumentKind>();
        for (var starter : starters.all()) if (starter.shipped()) kinds.add(starter.kind());
        assertThat(kinds)
                .contains(
                        DocumentKind.GENERAL,
                        DocumentKind.NOTICE,
                        DocumentKind.DIRECTIVE,
                        DocumentKind.PETITION,
                        DocumentKind.LEDGER);
    }

    @Test
    void onlyWhoManagesTheRoomChangesForms() {
        var manager = actor("주무관", Level.MANAGE);
        var mine =
                form(starters.fresh(), "우리 서식 " + UUID.randomUUID().toString().substring(0, 8), 0);
        refused("approvals.may.manage", () -> starters.add(clerk(), mine));
        starters.add(manager, mine);
        refused("approvals.starter.taken", () -> starters.add(manager, form(starters.fresh(), mine.title(), 0)));
        var kept = starters.find(mine.id()).orElseThrow();
        assertThat(kept.version()).isEqualTo(1);
        starters.change(manager, kept);
        refused("approvals.starter.stale", () -> starters.change(manager, kept));
        refused("approvals.may.manage", () -> starters.change(clerk(), kept));
    }

    @Test
    void aFormThatCouldNotBeDraftedIsRefused() {
        var id = UUID.randomUUID();
        refused("approvals.starter.title", () -> form(id, " ", 0));
        refused(
                "approvals.filing.second",
                () -> new Starter(
                        id, "공고", "", DocumentKind.NOTICE, null, "", "", "", Retention.YEARS_5, false, false, 1, 1));
        refused(
                "approvals.table.task",
                () -> new Starter(
                        id,
                        "가",
                        "",
                        DocumentKind.GENERAL,
                        null,
                        "a'; --",
                        "",
                        "",
                        Retention.YEARS_5,
                        false,
                        false,
                        1,
                        1));
        refused(
                "approvals.content.title",
                () -> new Starter(
                        id,
                        "가",
                        "",
                        DocumentKind.GENERAL,
                        null,
                        "",
                        "두\n줄",
                        "",
                        Retention.YEARS_5,
                        false,
                        false,
                        1,
                        1));
    }

    private static Starter form(UUID id, String title, int version) {
        return new Starter(
                id, title, "", DocumentKind.GENERAL, null, "", "제목", "본문", Retention.YEARS_5, false, false, 1, version);
    }
}
