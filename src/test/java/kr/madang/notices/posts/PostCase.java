package kr.madang.notices.posts;

import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.news.NewPost;
import kr.madang.kernel.news.News;
import kr.madang.notices.officers.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** Officers with wishes, rooms that tell, and what lies before whom; nothing is sent. */
@OfficeTest
@TestPropertySource(properties = "madang.notices.runner=false")
abstract class PostCase {
    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    static final Duration SOON = Duration.ofSeconds(15);
    static final Hours ALWAYS = new Hours(EnumSet.allOf(DayOfWeek.class), 0, 24);
    static final String HELD = "notices.held";

    @Autowired
    News news;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Telling telling;

    @Autowired
    Postman postman;

    @Autowired
    Officers officers;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Gate gate;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient db;

    Actor officer(String room, Hours hours, String... desks) {
        var login = "po" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("직원", "", "주무관", "", ""));
        grants.change(Actor.SYSTEM, account.id(), Map.of(room, java.util.Optional.of(Level.WORK)), "시험");
        var actor = new Actor(account.id().value(), login, "직원", "", Map.of(room, Level.WORK));
        officers.change(actor, actor.id(), "0100000%04d".formatted(5_000 + NUMBER.incrementAndGet()), "");
        subscriptions.change(actor, new Wish(Set.of(desks), true, false, hours));
        return actor;
    }

    static NewPost held(String title) {
        return new NewPost("notices", "held", title, "/desk/notices/sends/1", now());
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    void tell(NewPost... posts) {
        transaction.executeWithoutResult(_ -> List.of(posts).forEach(news::tell));
    }

    List<PostItem> items(Actor actor) {
        return subscriptions.recent(actor, null, 50).rows();
    }

    void kept(Actor actor, int many) {
        await().atMost(SOON).until(() -> items(actor).size() == many);
    }

    /** Messages on their way to the officer. */
    int messages(Actor actor) {
        var phone = Objects.requireNonNull(officers.reach(List.of(actor.id())).get(actor.id()))
                .phone()
                .orElseThrow();
        return db.sql("select count(*) from notices.single where use = 'POST' and ending = :ending")
                .param("ending", phone.substring(7))
                .query(Integer.class)
                .single();
    }

    static Instant later(int minutes) {
        return now().plus(Duration.ofMinutes(minutes));
    }
}
