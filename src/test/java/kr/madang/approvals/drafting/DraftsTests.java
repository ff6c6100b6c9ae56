package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;

/** Text, filing and line of a draft, saved in one. */
@OfficeTest
class DraftsTests extends Drafters {
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
}
