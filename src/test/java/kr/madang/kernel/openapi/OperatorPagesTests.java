package kr.madang.kernel.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The operator's pages and the description of the interface, as those at the desk see them. */
@OfficeTest
class OperatorPagesTests {
    private static final Map<String, Level> AUDITOR = Map.of("kernel", Level.VIEW);
    private static final Map<String, Level> OUTSIDER = Map.of();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Trail trail;

    private MockMvcTester.MockMvcRequestBuilder get(Map<String, Level> as, String path) {
        return mvc.get().uri(path).with(AtDesk.who(as));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/kernel/trail",
                "/desk/kernel/events",
                "/desk/kernel/jobs",
                "/desk/kernel/jobs/trail.anchor",
                "/desk/kernel/api"
            })
    void theOperatorsPagesOpen(String path) {
        assertThat(get(AUDITOR, path)).hasStatusOk().bodyText().contains("<h1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/kernel/trail",
                "/desk/kernel/events",
                "/desk/kernel/jobs",
                "/desk/kernel/trail/entries.csv"
            })
    void othersAreRefused(String path) {
        assertThat(get(OUTSIDER, path)).hasStatus(403);
    }

    @Test
    void theTrailIsSearchedPagedAndExported() throws Exception {
        var subject = "test:" + UUID.randomUUID();
        for (int i = 0; i < 60; i++)
            trail.record(Actor.SYSTEM, "kernel", "test.written", subject, Map.of("n", i, "text", "=1+1<script>"));
        var page = get(AUDITOR, "/desk/kernel/trail?q=" + subject);
        assertThat(page).hasStatusOk().bodyText().contains("rel=\"next\"").doesNotContain("<script>x", "=1+1<script>");
        assertThat(get(AUDITOR, "/desk/kernel/trail?q=" + subject + "&cursor=nonsense"))
                .hasStatus(422);
        assertThat(get(AUDITOR, "/desk/kernel/trail?from=2023-99-99&to=x")).hasStatusOk();
        assertThat(get(AUDITOR, "/desk/kernel/trail?from=2024-01-01&to=2023-01-01"))
                .hasStatusOk();
        var csv = get(AUDITOR, "/desk/kernel/trail/entries.csv?q=" + subject).exchange();
        assertThat(csv.getResponse().getContentAsString().lines()).hasSize(61);
    }

    @Test
    void theDescriptionIsThereForTheSignedInOnly() throws Exception {
        assertThat(mvc.get().uri("/api/openapi")).hasStatus(401);
        var json = get(OUTSIDER, "/api/openapi").exchange().getResponse().getContentAsString();
        assertThat(json)
                .contains("마당 연계 규격", "\"/api/report/figures\"", "application/problem+json")
                .doesNotContain("/desk/");
    }

    @Test
    void healthIsOpenAndMetricsStayInside() {
        assertThat(mvc.get().uri("/actuator/health/liveness")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health/readiness")).hasStatusOk();
        var outside = mvc.get().uri("/actuator/prometheus").with(request -> {
            request.setRemoteAddr("203.0.113.9");
            return request;
        });
        assertThat(outside.exchange().getResponse().getStatus()).isNotEqualTo(200);
    }
}
