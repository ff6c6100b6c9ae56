package kr.madang.approvals.dispatch.office;

import static kr.madang.approvals.dispatch.office.DispatchesTests.refused;
import static kr.madang.approvals.dispatch.office.Street.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.Recipient;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.records.Disclosure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is published is read by everybody, and nothing else is, through whichever door. */
@OfficeTest
class PublicationsTests {
    private static final Recipient HOME = new Recipient.Homepage();

    @Autowired
    BeanFactory beans;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Outbox outbox;

    @Autowired
    Publications publications;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvc mvc;

    private Street.House here;
    private String mark;

    private Street street;

    @BeforeEach
    void house() {
        street = new Street(beans);
        here = street.house();
        mark = "표식" + here.unit().code();
    }

    private String get(String path, Object... values) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path, values))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private int status(String path, Object... values) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path, values))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Paper.Id published(String title, Disclosure disclosure) {
        var paper = street.approved(here, title, Street.filing(disclosure));
        dispatches.send(here.clerk(), paper, to(HOME));
        outbox.carry();
        return paper;
    }

    private UUID shown(Paper.Id paper) {
        return db.sql("select id from approvals.publication where paper = :paper and taken_down_at is null")
                .param("paper", paper)
                .query(UUID.class)
                .single();
    }

    @Test
    void anOpenPaperIsReadWithItsText() throws Exception {
        var paper = published(mark + " 공개", Disclosure.OPEN);
        assertThat(get("/documents?q={q}", mark)).contains(mark + " 공개");
        assertThat(get("/documents/{id}", shown(paper)))
                .contains(mark + " 공개의 본문", here.unit().name());
    }

    @Test
    void aPartlyOpenPaperShowsTitleAndSummaryOnly() throws Exception {
        var paper = published(mark + " 부분", Disclosure.partly(List.of(6), "성명"));
        var page = get("/documents/{id}", shown(paper));
        assertThat(page).contains(mark + " 부분의 요지").doesNotContain("부분의 본문").doesNotContain("성명");
        assertThat(db.sql("select body from approvals.publication where paper = :paper")
                        .param("paper", paper)
                        .query((row, n) -> row.getString("body") == null)
                        .single())
                .isTrue();
    }

    @Test
    void nothingUnpublishedComesThroughAnyDoor() throws Exception {
        var draft = street.draft(here, mark + " 초안", Street.filing(Disclosure.OPEN));
        var approved = street.approved(here, mark + " 결재만", Street.filing(Disclosure.OPEN));
        var closed = street.approved(here, mark + " 비공개", Street.filing(Disclosure.closed(List.of(6))));
        refused("approvals.sending.closed", () -> dispatches.send(here.clerk(), closed, to(HOME)));
        var other = street.house();
        dispatches.send(here.clerk(), closed, to(other.recipient()));
        var queued = street.approved(here, mark + " 대기", Street.filing(Disclosure.OPEN));
        outbox.carry();
        dispatches.send(here.clerk(), queued, to(HOME));
        var delivery = dispatches.of(here.clerk(), queued).getFirst();
        for (var id : List.of(
                draft.value(),
                approved.value(),
                closed.value(),
                queued.value(),
                delivery.id().value(),
                delivery.lines().getFirst().delivery().id().value()))
            assertThat(status("/documents/{id}", id)).isEqualTo(404);
        for (var q : List.of(mark, "초안", "%", "_", "결재만", "본문", "' or '1'='1")) {
            var page = get("/documents?q={q}", q);
            assertThat(page).doesNotContain(mark + " 초안", mark + " 결재만", mark + " 비공개", mark + " 대기");
        }
        assertThat(get("/documents?unit={u}", here.unit().name())).doesNotContain(mark);
        for (var path : List.of("/documents/x", "/documents/..%2f", "/documents/00000000-0000-0000-0000-000000000000"))
            assertThat(mvc.perform(MockMvcRequestBuilders.get(java.net.URI.create(path)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isBetween(400, 404);
        assertThat(status("/documents?cursor={c}", "made-up")).isBetween(400, 422);
        outbox.carry();
        assertThat(get("/documents?q={q}", mark)).contains(mark + " 대기");
    }

    @Test
    void theDatabaseItselfKeepsAClosedPaperOffTheHomepage() {
        var paper = published(mark + " 공개", Disclosure.OPEN);
        for (var sql : List.of(
                "update approvals.publication set disclosure = 'CLOSED' where paper = :paper",
                "update approvals.publication set disclosure = 'PARTLY' where paper = :paper"))
            assertThatThrownBy(() -> db.sql(sql).param("paper", paper).update())
                    .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aPaperThatIsClosedLaterDisappears() throws Exception {
        var paper = published(mark + " 나중", Disclosure.OPEN);
        var id = shown(paper);
        db.sql("update approvals.paper set disclosure = 'PARTLY' where id = :id")
                .param("id", paper)
                .update();
        assertThat(get("/documents/{id}", id)).contains(mark + " 나중").doesNotContain("나중의 본문");
        db.sql("update approvals.paper set disclosure = 'CLOSED' where id = :id")
                .param("id", paper)
                .update();
        assertThat(status("/documents/{id}", id)).isEqualTo(404);
        assertThat(get("/documents?q={q}", mark)).doesNotContain(mark + " 나중");
    }

    @Test
    void aPaperTakenDownIsGoneAndMayComeBack() throws Exception {
        var paper = published(mark + " 내림", Disclosure.OPEN);
        var id = shown(paper);
        var delivery =
                dispatches.of(here.clerk(), paper).getFirst().lines().getFirst().delivery();
        dispatches.withdraw(here.clerk(), delivery.id(), "잘못 실음");
        assertThat(status("/documents/{id}", id)).isEqualTo(404);
        dispatches.send(here.head(), paper, Street.again("다시 실음", HOME));
        outbox.carry();
        assertThat(shown(paper)).isNotEqualTo(id);
        dispatches.send(here.head(), paper, Street.again("또 실음", HOME));
        outbox.carry();
        var last =
                dispatches.of(here.clerk(), paper).getFirst().lines().getFirst().delivery();
        assertThat(last.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(last.why()).isEqualTo("approvals.fate.shown");
    }

    @Test
    void aNoticeTellsWhenItHolds() throws Exception {
        var paper = street.approved(here, mark + " 공고", Street.notice());
        dispatches.send(here.clerk(), paper, to(HOME));
        outbox.carry();
        var shown = publications.find(shown(paper)).orElseThrow();
        assertThat(shown.second()).startsWith("공고 제");
        var from = shown.effect().orElseThrow().from().toLocalDate();
        assertThat(from).isEqualTo(shown.noticed().plusDays(6));
        assertThat(get("/documents/{id}", shown.id()))
                .contains("%d. %d. %d.".formatted(from.getYear(), from.getMonthValue(), from.getDayOfMonth()));
    }

    @Test
    void markupInATitleStaysText() throws Exception {
        var paper = published("<b>" + mark + "</b>", Disclosure.OPEN);
        assertThat(get("/documents/{id}", shown(paper)))
                .contains("&lt;b&gt;" + mark)
                .doesNotContain("<b>" + mark);
    }
}
