package kr.madang.notices.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.api.ApiKey;
import kr.madang.notices.api.ApiKeys;
import kr.madang.notices.api.KeyDraft;
import kr.madang.notices.api.KeyKind;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.sends.Templates;
import kr.madang.notices.sends.Town;
import kr.madang.notices.wording.SenderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Officers who make keys, a chief who opens them, and a program that calls with them. */
@OfficeTest
@Import(Town.class)
abstract class KeyRing {
    static final Duration SOON = Duration.ofSeconds(25);
    static final String MESSAGES = CallGate.PATH + "/messages";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiKeys keys;

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Templates templates;

    @Autowired
    SendTerms terms;

    @Autowired
    Town.Center center;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    Actor officer;
    Actor chief;

    @BeforeEach
    void people() {
        var team = "k" + System.nanoTime();
        officer = person(team, "기획팀장", Level.WORK);
        chief = person(team, "홍보미디어과장", Level.APPROVE);
        center.slow(Duration.ZERO);
        terms.rest(Actor.SYSTEM, Kind.PUBLIC, Calendar.Rule.NEVER);
        if (terms.senders().isEmpty())
            terms.register(Actor.SYSTEM, new SenderNumber("07000001200"), "대표", "증명원", LocalDate.of(2022, 1, 3));
    }

    Actor person(String team, String title, Level level) {
        var login = "ky" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details(title, team, title, "", ""));
        return new Actor(account.id().value(), login, title, team, Map.of("notices", level, "approvals", level));
    }

    static KeyDraft draft(KeyKind kind, int perMinute, int perMonth, Set<UUID> templates, boolean free, String... to) {
        return new KeyDraft(
                "연계 " + System.nanoTime(),
                "시험하는 연계",
                kind,
                LocalDate.now(Calendar.SEOUL).plusMonths(3),
                perMinute,
                perMonth,
                templates,
                free,
                java.util.Arrays.stream(to)
                        .map(one -> Address.of(Channel.SMS, one))
                        .toList());
    }

    ApiKeys.Made test() {
        return keys.make(officer, draft(KeyKind.TEST, 1_000, 1_000, Set.of(), true));
    }

    UUID template(String text) {
        return templates
                .create(officer, "연계 서식 " + System.nanoTime(), Kind.PUBLIC, Channel.SMS, text)
                .id();
    }

    /** The chief signs what the officer sends on. */
    void opened(ApiKeys.Made made) {
        var paper = new Paper.Id(java.util.Objects.requireNonNull(made.key().paper()));
        var hash = papers.open(officer, paper).hash();
        approvals.submit(officer, paper, hash, "");
        approvals.sign(chief, paper, hash, "");
        await().atMost(SOON).until(() -> keys.get(made.key().id()).state() == ApiKey.State.ACTIVE);
    }

    // ------------------------------------------------------------------ calls

    MockHttpServletResponse call(MockHttpServletRequestBuilder request, String token) throws Exception {
        var response = mvc.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    MockHttpServletResponse send(String token, Map<String, ?> message, String once) throws Exception {
        var request = post(MESSAGES).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(message));
        if (!once.isEmpty()) request.header("Idempotency-Key", once);
        return call(request, token);
    }

    MockHttpServletResponse sendAll(String token, List<?> messages) throws Exception {
        var body = new HashMap<String, Object>();
        body.put("messages", messages);
        return call(
                post(MESSAGES + ":batch")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(body)),
                token);
    }

    static Map<String, String> text(String to, String text) {
        return Map.of("to", to, "text", text);
    }

    JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsString());
    }

    String accepted(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(202);
        return body(response).get("id").stringValue();
    }

    String state(String token, String id) {
        try {
            return body(call(get(MESSAGES + "/" + id), token)).get("state").stringValue();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void refused(MockHttpServletResponse response, int status, String code) throws Exception {
        var text = response.getContentAsString();
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(body(response).get("type").stringValue()).isEqualTo(code);
        assertThat(body(response).get("detail").stringValue()).isNotBlank().doesNotContain("notices.");
    }
}
