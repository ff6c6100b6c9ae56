package kr.madang.office.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Level;
import kr.madang.office.Books;
import kr.madang.office.budget.Budget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the forms of the room do, and what becomes of a form that is refused; each test has a fiscal year of its own. */
@OfficeTest
class OfficeActsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Budget budget;

    @Autowired
    JdbcClient db;

    Books books;
    UUID project;

    @BeforeEach
    void open() {
        books = new Books(db);
        project = budget.node(books.line).orElseThrow().parent();
    }

    private String page(Level level, String uri) {
        var result =
                mvc.get().uri(uri).with(AtDesk.who(Map.of("office", level))).exchange();
        assertThat(result).as(uri).hasStatusOk();
        return text(result);
    }

    private MvcTestResult send(Level level, String uri, String... namesAndValues) {
        var request =
                mvc.post().uri(uri).with(AtDesk.who(Map.of("office", level))).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2)
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        return request.exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String node(String more) {
        return "/desk/office/budget/nodes/" + books.line + more;
    }

    private UUID otherLine() {
        return books.node(UUID.randomUUID(), project, "LINE", "공공운영비");
    }

    @Test
    void aTransferShowsWhatIsAvailableAndMovesIt() {
        var to = otherLine().toString();
        var on = books.day(4, 1).toString();
        assertThat(page(Level.APPROVE, node("/transfers?day=" + on))).contains("1,000,000원", "공공운영비");
        var tooMuch = send(
                Level.APPROVE,
                node("/transfers"),
                "to",
                to,
                "source",
                "DISTRICT",
                "amount",
                "1,000,001",
                "on",
                on,
                "basis",
                "예산계-77 <b>");
        assertThat(tooMuch).hasStatus(422);
        assertThat(text(tooMuch))
                .contains("1,000,001", "예산계-77 &lt;b", "value=\"" + to + "\" selected", "href=\"#amount\"");
        var done = send(
                Level.APPROVE,
                node("/transfers"),
                "to",
                to,
                "source",
                "DISTRICT",
                "amount",
                "400,000",
                "on",
                on,
                "basis",
                "예산계-77");
        assertThat(done).hasStatus3xxRedirection();
        assertThat(page(Level.VIEW, "/desk/office/budget/nodes/" + to + "?day=" + on))
                .contains("400,000", "예산계-77");
        assertThat(page(Level.APPROVE, node("/grants?day=" + on))).contains("600,000원");
    }

    @Test
    void aGrantComesBackWithTheReasonBesideItsField() {
        var on = books.day(5, 1).toString();
        String[] sent = {"grant", "RESERVE", "source", "CITY", "amount", "70000", "on", on, "basis", " "};
        var refused = send(Level.APPROVE, node("/grants"), sent);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains(
                        "href=\"#basis\"", "value=\"70000\"", "value=\"RESERVE\" selected", "value=\"CITY\" selected");
        sent[9] = "예비비 사용결정";
        assertThat(send(Level.APPROVE, node("/grants"), sent)).hasStatus3xxRedirection();
        assertThat(budget.tree(books.year, books.day(5, 1)).total().reserve()).isEqualTo(70_000);
        sent[5] = "많이";
        assertThat(text(send(Level.APPROVE, node("/grants"), sent))).contains("많이", "href=\"#amount\"");
        sent[1] = "TRANSFER";
        assertThat(send(Level.APPROVE, node("/grants"), sent)).hasStatus(422);
    }

    @Test
    void aRefusedCommitmentOpensItsFormAgain() {
        String[] sent = {"amount", "1000001", "on", books.day(3, 2).toString(), "source", "DISTRICT", "payee", "시연상사 09"
        };
        var refused = send(Level.WORK, node("/obligations"), sent);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("시연상사 09", "1000001", "href=\"#amount\"");
        sent[3] = books.year + "-02-30";
        assertThat(text(send(Level.WORK, node("/obligations"), sent))).contains("href=\"#on\"", "시연상사 09");
    }

    @Test
    void aYearIsClosedByWhoTypesItAndTakesNothingAfterwards() {
        var year = "/desk/office/years/" + books.year;
        assertThat(page(Level.APPROVE, year)).contains("마감하기", "1,000,000원");
        assertThat(page(Level.WORK, year)).doesNotContain("마감하기");
        var wrong = send(Level.APPROVE, year + "/closing", "again", "1999");
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong)).contains("value=\"1999\"", "href=\"#again\"");
        assertThat(send(Level.APPROVE, year + "/closing", "again", "" + books.year))
                .hasStatus3xxRedirection();
        assertThat(page(Level.APPROVE, year)).contains("마감됨").doesNotContain("마감하기");
        assertThat(page(Level.VIEW, "/desk/office/years")).contains(year);

        var on = books.day(3, 2).toString();
        String[] entry = {"amount", "10", "on", on, "source", "DISTRICT", "payee", "시연상사 09"};
        String[] grant = {"grant", "RESERVE", "source", "CITY", "amount", "7", "on", on, "basis", "근거"};
        String[] plan = {"seen", "0,0,0,0,0,0,0,0,0,0,0,0", "m1", "5"};
        for (var refused : new MvcTestResult[] {
            send(Level.WORK, node("/obligations"), entry),
            send(Level.APPROVE, node("/grants"), grant),
            send(Level.WORK, "/desk/office/months/plans/" + project, plan),
            send(Level.WORK, "/desk/office/months/targets/" + books.year, "seen", ""),
            send(Level.APPROVE, year + "/closing", "again", "" + books.year)
        }) {
            assertThat(refused).hasStatus(422);
            assertThat(text(refused)).contains("마감되어 더 적을 수 없습니다");
        }
        assertThat(page(Level.APPROVE, node(""))).doesNotContain("/obligations", "/transfers");
        assertThat(page(Level.APPROVE, node("/transfers"))).doesNotContain("name=\"basis\"");
    }

    @Test
    void twoEditorsOfAPlanNeverWriteOverEachOther() {
        var uri = "/desk/office/months/plans/" + project;
        var both = "0,0,0,0,0,0,0,0,0,0,0,0";
        assertThat(page(Level.WORK, uri)).contains("value=\"" + both + "\"");
        assertThat(send(Level.WORK, uri, "seen", both, "m1", "111,000")).hasStatus3xxRedirection();
        var second = send(Level.WORK, uri, "seen", both, "m1", "", "m2", "222000");
        assertThat(second).hasStatus(422);
        assertThat(text(second))
                .contains("그사이 다른 사람이 고쳤습니다", "지금 저장된 값: 111,000", "href=\"#m1\"", "value=\"222000\"")
                .contains("value=\"111000,0,0,0,0,0,0,0,0,0,0,0\"");
        // what cannot be read teaches nobody what is stored: the form still says what its editor saw
        var unreadable = send(Level.WORK, uri, "seen", both, "m1", "", "m2", "-3");
        assertThat(unreadable).hasStatus(422);
        assertThat(text(unreadable)).contains("value=\"" + both + "\"", "href=\"#m2\"");
        assertThat(send(Level.WORK, uri, "seen", "a,b", "m1", "1")).hasStatus(422);
        assertThat(send(Level.WORK, uri, "m1", "1")).hasStatus(422);
        var knowing = send(Level.WORK, uri, "seen", "111000,0,0,0,0,0,0,0,0,0,0,0", "m2", "1,222,000");
        assertThat(knowing).hasStatus3xxRedirection();
        assertThat(page(Level.WORK, uri)).contains("1,222,000", "예산현액보다 222,000원 많습니다");
        assertThat(page(Level.VIEW, "/desk/office/months/plans?day=" + books.day(12, 31)))
                .contains("1,222", "△222")
                .doesNotContain("/desk/office/months/plans/" + project);
    }

    @Test
    void targetsAreTypedInRowsAndKeptWhenRefused() {
        var uri = "/desk/office/months/targets/" + books.year;
        var june = books.day(6, 30).toString();
        var twice = send(Level.WORK, uri, "seen", "", "by0", june, "percent0", "55", "by1", june, "percent1", "60.5");
        assertThat(twice).hasStatus(422);
        assertThat(text(twice)).contains("href=\"#by1\"", "value=\"60.5\"", "같은 기한");
        assertThat(text(send(Level.WORK, uri, "seen", "", "by0", june, "percent0", "절반")))
                .contains("href=\"#percent0\"", "절반");
        assertThat(send(Level.WORK, uri, "seen", "", "by0", june, "percent0", "55", "by1", "", "percent1", ""))
                .hasStatus3xxRedirection();
        var stale = send(Level.WORK, uri, "seen", "", "by0", june, "percent0", "70");
        assertThat(stale).hasStatus(422);
        assertThat(text(stale)).contains("지금 저장된 목표", "55.0 %", "value=\"70\"");
        assertThat(page(Level.WORK, uri)).contains("value=\"" + june + "=55.0\"");
        assertThat(send(Level.WORK, uri, "seen", june + "=55.0")).hasStatus3xxRedirection();
        assertThat(budget.targets(books.year)).isEmpty();
    }

    @Test
    void aTeamIsOpenedRenamedAndClosedAndKeepsItsNames() {
        var from = LocalDate.of(2071, 1, 1);
        department(from);
        var code = "t" + UUID.randomUUID().toString().substring(0, 8);
        var name = "시험팀 " + code;
        String[] opening = {"team", "", "code", "1" + code, "name", name, "position", "3", "from", from.toString()};
        var refused = send(Level.MANAGE, "/desk/office/teams", opening);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains(name, "href=\"#code\"", "value=\"3\"", "action=\"/desk/office/teams\"");
        opening[3] = code;
        assertThat(send(Level.MANAGE, "/desk/office/teams", opening)).hasStatus3xxRedirection();
        var team = "/desk/office/organization/teams/"
                + db.sql("select id from office.team where code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single();
        assertThat(page(Level.VIEW, "/desk/office/organization?day=2071-01-01")).contains(team);
        assertThat(send(Level.MANAGE, team + "/names", "name", name + " 새", "position", "1", "from", "2071-07-01"))
                .hasStatus3xxRedirection();
        var early = send(Level.MANAGE, team + "/closing", "last", "2071-03-31");
        assertThat(early).hasStatus(422);
        assertThat(text(early)).contains("이름이 바뀌기로", "value=\"2071-03-31\"");
        assertThat(send(Level.MANAGE, team + "/closing", "last", "2071-12-31")).hasStatus3xxRedirection();
        assertThat(page(Level.MANAGE, team + "?day=2071-12-31"))
                .contains(name + " 새", "2071-01-01 ~ 2071-06-30", "2071-07-01 ~ 2071-12-31", "팀 폐지");
        assertThat(page(Level.MANAGE, team + "?day=2072-01-01"))
                .contains("2072-01-01에는 그 팀이 없습니다")
                .doesNotContain("팀 폐지");
        assertThat(send(Level.APPROVE, team + "/closing", "last", "2071-12-31")).hasStatus(403);
    }

    private void department(LocalDate from) {
        var id = UUID.randomUUID();
        db.sql("insert into office.department values (:id, :code)")
                .param("id", id)
                .param("code", "d" + id)
                .update();
        db.sql("insert into office.department_term values (:id, :id, '시험과', daterange(:from, null))")
                .param("id", id)
                .param("from", from)
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "/people,                     number, name=시험 직원 가나|number=x y|kind=GENERAL|grade=9급|from=2071-02-01|place=team:"
                + NOBODY,
        "/people,                     place,  name=시험 직원 가나|number=T-1|kind=GENERAL|grade=9급|from=2071-02-01|place=x",
        "/people/" + NOBODY + "/appointments, place, place=team:zz|from=2071-02-01|reason=특별인사",
        "/people/" + NOBODY + "/grades,       kind,  kind=무엇|grade=9급|from=2071-02-01",
        "/people/" + NOBODY + "/leaving,      last,  last=2071-02-30",
        "/posts,                      number, number=소문자 번호|title=주무관 가나|kind=GENERAL|grade=9급|from=2071-02-01|team=",
        "/posts/" + NOBODY + "/shapes,        title, title= |kind=GENERAL|grade=9급|from=2071-02-01|team=",
        "/posts/" + NOBODY + "/closing,       last,  last=",
        "/duties,                     team,   team=|name=새로운 업무|from=2071-02-01",
        "/organization/teams/" + NOBODY + "/names,         position, name=새 이름 팀|position=처음|from=2071-02-01",
        "/facilities,                 quantity, name=카메라 가나|quantity=-1|line=" + NOBODY + "|team=" + NOBODY
                + "|site=창고|from=2071-02-01"
    })
    void everyRefusedFormComesBackAsItWasSent(String path, String field, String sent) {
        var values = sent.split("[|=]", -1);
        var refused = send(Level.MANAGE, "/desk/office" + path, values);
        assertThat(refused).hasStatus(422);
        var text = text(refused);
        assertThat(text)
                .contains("href=\"#" + field + "\"", "id=\"" + field + "-help\"", "action=\"/desk/office" + path);
        for (int i = 0; i < values.length; i += 2)
            if (values[i].matches("name|number|title|from|last|quantity|reason|site|position"))
                assertThat(text).contains("value=\"" + values[i + 1].strip() + "\"");
    }

    private static final String NOBODY = "01900000-0000-7000-8000-000000000001";

    @Test
    void aFileThatCannotBeReadKeepsTheSumThatWasTyped() {
        var refused = mvc.post()
                .uri("/desk/office/imports")
                .multipart()
                .file("file", new byte[0])
                .param("total", "1,234,567")
                .with(AtDesk.who(Map.of("office", Level.WORK)))
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("value=\"1,234,567\"", "href=\"#file\"");
    }

    @Test
    void whoMayNotIsTurnedAway() {
        assertThat(send(Level.WORK, node("/transfers"))).hasStatus(403);
        assertThat(send(Level.WORK, node("/grants"))).hasStatus(403);
        assertThat(send(Level.WORK, "/desk/office/years/" + books.year + "/closing", "again", "" + books.year))
                .hasStatus(403);
        assertThat(send(Level.VIEW, "/desk/office/months/plans/" + project)).hasStatus(403);
        assertThat(send(Level.VIEW, "/desk/office/months/targets/" + books.year))
                .hasStatus(403);
        assertThat(send(Level.VIEW, node("/obligations"))).hasStatus(403);
        assertThat(budget.isOpen(books.year)).isTrue();
    }

    @Test
    void whatIsNotThereIsMissing() {
        for (var path : new String[] {
            "/budget/nodes/" + project + "/transfers",
            "/budget/nodes/" + NOBODY + "/grants",
            "/months/plans/" + books.line,
            "/months/targets/1989",
            "/years/1989",
            "/organization/teams/" + NOBODY
        })
            assertThat(mvc.get()
                            .uri("/desk/office" + path)
                            .with(AtDesk.who(Map.of("office", Level.MANAGE)))
                            .exchange())
                    .as(path)
                    .hasStatus(404);
    }
}
