package kr.madang.approvals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.AtDesk;
import kr.madang.accounts.Grants;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.drafting.Buffers;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/** The pages of reminding and of throwing away against what people click, type and guess. */
@OfficeTest
class UrgingPagesTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String MINE = "/desk/approvals/mine";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Buffers buffers;

    private Actor clerk;
    private Actor leader;

    @BeforeEach
    void people() {
        clerk = person("주무관");
        leader = person("언론팀장");
    }

    private Actor person(String title) {
        int n = NUMBER.incrementAndGet();
        var login = "page" + n + "x" + System.nanoTime() % 1_000_000;
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("화면 " + n, "urging", title, "", ""));
        grants.change(Actor.SYSTEM, account.id(), Map.of("approvals", Optional.of(Level.WORK)), "시험");
        return new Actor(account.id().value(), login, account.name(), "urging", Map.of("approvals", Level.WORK));
    }

    private Paper.Id drafted(String title) {
        var text = new Content(title, "1. 알림  끝.", "알림", List.of("알림"), List.of());
        var filing = Filing.general(new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5));
        var route = Route.of(
                List.<Stage>of(Stage.review(Person.of(leader.id()))),
                Person.of(person("과장").id()));
        return approvals.draft(clerk, text, filing, route);
    }

    private Paper.Id waiting(String title) {
        var id = drafted(title);
        approvals.submit(clerk, id, papers.open(clerk, id).hash(), "");
        return id;
    }

    private MockHttpServletResponse answer(RequestBuilder request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private MockHttpServletResponse urged(Actor by, Paper.Id paper, String whom, String words) throws Exception {
        return answer(post("/desk/approvals/papers/" + paper + "/reminders")
                .param("whom", whom)
                .param("urgewords", words)
                .with(AtDesk.as(by.login()))
                .with(csrf()));
    }

    private String page(Actor by, String path) throws Exception {
        var answer = answer(get(path).with(AtDesk.as(by.login())));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    @Test
    void theInboxShowsBadgeAndWordsAndFindsTheUrged() throws Exception {
        var urged = waiting("급한 문서");
        waiting("느긋한 문서");
        assertThat(page(leader, "/desk/approvals/inbox")).doesNotContain("독촉");
        assertThat(page(leader, "/desk")).doesNotContain("독촉받은 문서");
        assertThat(urged(clerk, urged, leader.id().toString(), "<b>오늘</b> 부탁").getStatus())
                .isEqualTo(302);
        assertThat(page(leader, "/desk/approvals/inbox"))
                .contains("독촉 1회", "&lt;b&gt;오늘&lt;/b&gt; 부탁", "느긋한 문서")
                .doesNotContain("<b>오늘");
        assertThat(page(leader, "/desk/approvals/inbox?urged=yes"))
                .contains("급한 문서")
                .doesNotContain("느긋한 문서");
        assertThat(page(leader, "/desk")).contains("독촉받은 문서", "/desk/approvals/inbox?urged=yes");
        assertThat(page(clerk, "/desk/approvals/papers/" + urged)).contains("독촉 1회", leader.name());
    }

    @Test
    void whatCannotBeSentComesBackAsTyped() throws Exception {
        var paper = waiting("급한 문서");
        for (var whom :
                List.of("", "x", clerk.id().toString(), UUID.randomUUID().toString())) {
            var refused = urged(clerk, paper, whom, "남을 말");
            assertThat(refused.getStatus()).as(whom).isEqualTo(422);
            assertThat(refused.getContentAsString()).contains("남을 말");
        }
        assertThat(urged(clerk, paper, leader.id().toString(), "가".repeat(201)).getStatus())
                .isEqualTo(422);
        assertThat(urged(clerk, paper, leader.id().toString(), "").getStatus()).isEqualTo(302);
        var twice = urged(clerk, paper, leader.id().toString(), "");
        assertThat(twice.getStatus()).isEqualTo(422);
        assertThat(twice.getContentAsString()).contains("이미 했습니다");
    }

    @Test
    void whoMayNotRemindSeesNoFormAndIsRefused() throws Exception {
        var paper = waiting("급한 문서");
        var stranger = AtDesk.who("elsewhere", Map.of("approvals", Level.WORK));
        assertThat(answer(post("/desk/approvals/papers/" + paper + "/reminders")
                                .param("whom", leader.id().toString())
                                .with(stranger)
                                .with(csrf()))
                        .getStatus())
                .isEqualTo(403);
        var auditor = AtDesk.who("", Map.of("*", Level.VIEW));
        assertThat(answer(post("/desk/approvals/papers/" + paper + "/reminders")
                                .with(auditor)
                                .with(csrf()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(get("/desk/approvals/papers/" + paper).with(auditor)).getContentAsString())
                .doesNotContain("/reminders");
        for (var id : List.of("x", "00000000-0000-7000-8000-000000000000"))
            assertThat(answer(post("/desk/approvals/papers/" + id + "/reminders")
                                    .param("whom", leader.id().toString())
                                    .with(AtDesk.as(clerk.login()))
                                    .with(csrf()))
                            .getStatus())
                    .isEqualTo(404);
    }

    @Test
    void aDraftIsThrownAwayAndBroughtBack() throws Exception {
        var id = drafted("버릴 기안");
        var at = "/desk/approvals/papers/" + id;
        assertThat(page(clerk, at)).contains(at + "/discards");
        var gone = answer(post(at + "/discards").with(AtDesk.as(clerk.login())).with(csrf()));
        assertThat(gone.getHeader("Location")).isEqualTo(MINE + "/discarded");
        assertThat(page(clerk, MINE)).doesNotContain("버릴 기안");
        assertThat(page(clerk, MINE + "?all=yes")).doesNotContain("버릴 기안");
        assertThat(page(clerk, MINE + "/discarded")).contains("버릴 기안", at + "/restorations");
        assertThat(page(clerk, at)).contains("버림", at + "/restorations").doesNotContain(at + "/discards", at + "/edit");
        assertThat(answer(post(at + "/discards").with(AtDesk.as(clerk.login())).with(csrf()))
                        .getStatus())
                .isEqualTo(409);
        assertThat(answer(post(at + "/restorations")
                                .with(AtDesk.as(clerk.login()))
                                .with(csrf()))
                        .getHeader("Location"))
                .isEqualTo(at);
        assertThat(page(clerk, MINE)).contains("버릴 기안");
        approvals.submit(clerk, id, papers.open(clerk, id).hash(), "");
        assertThat(page(clerk, at)).doesNotContain(at + "/discards");
    }

    @Test
    void whatWasTypedIsThrownAwayAndBroughtBack() throws Exception {
        var id = UUID.randomUUID();
        buffers.keep(clerk, id, null, Map.of("title", List.of("쓰다 만 글")));
        var at = "/desk/approvals/buffers/" + id;
        assertThat(page(clerk, "/desk/approvals/papers/new")).contains("쓰다 만 글");
        assertThat(answer(delete(at).with(AtDesk.as(leader.login())).with(csrf()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(delete(at).with(AtDesk.as(clerk.login())).with(csrf()))
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(clerk, "/desk/approvals/papers/new")).doesNotContain("쓰다 만 글");
        assertThat(page(clerk, MINE + "/discarded")).contains("쓰다 만 글");
        assertThat(page(leader, MINE + "/discarded")).doesNotContain("쓰다 만 글");
        assertThat(answer(post(at + "/restorations")
                                .with(AtDesk.as(leader.login()))
                                .with(csrf()))
                        .getStatus())
                .isEqualTo(404);
        var back =
                answer(post(at + "/restorations").with(AtDesk.as(clerk.login())).with(csrf()));
        var then = Objects.requireNonNull(back.getHeader("Location"));
        assertThat(page(clerk, then)).contains("쓰다 만 글");
        assertThat(page(clerk, MINE + "/discarded")).doesNotContain("쓰다 만 글");
        assertThat(answer(get(MINE + "/discarded").param("cursor", "made-up").with(AtDesk.as(clerk.login())))
                        .getStatus())
                .isEqualTo(422);
    }
}
