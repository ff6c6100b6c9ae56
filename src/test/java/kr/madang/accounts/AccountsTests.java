package kr.madang.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.accounts.signin.PasswordChanges;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class AccountsTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    PasswordChanges passwords;

    @Autowired
    JdbcClient db;

    private static int number;

    private Account made(Map<String, Level> rights) {
        var details = new Accounts.Details("시험 직원", "press", "주무관", "", "");
        var account = accounts.open(Actor.SYSTEM, "a" + ++number + "x" + System.nanoTime() % 1_000_000, details);
        rights.forEach(
                (room, level) -> grants.change(Actor.SYSTEM, account.id(), Map.of(room, Optional.of(level)), "시험"));
        return account;
    }

    private Actor actor(Account a) {
        return new Actor(a.id().value(), a.login(), a.name(), a.team(), grants.current(a.id()));
    }

    @Test
    void nobodyGivesRightsToThemselvesOrBeyondTheirOwn() {
        var manager = made(Map.of("accounts", Level.MANAGE, "office", Level.WORK));
        var clerk = made(Map.of());
        var by = actor(manager);

        assertThat(grants.change(by, clerk.id(), Map.of("office", Optional.of(Level.WORK)), "발령"))
                .isEqualTo(1);
        refused(
                "accounts.authority.beyond",
                () -> grants.change(by, clerk.id(), Map.of("office", Optional.of(Level.APPROVE)), "발령"));
        refused(
                "accounts.authority.beyond",
                () -> grants.change(by, clerk.id(), Map.of("*", Optional.of(Level.VIEW)), "발령"));
        refused(
                "accounts.authority.self",
                () -> grants.change(by, manager.id(), Map.of("office", Optional.of(Level.MANAGE)), "나"));
        refused(
                "kernel.access.forbidden",
                () -> grants.change(actor(clerk), manager.id(), Map.of("office", Optional.empty()), "?"));
    }

    @Test
    void whoReachesFurtherIsNeitherResetNorSuspendedNorEditedFromBelow() {
        var manager = made(Map.of("accounts", Level.MANAGE));
        var administrator = made(Map.of("*", Level.MANAGE));
        var by = actor(manager);

        refused("accounts.authority.beyond", () -> passwords.link(by, administrator.id()));
        refused("accounts.authority.beyond", () -> accounts.suspend(by, administrator.id(), "?"));
        refused(
                "accounts.authority.beyond",
                () -> accounts.edit(
                        by, administrator.id(), 0, new Accounts.Details("바뀜", "", "", "", "evil@madang.example")));
        refused(
                "accounts.authority.beyond",
                () -> grants.change(by, administrator.id(), Map.of("*", Optional.empty()), "?"));
        refused(
                "accounts.authority.self",
                () -> accounts.edit(by, manager.id(), 0, new Accounts.Details("시험 직원", "computing", "", "", "")));
    }

    @Test
    void twoAdministratorsCannotRemoveEachOtherAtOnce() throws Exception {
        db.sql(
                        "update accounts.room_grant set until = now(), ended_by = 'test', ended_why = 'test' where room = '*' and until is null")
                .update();
        var one = made(Map.of("*", Level.MANAGE));
        var other = made(Map.of("*", Level.MANAGE));
        var byOne = actor(one);
        var byOther = actor(other);
        try (var people = Executors.newFixedThreadPool(2)) {
            var done = people.invokeAll(List.<Callable<String>>of(
                    () -> attempt(() -> accounts.suspend(byOne, other.id(), "다툼")),
                    () -> attempt(() -> accounts.suspend(byOther, one.id(), "다툼"))));
            assertThat(List.of(done.get(0).get(), done.get(1).get()))
                    .containsExactlyInAnyOrder("", "accounts.authority.last");
        }
    }

    @Test
    void theHistoryTellsWhatSomeoneCouldDoThenAndIsNeverRewritten() {
        var clerk = made(Map.of("office", Level.VIEW));
        var before = Instant.now();
        grants.change(Actor.SYSTEM, clerk.id(), Map.of("office", Optional.of(Level.WORK)), "승진");
        grants.change(Actor.SYSTEM, clerk.id(), Map.of("office", Optional.empty()), "전출");

        assertThat(grants.at(clerk.id(), before)).containsEntry("office", Level.VIEW);
        assertThat(grants.current(clerk.id())).isEmpty();
        assertThat(grants.history(clerk.id())).extracting(Grant::level).containsExactly(Level.WORK, Level.VIEW);
        for (var attack : List.of(
                "delete from accounts.room_grant where account = :id",
                "update accounts.room_grant set level = 'MANAGE' where account = :id",
                "update accounts.room_grant set until = null, ended_by = null where account = :id",
                "update accounts.room_grant set since = now() where account = :id"))
            assertThatThrownBy(() -> db.sql(attack).param("id", clerk.id()).update())
                    .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("truncate accounts.room_grant").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aLinkSetsAPasswordOnceAndANewOneReplacesIt() throws Exception {
        var clerk = made(Map.of());
        var old = passwords.link(Actor.SYSTEM, clerk.id());
        var link = passwords.link(Actor.SYSTEM, clerk.id());
        assertThat(passwords.owner(old)).isEmpty();
        refused("accounts.password.short", () -> passwords.use(link, "short"));
        try (var people = Executors.newFixedThreadPool(4)) {
            Callable<String> use = () -> attempt(() -> passwords.use(link, "비 오는 날의 마당 청소"));
            var said = people.invokeAll(java.util.Collections.nCopies(4, use)).stream()
                    .map(f -> {
                        try {
                            return f.get();
                        } catch (Exception e) {
                            return e.toString();
                        }
                    })
                    .toList();
            assertThat(said)
                    .containsExactlyInAnyOrder("", "accounts.link.gone", "accounts.link.gone", "accounts.link.gone");
        }
        assertThat(passwords.hasPassword(clerk.id())).isTrue();
        db.sql("""
                insert into accounts.one_time_link (token_hash, purpose, account, made_at, made_by, expires_at)
                values (sha256('late'), 'PASSWORD', :id, now() - interval '25 hours', 'x', now() - interval '1 hour')""").param("id", clerk.id()).update();
        assertThat(passwords.owner("late")).isEmpty();
    }

    @Test
    void editsOfTwoPeopleDoNotOverwriteEachOther() {
        var clerk = made(Map.of());
        accounts.edit(Actor.SYSTEM, clerk.id(), 0, new Accounts.Details("첫째", "media", "", "", ""));
        refused(
                "accounts.account.changed",
                () -> accounts.edit(Actor.SYSTEM, clerk.id(), 0, new Accounts.Details("둘째", "press", "", "", "")));
        assertThat(accounts.get(clerk.id()).name()).isEqualTo("첫째");
    }

    @Test
    void theAccessLogIsOnlyAddedTo() {
        db.sql("""
                insert into accounts.access_entry (id, at, account, login, name, address, method, path, subject, subjects, task)
                values (:id, now(), :id, 'x', 'x', '127.0.0.1', 'GET', '/', 'list:3', 3, '시험')""").param("id", Id.next(Instant.now())).update();
        for (var attack : List.of(
                "delete from accounts.access_entry",
                "update accounts.access_entry set login = 'y'",
                "truncate accounts.access_entry"))
            assertThatThrownBy(() -> db.sql(attack).update()).isInstanceOf(DataAccessException.class);
    }

    private static String attempt(Runnable act) {
        try {
            act.run();
            return "";
        } catch (Refused e) {
            return e.code();
        }
    }

    private static void refused(String code, Runnable act) {
        assertThat(attempt(act)).isEqualTo(code);
    }
}
