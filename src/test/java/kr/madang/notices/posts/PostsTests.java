package kr.madang.notices.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import kr.madang.accounts.Account;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.news.NewPost;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.AopTestUtils;

/** What is new comes to whoever wants it: once, gathered, within his hours, and only as long as he may see it. */
class PostsTests extends PostCase {
    @Test
    void manyWithinFiveMinutesAreOneMessageAndNothingComesTwice() {
        var officer = officer("notices", ALWAYS, HELD);
        tell(held("하나"), held("둘"));
        tell(held("셋"));
        kept(officer, 3);
        telling.tell(later(4));
        assertThat(messages(officer)).as("still gathering").isZero();
        telling.tell(later(6));
        telling.tell(later(7));
        assertThat(messages(officer)).isEqualTo(1);
        assertThat(items(officer)).allMatch(i -> i.how().equals("SMS") && i.toldAt() != null);
        tell(held("넷"));
        kept(officer, 4);
        telling.tell(later(12));
        assertThat(messages(officer)).isEqualTo(2);
    }

    /** As the outbox does it, but here and now. */
    private void hear(NewPost post) {
        Postman here = AopTestUtils.getUltimateTargetObject(postman);
        transaction.executeWithoutResult(_ -> here.on(post));
    }

    @Test
    void whatIsHeardTwiceIsKeptOnceEvenAfterItWasTold() {
        var officer = officer("notices", ALWAYS, HELD);
        var post = held("되풀이");
        hear(post);
        hear(post);
        telling.tell(later(6));
        hear(post);
        telling.tell(later(12));
        assertThat(items(officer)).hasSize(1);
        assertThat(messages(officer)).isEqualTo(1);
    }

    @Test
    void outsideOfHoursItIsKeptUntilTheyBegin() {
        var hour = Instant.now().atZone(kr.madang.notices.sends.Calendar.SEOUL).getHour();
        int from = (hour + 3) % 24;
        var officer = officer("notices", new Hours(EnumSet.allOf(DayOfWeek.class), from, from + 1), HELD);
        tell(held("밤 하나"), held("밤 둘"));
        kept(officer, 2);
        telling.tell(later(10));
        assertThat(messages(officer)).isZero();
        var begun = Instant.now()
                .atZone(kr.madang.notices.sends.Calendar.SEOUL)
                .plusHours(3)
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant();
        telling.tell(begun);
        assertThat(messages(officer)).isEqualTo(1);
        assertThat(items(officer)).allMatch(i -> i.toldAt() != null);
    }

    @Test
    void whoSubscribedWhileOthersWereLookedUpIsTold() {
        var officer = officer("notices", ALWAYS);
        transaction.executeWithoutResult(_ -> {
            subscriptions.change(officer, new Wish(Set.of(HELD), true, false, ALWAYS));
            // another thread looks before this one commits, for somebody else
            var other =
                    new NewPost("notices", "held", "그사이", "/desk/notices/sends/2", now(), Set.of(UUID.randomUUID()));
            CompletableFuture.runAsync(() -> tell(other)).join();
        });
        tell(new NewPost("notices", "held", "바로 뒤", "/desk/notices/sends/3", now(), Set.of(officer.id())));
        kept(officer, 1);
    }

    @Test
    void whatConcernsOneIsToldToNobodyElse() {
        var one = officer("notices", ALWAYS, HELD);
        var other = officer("notices", ALWAYS, HELD);
        tell(new NewPost("notices", "held", "당신 것", "/desk/notices/sends/2", now(), Set.of(one.id())));
        kept(one, 1);
        telling.tell(later(6));
        assertThat(items(other)).isEmpty();
    }

    @Test
    void whoLostHisRightsOrDoesNotWantItIsNotTold() {
        var outsider = officer("notices", ALWAYS, HELD);
        var tired = officer("notices", ALWAYS, HELD);
        tell(held("아직 볼 수 있을 때"));
        kept(outsider, 1);
        kept(tired, 1);
        grants.change(Actor.SYSTEM, new Account.Id(outsider.id()), Map.of("notices", java.util.Optional.empty()), "전보");
        subscriptions.change(tired, Wish.NOTHING);
        telling.tell(later(6));
        assertThat(messages(outsider)).isZero();
        assertThat(messages(tired)).isZero();
        assertThat(items(outsider).getFirst().how()).isEqualTo("left");
        tell(held("나간 뒤"));
        telling.tell(later(12));
        assertThat(items(outsider)).hasSize(1);
    }

    @Test
    void nodesThatTellAtOnceTellOnce() throws Exception {
        var officer = officer("notices", ALWAYS, HELD);
        tell(held("동시에"), held("동시에 둘"));
        kept(officer, 2);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) pool.submit(() -> telling.tell(later(6)));
        }
        assertThat(messages(officer)).isEqualTo(1);
    }

    @Test
    void whoHasNoTelephoneIsShownThatHeWasNotTold() {
        var officer = officer("notices", ALWAYS, HELD);
        officers.change(officer, officer.id(), "", "");
        tell(held("갈 곳 없음"));
        kept(officer, 1);
        telling.tell(later(6));
        assertThat(items(officer).getFirst().how()).isEqualTo("nowhere");
    }

    @Test
    void nobodyReadsADeskHeMayNotSee() {
        var login = "po" + System.nanoTime();
        var outsider = new Actor(UUID.randomUUID(), login, "외부", "", Map.of("elsewhere", Level.MANAGE));
        for (var desk : List.of(HELD, "approvals.due", "no.such", "x", ".", "notices.held.x"))
            assertThatThrownBy(() -> subscriptions.change(outsider, new Wish(Set.of(desk), true, true, ALWAYS)))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.code()).isEqualTo("notices.posts.desk"));
        assertThat(subscriptions.desks(outsider)).isEmpty();
    }

    @Test
    void whatNobodyReadsOrNeverHappenedIsNoNews() throws Exception {
        var nobody = new NewPost("notices", "no-such-desk", "아무도", "/desk", now());
        tell(nobody);
        var officer = officer("notices", ALWAYS, HELD);
        transaction.executeWithoutResult(status -> {
            news.tell(held("없던 일"));
            status.setRollbackOnly();
        });
        Thread.sleep(300);
        assertThat(items(officer)).isEmpty();
        assertThat(db.sql("select count(*) from kernel.event_publication where serialized_event like '%no-such-desk%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void textsNameNoTitlesAndLettersNameAll() {
        var item = new PostItem(UUID.randomUUID(), "notices", "held", "제목 \uD83D\uDE00", "/desk/x", now(), null, "");
        var words = new PostWords("영등포구청", "https://office.example", key -> "보류된 발송");
        assertThat(words.text(List.of(item, item)))
                .isEqualTo("[영등포구청] 새글 2건\n보류된 발송 2\nhttps://office.example/desk/notices/mine");
        assertThat(words.letter(List.of(item))).contains("제목", "https://office.example/desk/x");
        assertThat(words.letter(java.util.Collections.nCopies(60, item))).contains("외 10건");
    }

    @Test
    void newsIsOneLineAndLeadsNowhereElse() {
        assertThat(held("두\r\n줄").title()).isEqualTo("두 줄");
        assertThat(held("긴".repeat(500)).title()).hasSize(200);
        for (var link : List.of("https://evil.example", "//evil.example", "javascript:x", ""))
            assertThatThrownBy(() -> new NewPost("notices", "held", "x", link, now()))
                    .isInstanceOf(IllegalArgumentException.class);
    }
}
