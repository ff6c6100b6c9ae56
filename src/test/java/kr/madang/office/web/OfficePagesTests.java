package kr.madang.office.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import kr.madang.DemoTest;
import kr.madang.accounts.AtDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every page of the room as the section chief and the clerk see it; nothing here writes. */
@DemoTest
class OfficePagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient db;

    private String page(String uri, Object... values) {
        var result = mvc.get().uri(uri, values).with(AtDesk.as("admin")).exchange();
        assertThat(result).as(uri).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/office",
                "/desk/office/organization",
                "/desk/office/staffing",
                "/desk/office/people",
                "/desk/office/facilities",
                "/desk/office/budget",
                "/desk/office/comparison",
                "/desk/office/months"
            })
    void everyPageAnswersOnAnyDay(String path) {
        for (var day : new String[] {"", "?day=2023-05-31", "?day=2013-02-22", "?day=2013.12.12.", "?day=1990-01-01"})
            assertThat(page(path + day)).contains("<h1>").doesNotContain("office.");
        assertThat(page(path + "?day=2023-02-30")).contains("2023-02-30");
        assertThat(page(path + "?day={day}", "<script>x"))
                .doesNotContain("<script>x")
                .contains("&lt;script");
    }

    @Test
    void theBudgetPageShowsTheReportAndLeadsToTheRows() {
        assertThat(page("/desk/office/budget?day=2023-05-31"))
                .contains("6,730,052", "2,755,881", "40.9", "34.0", "33.8", "987,893");
        var unit = db.sql("select id from office.budget_node where name = '기본경비' and level = 'UNIT'")
                .query(String.class)
                .single();
        assertThat(page("/desk/office/budget/nodes/" + unit + "?day=2023-05-31"))
                .contains("52,490", "지출-2023-");
    }

    @Test
    void theStaffingPageShowsBothReports() {
        assertThat(page("/desk/office/staffing?day=2023-05-31")).contains("관리운영직", "별정직·임기제", "△1");
        assertThat(page("/desk/office/staffing?day=2013-02-22")).contains("계약직", "마급", "△2");
        assertThat(page("/desk/office/staffing/cell?day=2013-02-22&kind=계약직&grade=마급"))
                .contains("결원", "정원 3명, 현원 2명, 과부족 △1명");
    }

    @Test
    void theComparisonPrintsTheTriangle() {
        assertThat(page("/desk/office/comparison?day=2013-12-31")).contains("△449,172", "△255,363", "124,150");
    }

    @Test
    void theChartIsAPictureOfItsOwn() {
        var result = mvc.get()
                .uri("/desk/office/organization.svg?day=2013-02-22")
                .with(AtDesk.as("chief"))
                .exchange();
        assertThat(result).hasStatusOk().hasContentTypeCompatibleWith("image/svg+xml");
        assertThat(new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("홍보전산과", "인터넷미디어팀");
    }

    @Test
    void theLedgerIsFoundFilteredAndExported() {
        assertThat(page("/desk/office/ledger?year=2023&q=온나라&kind=PAYMENT")).contains("한국지역정보개발원");
        assertThat(page("/desk/office/ledger?year=2023&q=없는말없는말")).contains("집행 내역이 없습니다");
        assertThat(page("/desk/office/ledger?year=abc&from=2023-02-30&to=x&page=-1"))
                .contains("읽을 수 없어");
        assertThat(page("/desk/office/ledger?year=2023&q={q}&page=99999", "%_';--"))
                .contains("<h1>");
        var csv = page("/desk/office/ledger/export.csv?year=2023&from=2023-01-01&to=2023-05-31");
        assertThat(csv.lines().count()).isGreaterThan(2_000);
        assertThat(page("/desk/office/ledger/export.xlsx?year=2023")).startsWith("PK");
        var id = db.sql("select id from office.ledger_entry where fiscal_year = 2023 and kind = 'PAYMENT' limit 1")
                .query(String.class)
                .single();
        assertThat(page("/desk/office/ledger/" + id)).contains("지출-2023-");
    }

    @Test
    void whatIsRefusedComesBackWithTheReasonAndWhatWasTyped() {
        var id = db.sql("select id from office.ledger_entry where fiscal_year = 2023 and kind = 'OBLIGATION' limit 1")
                .query(String.class)
                .single();
        var result = mvc.post()
                .uri("/desk/office/ledger/" + id + "/payments")
                .param("amount", "999,999,999,999")
                .param("on", "2023-12-30")
                .param("payee", "시연상사 특이한이름")
                .param("act", "payments")
                .with(AtDesk.as("clerk"))
                .with(csrf())
                .exchange();
        assertThat(result).hasStatus(422);
        assertThat(new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("시연상사 특이한이름", "남은");
        var unreadable = mvc.post()
                .uri("/desk/office/ledger/" + id + "/payments")
                .param("amount", "많이")
                .param("on", "2023-12-30")
                .with(AtDesk.as("clerk"))
                .with(csrf())
                .exchange();
        assertThat(unreadable).hasStatus(422);
    }

    @Test
    void theWrongRoleIsTurnedAway() {
        for (var path :
                new String[] {"/desk/office/posts", "/desk/office/people", "/desk/office/duties", "/desk/office/teams"})
            assertThat(mvc.post()
                            .uri(path)
                            .with(AtDesk.as("clerk"))
                            .with(csrf())
                            .exchange())
                    .hasStatus(403);
        assertThat(mvc.get()
                        .uri("/desk/office/imports")
                        .with(AtDesk.as("auditor"))
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.get()
                        .uri("/desk/office/budget")
                        .with(AtDesk.who(Map.of()))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void programsGetNumbers() {
        assertThat(page("/api/office/budget?day=2023-05-31")).contains("\"planned\":6730052000", "\"rate\":40.9");
        assertThat(page("/api/office/staffing?day=2023-05-31")).contains("\"authorized\":30", "\"actual\":34");
        assertThat(page("/api/office/organization?day=2023-05-31")).contains("홍보미디어과");
        assertThat(mvc.get()
                        .uri("/api/office/budget?day=2023-02-30")
                        .with(AtDesk.as("admin"))
                        .exchange())
                .hasStatus(422);
    }
}
