package kr.madang.notices.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Level;
import kr.madang.notices.api.KeyKind;
import kr.madang.notices.api.TestFate;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** What programs may say, to whom, and what they are told: the interface from its door to the telephone. */
class MessageApiTests extends KeyRing {
    @Test
    void aTestKeyMeetsEveryFateAndNobodyElse() throws Exception {
        var token = test().token();
        var text = "모의 " + System.nanoTime();
        var ids = new LinkedHashMap<TestFate, String>();
        for (var fate : TestFate.values()) ids.put(fate, accepted(send(token, text(fate.phone(), text), "")));
        var ends = Map.of(
                TestFate.DELIVERED, "delivered",
                TestFate.FAILED, "failed",
                TestFate.EXPIRED, "expired",
                TestFate.REJECTED, "failed",
                TestFate.UNKNOWN, "unknown",
                TestFate.DELAYED, "delivered");
        ends.forEach((fate, end) -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(state(token, java.util.Objects.requireNonNull(ids.get(fate))))
                        .as(fate.name())
                        .isEqualTo(end)));
        assertThat(center.phones).noneMatch(r -> r.text().equals(text));
        var mail = accepted(send(
                token, Map.of("channel", "email", "to", TestFate.DELIVERED.email(), "subject", "제목", "text", "글"), ""));
        await().atMost(SOON).until(() -> state(token, mail).equals("delivered"));
        refused(send(token, text("010-0000-1111", text), ""), 422, "notices.api.simulated");
    }

    @Test
    void whoHasNoKeyIsNotLetInByASession() throws Exception {
        for (var token : List.of("", "x", "madang_live_" + "A".repeat(43), "a".repeat(9_000), "' or 1=1")) {
            var response = send(token, text("01000000001", "글"), "");
            refused(response, 401, "notices.api.key");
            assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        }
        var session = mvc.perform(get(MESSAGES).with(AtDesk.who(Map.of("notices", Level.MANAGE))))
                .andReturn()
                .getResponse();
        assertThat(session.getStatus()).isEqualTo(401);
    }

    @Test
    void aLiveKeySaysWhatWasApprovedInTheWordsOfThatDay() throws Exception {
        var mark = System.nanoTime();
        var template = template("#{동} 민원 " + mark + "이 처리되었습니다.");
        var made = keys.make(officer, draft(KeyKind.LIVE, 100, 100, Set.of(template), false));
        var message = Map.of("to", "010-0000-2222", "template", template.toString(), "values", Map.of("동", "문래동"));
        refused(send(made.token(), message, ""), 403, "notices.api.waiting");
        opened(made);
        templates.write(officer, template, 1, "#{동} 전혀 다른 글 " + mark);
        var id = accepted(send(made.token(), message, ""));
        await().atMost(SOON).until(() -> state(made.token(), id).equals("delivered"));
        assertThat(center.phones)
                .filteredOn(r -> r.text().contains(Long.toString(mark)))
                .singleElement()
                .satisfies(r -> assertThat(r.text()).isEqualTo("문래동 민원 " + mark + "이 처리되었습니다."));
        refused(send(made.token(), text("010-0000-2222", "마음대로"), ""), 422, "notices.api.free");
        refused(
                send(made.token(), Map.of("to", "010-0000-2222", "template", template.toString()), ""),
                422,
                "notices.api.gap");
        var other = template("다른 서식");
        refused(
                send(made.token(), Map.of("to", "010-0000-2222", "template", other.toString()), ""),
                422,
                "notices.api.template");
    }

    @Test
    void aTeamKeyReachesItsListAndNobodyElse() throws Exception {
        var made = keys.make(officer, draft(KeyKind.TEAM, 100, 100, Set.of(), true, "010-0000-3333"));
        opened(made);
        var text = "내부 " + System.nanoTime();
        var id = accepted(send(made.token(), text("01000003333", text), ""));
        await().atMost(SOON).until(() -> state(made.token(), id).equals("delivered"));
        refused(send(made.token(), text("01000003334", text), ""), 422, "notices.api.unlisted");
        assertThat(center.phones).filteredOn(r -> r.text().equals(text)).hasSize(1);
    }

    @Test
    void aKeySeesItsOwnMessagesOnly() throws Exception {
        var mine = test().token();
        var other = test().token();
        var id = accepted(send(mine, Map.of("to", "01000000001", "text", "글", "reference", "r-1"), ""));
        refused(call(get(MESSAGES + "/" + id), other), 404, "notices.api.message");
        assertThat(body(call(get(MESSAGES), other)).get("items").size()).isZero();
        var found = body(call(get(MESSAGES + "?reference=r-1"), mine)).get("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).get("to").stringValue()).isEqualTo("010-****-0001");
        assertThat(call(get(MESSAGES + "/not-a-uuid"), mine).getStatus()).isEqualTo(404);
    }

    @Test
    void listsGoOnPageByPage() throws Exception {
        var token = test().token();
        for (int i = 0; i < 5; i++) accepted(send(token, text("01000000001", "글 " + i), ""));
        var seen = new java.util.HashSet<String>();
        var cursor = "";
        do {
            var page = body(call(get(MESSAGES).param("limit", "2").param("cursor", cursor), token));
            page.get("items").forEach(item -> seen.add(item.get("id").stringValue()));
            cursor = page.get("next").isNull() ? "" : page.get("next").stringValue();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5);
        refused(call(get(MESSAGES + "?limit=101"), token), 422, "notices.api.limit");
        refused(call(get(MESSAGES + "?state=flying"), token), 422, "notices.api.state");
    }

    @Test
    void allOfABatchOrNothing() throws Exception {
        var token = test().token();
        var good = text("01000000001", "글");
        var answer = sendAll(token, List.of(good, good));
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(body(answer).size()).isEqualTo(2);
        var bad = sendAll(token, List.of(good, text("02-123-4567", "글")));
        refused(bad, 422, "notices.api.batch");
        assertThat(body(bad).get("detail").stringValue()).startsWith("2번째");
        var holed = new java.util.ArrayList<Map<String, String>>();
        holed.add(good);
        holed.add(null);
        refused(sendAll(token, holed), 422, "notices.api.batch");
        refused(sendAll(token, List.of()), 422, "notices.api.many");
        refused(sendAll(token, java.util.Collections.nCopies(101, good)), 422, "notices.api.many");
        assertThat(body(call(get(MESSAGES), token)).get("items").size()).isEqualTo(2);
    }

    @Test
    void whateverIsSentIsAnsweredInWords() throws Exception {
        var token = test().token();
        var cases = new HashMap<String, Integer>();
        cases.put("{", 400);
        cases.put("[]", 400);
        cases.put("null", 400);
        cases.put("{}", 422);
        cases.put("{\"to\":[\"01000000001\"],\"text\":\"x\"}", 400);
        cases.put("{\"to\":\"01000000001\",\"text\":{\"a\":1}}", 400);
        cases.put("{\"to\":\"01000000001\",\"text\":\"x\",\"template\":\"y\"}", 422);
        cases.put("{\"to\":\"01000000001\",\"text\":\"a\\u0000b\"}", 422);
        cases.put("{\"to\":\"01000000001\",\"text\":\"\\ud83d\\ude00\"}", 422);
        cases.put("{\"to\":\"01000000001\",\"text\":\"" + "가".repeat(1_001) + "\"}", 422);
        cases.put("{\"to\":\"01000000001\",\"text\":\"x\",\"channel\":\"PUSH\"}", 422);
        cases.put("{\"to\":\"01000000001\",\"text\":\"x\",\"reference\":\"" + "r".repeat(201) + "\"}", 422);
        cases.put("{\"channel\":\"EMAIL\",\"to\":\"delivered@madang.example\",\"text\":\"x\"}", 422);
        cases.forEach((sent, status) -> {
            try {
                var answer = call(
                        post(MESSAGES).contentType(MediaType.APPLICATION_JSON).content(sent), token);
                assertThat(answer.getStatus()).as(sent).isEqualTo(status);
                assertThat(answer.getContentType()).as(sent).startsWith("application/problem+json");
            } catch (Exception e) {
                throw new IllegalStateException(sent, e);
            }
        });
        assertThat(call(post(MESSAGES).contentType(MediaType.TEXT_PLAIN).content("x"), token)
                        .getStatus())
                .isEqualTo(415);
        refused(
                call(
                        post(MESSAGES)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"text\":\"" + "x".repeat(1_100_000) + "\"}"),
                        token),
                413,
                "notices.api.large");
        assertThat(body(call(get(MESSAGES), token)).get("items").size()).isZero();
    }

    @Test
    void theDescriptionTellsOfTheInterfaceAndItsKeys() throws Exception {
        var described = mvc.perform(get("/api/openapi").with(AtDesk.who(Map.of("notices", Level.WORK))))
                .andReturn()
                .getResponse();
        described.setCharacterEncoding("UTF-8");
        assertThat(described.getContentAsString())
                .contains("/api/notices/v1/messages:batch", "noticesKey", "Idempotency-Key")
                .doesNotContain("ApiKey\"");
    }
}
