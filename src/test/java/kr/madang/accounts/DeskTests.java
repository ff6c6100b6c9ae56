package kr.madang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import kr.madang.DemoTest;
import kr.madang.accounts.totp.Base32;
import kr.madang.accounts.totp.Totp;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At the desk of the demo office, over HTTP: what a running session may do when things change around it. */
@DemoTest
class DeskTests {
    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void forgetFailures() {
        db.sql("delete from accounts.throttle").update();
    }

    private Visitor signedIn(String login) {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(login, Visitor.DEMO_PASSWORD, "/desk").statusCode())
                .isEqualTo(302);
        return visitor;
    }

    private Account account(String login) {
        return accounts.findByLogin(login).orElseThrow();
    }

    @Test
    void aRightGivenOrTakenCountsFromTheNextPageOn() {
        var clerk = signedIn("planning3");
        var id = account("planning3").id();
        assertThat(clerk.get("/desk/accounts/people").statusCode()).isEqualTo(403);
        grants.change(Actor.SYSTEM, id, Map.of("accounts", Optional.of(Level.VIEW)), "시험");
        assertThat(clerk.get("/desk/accounts/people").statusCode()).isEqualTo(200);
        grants.change(Actor.SYSTEM, id, Map.of("accounts", Optional.empty()), "시험");
        assertThat(clerk.get("/desk/accounts/people").statusCode()).isEqualTo(403);
    }

    @Test
    void suspensionEndsRunningSessionsAtOnce() {
        var clerk = signedIn("planning4");
        var id = account("planning4").id();
        accounts.suspend(Actor.SYSTEM, id, "시험");
        assertThat(clerk.get("/desk/accounts/me").statusCode()).isEqualTo(302);
        assertThat(clerk.signIn("planning4", Visitor.DEMO_PASSWORD, "/desk").statusCode())
                .isEqualTo(422);
        accounts.restore(Actor.SYSTEM, id, "시험");
        assertThat(clerk.get("/desk/accounts/me").statusCode()).isEqualTo(302);
    }

    @Test
    void aPlantedSessionIsWorthNothingAfterSigningIn() {
        var visitor = new Visitor(port);
        visitor.post("/desk/accounts/me/password", Map.of("_method", "put", "current", "x"));
        var planted = visitor.session();
        assertThat(planted).isNotEmpty();
        visitor.signIn("planning2", Visitor.DEMO_PASSWORD, "/desk");
        assertThat(visitor.session()).isNotEqualTo(planted);
        var attacker = new Visitor(port);
        assertThat(attacker.get("/desk/accounts/me", "Cookie", "madang-session=" + planted)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void fiveFailuresLockTheRightPasswordOutToo() {
        var visitor = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            visitor.signIn("media4", "wrong-" + i, "/desk");
            db.sql("update accounts.throttle set blocked_until = last_at where failures < 5")
                    .update();
        }
        var locked = visitor.signIn("media4", Visitor.DEMO_PASSWORD, "/desk");
        var unknown = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            unknown.signIn("nobody-at-all", "wrong-" + i, "/desk");
            db.sql("update accounts.throttle set blocked_until = last_at where failures < 5")
                    .update();
        }
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("로그인 시도가 너무 많았습니다");
        assertThat(unknown.signIn("nobody-at-all", "x", "/desk").statusCode()).isEqualTo(429);

        var admin = signedIn("admin");
        assertThat(admin.post("/desk/accounts/people/" + account("media4").id() + "/lock", Map.of("_method", "delete"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.signIn("media4", Visitor.DEMO_PASSWORD, "/desk").statusCode())
                .isEqualTo(302);
    }

    @Test
    void aFormSentTooLateIsKeptAndShownAgainWithoutItsSecrets() {
        var visitor = new Visitor(port);
        var late = visitor.post(
                "/desk/accounts/people", Map.of("login", "newcomer", "name", "새 직원", "password", "topsecret-123"));
        assertThat(Visitor.location(late)).isEqualTo("/login?unsent");
        var entered = visitor.signIn("admin", Visitor.DEMO_PASSWORD, "/desk");
        assertThat(Visitor.location(entered)).isEqualTo("/login/unsent");
        assertThat(visitor.get("/login/unsent").body())
                .contains("newcomer", "새 직원", "action=\"/desk/accounts/people\"")
                .doesNotContain("topsecret-123");
        assertThat(accounts.findByLogin("newcomer")).isEmpty();
    }

    @Test
    void aCodeIsAskedForAndTakenOnce() {
        var telecom = signedIn("telecom2");
        telecom.post("/desk/accounts/me/totp", Map.of("password", Visitor.DEMO_PASSWORD));
        var page = telecom.get("/desk/accounts/me/totp").body();
        var secret = Base32.decode(first(page, "<code>([A-Z2-7 ]{32,})</code>").replace(" ", ""));
        assertThat(telecom.get("/desk/accounts/me/totp/picture").body()).startsWith("<svg");
        // the code of the step before, as somebody slow would type it; the same one again later
        var used = Totp.code(secret, step() - 1);
        var confirmed = telecom.post("/desk/accounts/me/totp/confirmation", Map.of("_method", "put", "code", used));
        var recovery = first(confirmed.body(), "<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>");
        assertThat(telecom.get("/desk/accounts/me/totp/picture").statusCode()).isEqualTo(404);
        assertThat(db.sql("select secret from accounts.totp")
                        .query(String.class)
                        .single())
                .startsWith("m1.");

        var again = new Visitor(port);
        var asked = again.signIn("telecom2", Visitor.DEMO_PASSWORD, "/desk/accounts/me");
        assertThat(Visitor.location(asked)).isEqualTo("/login/code");
        assertThat(again.get("/desk/accounts/me").statusCode()).isEqualTo(302);
        assertThat(again.post("/login/code", Map.of("code", used)).statusCode()).isEqualTo(422);
        var entered = again.post("/login/code", Map.of("code", recovery));
        assertThat(Visitor.location(entered)).isEqualTo("/desk/accounts/me");
        assertThat(again.get("/desk/accounts/me").statusCode()).isEqualTo(200);

        var third = new Visitor(port);
        third.signIn("telecom2", Visitor.DEMO_PASSWORD, "/desk");
        assertThat(third.post("/login/code", Map.of("code", recovery)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoMustChangeThePasswordComesNoFurtherAndOtherSessionsEnd() {
        var here = signedIn("telecom3");
        var elsewhere = signedIn("telecom3");
        var admin = signedIn("admin");
        admin.post("/desk/accounts/people/" + account("telecom3").id() + "/password-change", Map.of());
        assertThat(Visitor.location(here.get("/desk/accounts/directory"))).isEqualTo("/desk/accounts/me/password");
        var same = Map.of(
                "_method",
                "put",
                "current",
                Visitor.DEMO_PASSWORD,
                "password",
                Visitor.DEMO_PASSWORD,
                "again",
                Visitor.DEMO_PASSWORD);
        assertThat(here.post("/desk/accounts/me/password", same).statusCode()).isEqualTo(422);
        var next = "저녁노을 지는 마당 한켠";
        var changed = here.post(
                "/desk/accounts/me/password",
                Map.of("_method", "put", "current", Visitor.DEMO_PASSWORD, "password", next, "again", next));
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(here.get("/desk/accounts/directory").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/desk/accounts/directory").statusCode()).isEqualTo(302);
    }

    @Test
    void lookingAtTheDirectoryAndAtTheLogIsLogged() {
        var auditor = signedIn("auditor");
        auditor.get("/desk/accounts/directory?q=%25");
        assertThat(auditor.get("/desk/accounts/directory?q=zzzzz").body()).contains("찾는 직원이 없습니다");
        var page = auditor.get("/desk/accounts/access-log").body();
        assertThat(page).contains("직원 조회");
        assertThat(auditor.get("/desk/accounts/access-log").body()).contains("접속기록 조회");
        assertThat(auditor.get("/desk/accounts/access-log/export.csv").body())
                .startsWith("\ufeff일시,")
                .contains("직원 조회");
        assertThat(tasks("auditor")).contains("직원 조회", "접속기록 조회", "접속기록 내려받기(CSV)");
    }

    private List<String> tasks(String login) {
        return db.sql("select distinct task from accounts.access_entry where login = :login")
                .param("login", login)
                .query(String.class)
                .list();
    }

    @Test
    void someoneElsesSessionCannotBeEnded() {
        var mine = signedIn("media2");
        var theirs = signedIn("media3");
        var handle = first(signedIn("media3").get("/desk/accounts/me").body(), "/me/sessions/([0-9a-f]{24})");
        mine.post("/desk/accounts/me/sessions/" + handle, Map.of("_method", "delete"));
        assertThat(theirs.get("/desk/accounts/me").statusCode()).isEqualTo(200);
    }

    private static String first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    /** The step of now, early enough in it that the answer still falls into it. */
    private static long step() {
        while (30_000 - System.currentTimeMillis() % 30_000 < 10_000) LockSupport.parkNanos(100_000_000);
        return Totp.step(Instant.now());
    }
}
