package kr.madang.notices.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.api.ApiKey;
import kr.madang.notices.api.KeyKind;
import org.junit.jupiter.api.Test;

/** Keys and their limits: twice is once, too much is too much, and a key that is changed or closed opens nothing. */
class KeyLimitsTests extends KeyRing {
    private int messages(UUID key) {
        return db.sql("select count(*) from notices.single where by_id = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    @Test
    void theSameUnderTheSameNameIsDoneOnceAndAnsweredAlike() throws Exception {
        var made = test();
        var message = text("01000000001", "한 번만");
        var first = send(made.token(), message, "name-1");
        accepted(first);
        var again = send(made.token(), message, "name-1");
        assertThat(again.getStatus()).isEqualTo(202);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(messages(made.key().id())).isEqualTo(1);
        refused(send(made.token(), text("01000000001", "다른 글"), "name-1"), 422, "notices.api.once.other");
        accepted(send(made.token(), message, "name-2"));
        accepted(send(test().token(), message, "name-1"));
        assertThat(messages(made.key().id())).isEqualTo(2);
        refused(send(made.token(), message, "이름"), 422, "notices.api.once.name");
        refused(send(made.token(), message, "x".repeat(201)), 422, "notices.api.once.name");
    }

    @Test
    void manyWhoAskTheSameAtOnceGetOneMessage() throws Exception {
        var made = test();
        var answers = new ConcurrentLinkedQueue<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++)
                pool.submit(() -> answers.add(send(made.token(), text("01000000001", "동시에"), "at-once")
                        .getContentAsString()));
        }
        assertThat(answers).hasSize(12);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(messages(made.key().id())).isEqualTo(1);
    }

    /** What was refused was not done, so its name is free again. */
    @Test
    void aRefusalIsNotRemembered() throws Exception {
        var made = test();
        refused(send(made.token(), text("02-123-4567", "글"), "retry"), 422, "notices.address.sms");
        accepted(send(made.token(), text("01000000001", "글"), "retry"));
        assertThat(messages(made.key().id())).isEqualTo(1);
    }

    @Test
    void answersAreKeptForADayAtLeast() throws Exception {
        var made = test();
        accepted(send(made.token(), text("01000000001", "글"), "old"));
        db.sql("update notices.api_once set made_at = :at where key = :key")
                .param("at", Instant.now().minusSeconds(86_400 + 60))
                .param("key", made.key().id())
                .update();
        forgetting();
        accepted(send(made.token(), text("01000000001", "글"), "old"));
        assertThat(messages(made.key().id())).isEqualTo(1);
        db.sql("update notices.api_once set made_at = made_at - interval '3 days' where key = :key")
                .param("key", made.key().id())
                .update();
        forgetting();
        accepted(send(made.token(), text("01000000001", "글"), "old"));
        assertThat(messages(made.key().id())).isEqualTo(2);
    }

    @org.springframework.beans.factory.annotation.Autowired
    List<kr.madang.kernel.jobs.Job> jobs;

    private void forgetting() {
        jobs.stream()
                .filter(j -> j.name().equals("notices.api.retention"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    @Test
    void callsAreCountedByTheMinuteForAllAtOnce() throws Exception {
        var made = keys.make(officer, draft(KeyKind.TEST, 5, 100, Set.of(), true));
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++)
                pool.submit(() -> statuses.add(call(get(MESSAGES), made.token()).getStatus()));
        }
        assertThat(statuses).hasSize(30).containsOnly(200, 429);
        assertThat(statuses.stream().filter(s -> s == 200)).hasSize(5);
        var answer = call(get(MESSAGES), made.token());
        refused(answer, 429, "notices.api.minute");
        assertThat(answer.getHeader("RateLimit-Limit")).isEqualTo("5");
        assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void aMonthHasRoomForItsMessagesAndNoMore() throws Exception {
        var made = keys.make(officer, draft(KeyKind.TEST, 1_000, 3, Set.of(), true));
        var one = text("01000000001", "글");
        refused(sendAll(made.token(), List.of(one, one, one, one)), 429, "notices.api.month");
        assertThat(sendAll(made.token(), List.of(one, one)).getStatus()).isEqualTo(202);
        var over = sendAll(made.token(), List.of(one, one));
        refused(over, 429, "notices.api.month");
        assertThat(Long.parseLong(over.getHeader("Retry-After"))).isPositive();
        refused(send(made.token(), text("nobody", "글"), ""), 422, "notices.address.sms");
        accepted(send(made.token(), one, ""));
        assertThat(messages(made.key().id())).isEqualTo(3);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) pool.submit(() -> send(made.token(), one, ""));
        }
        assertThat(messages(made.key().id())).isEqualTo(3);
    }

