package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.text.Writing;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;

/** The forms to start a draft from (서식). */
@OfficeTest
class StartersTests extends Drafters {
    @Test
    void theShippedFormsCoverEveryKind() {
        var kinds = new HashSet<DocumentKind>();
        for (var starter : starters.all()) if (starter.shipped()) kinds.add(starter.kind());
        assertThat(kinds).containsExactlyInAnyOrder(DocumentKind.values());
    }

    /** Days that are still to be filled in are the one thing there is to find. */
    @Test
    void theShippedFormsAreWrittenAsTheStyleAsks() {
        for (var starter : starters.all()) {
            if (!starter.shipped()) continue;
            var filled = starter.body().replace("2026. 0. 0.", "2026. 11. 23.").replace("00:00", "10:00");
            assertThat(Writing.check(filled)).as(starter.title()).isEmpty();
            assertThat(new Filing(starter.kind(), starter.second(), "", null, Disclosure.OPEN, TASK))
                    .as(starter.title())
                    .isNotNull();
        }
    }

    @Test
    void aFormForRulesDraftsAPaperWithItsNumber() {
        var starter = starters.all().stream()
                .filter(s -> s.shipped() && s.kind() == DocumentKind.LEGAL)
                .findFirst()
                .orElseThrow();
        var me = clerk();
        var chief = actor("홍보미디어과장", Level.APPROVE);
        var content = new Content(starter.subject(), starter.body(), "규칙을 고침", List.of("규칙"), List.of());
        var filing = new Filing(starter.kind(), starter.second(), "", null, Disclosure.OPEN, TASK);
        var id = approvals.draft(me, content, filing, route(actor("언론팀장", Level.WORK), chief));
        assertThat(papers.open(me, id).filing().second()).isEqualTo(SecondNumber.Kind.RULE);
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