    @Test
    void everyCallIsRecordedWithItsKeyAndWithoutAnyAddress() throws Exception {
        var made = test();
        accepted(send(made.token(), text("010-0000-0001", "기록"), ""));
        refused(send(made.token(), text("02-777-8888", "기록"), ""), 422, "notices.address.sms");
        call(get(MESSAGES + "?reference=010-0000-0001"), made.token());
        var rows = db.sql("select row_to_json(c)::text from notices.api_call c where key = :key order by id")
                .param("key", made.key().id())
                .query(String.class)
                .list();
        assertThat(rows).hasSize(3).noneMatch(r -> r.contains("0001\"") || r.contains("8888") || r.contains("010-"));
        assertThat(rows.stream().filter(r -> r.contains("\"status\":202") && r.contains("\"messages\":1")))
                .hasSize(1);
        assertThat(rows.stream().filter(r -> r.contains("\"status\":422"))).hasSize(1);
    }

    @Test
    void whatIsRevokedExpiredOrChangedOpensNothing() throws Exception {
        var revoked = test();
        keys.revoke(officer, revoked.key().id(), "그만 씀");
        refused(call(get(MESSAGES), revoked.token()), 401, "notices.api.key");
        var expired = test();
        db.sql("update notices.api_key set expires_on = current_date - 2 where id = :id")
                .param("id", expired.key().id())
                .update();
        refused(call(get(MESSAGES), expired.token()), 401, "notices.api.expired");
        var changed = keys.make(officer, draft(KeyKind.LIVE, 10, 10, Set.of(template("글")), false));
        opened(changed);
        assertThat(call(get(MESSAGES), changed.token()).getStatus()).isEqualTo(200);
        db.sql("update notices.api_key set free = true where id = :id")
                .param("id", changed.key().id())
                .update();
        refused(call(get(MESSAGES), changed.token()), 403, "notices.api.waiting");
    }

    @Test
    void aKeyThatCameBackIsAskedForAgain() throws Exception {
        var made = keys.make(officer, draft(KeyKind.LIVE, 10, 10, Set.of(template("글")), false));
        var paper = new kr.madang.approvals.line.Paper.Id(
                java.util.Objects.requireNonNull(made.key().paper()));
        var hash = papers.open(officer, paper).hash();
        approvals.submit(officer, paper, hash, "");
        approvals.sendBack(chief, paper, "쓰임을 더 적어 주세요");
        org.awaitility.Awaitility.await()
                .atMost(SOON)
                .until(() -> keys.get(made.key().id()).state() == ApiKey.State.RETURNED);
        refused(call(get(MESSAGES), made.token()), 403, "notices.api.waiting");
        keys.ask(officer, made.key().id());
        opened(new kr.madang.notices.api.ApiKeys.Made(keys.get(made.key().id()), made.token()));
        assertThat(call(get(MESSAGES), made.token()).getStatus()).isEqualTo(200);
    }

    @Test
    void theKeyItselfStandsNowhere() {
        var made = test();
        var row = db.sql("select row_to_json(k)::text from notices.api_key k where id = :id")
                .param("id", made.key().id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(made.token());
        assertThat(made.toString()).doesNotContain(made.token());
    }

    @Test
    void whatNoKeyMayBe() {
        var looker = person("x", "주무관", Level.VIEW);
        assertThatThrownBy(() -> keys.make(looker, draft(KeyKind.TEST, 1, 1, Set.of(), true)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.key.may"));
        assertThatThrownBy(() -> draft(KeyKind.LIVE, 1, 1, Set.of(), false))
                .hasMessageContaining("notices.key.nothing");
        assertThatThrownBy(() -> draft(KeyKind.TEAM, 1, 1, Set.of(), true))
                .hasMessageContaining("notices.key.addresses");
        assertThatThrownBy(() -> draft(KeyKind.TEST, 0, 1, Set.of(), true)).hasMessageContaining("notices.key.minute");
        var advert = templates
                .create(officer, "광고 " + System.nanoTime(), Kind.ADVERTISING, Channel.SMS, "싸요")
                .id();
        assertThatThrownBy(() -> keys.make(officer, draft(KeyKind.LIVE, 1, 1, Set.of(advert), false)))
                .hasMessageContaining("notices.key.template");
        var mine = test();
        var other = person("y", "주무관", Level.WORK);
        assertThatThrownBy(() -> keys.revoke(other, mine.key().id(), "남의 것"))
                .hasMessageContaining("notices.key.may.revoke");
        keys.revoke(chief, mine.key().id(), "과장은 됨");
    }
}
