package kr.madang.accounts;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of staff accounts (직원 계정): open, edit, suspend, restore, close. */
@Component
public class Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}");
    private static final Pattern EXTENSION = Pattern.compile("[0-9-]{0,20}");

    /** What is known about someone besides rights and ways in. */
    public record Details(String name, String team, String title, String extension, String email) {
        public Details {
            name = limited("accounts.name", name, 40);
            if (name.isEmpty()) throw Refused.invalid("accounts.name.missing");
            team = limited("accounts.team", team, 32);
            title = limited("accounts.title", title, 40);
            extension = limited("accounts.extension", extension, 20);
            email = limited("accounts.email", email, 200);
            if (!EXTENSION.matcher(extension).matches())
                throw Refused.invalid("accounts.extension.unreadable", extension);
            if (!email.isEmpty() && !EMAIL.matcher(email).matches())
                throw Refused.invalid("accounts.email.unreadable", email);
        }

        private static String limited(String code, String text, int longest) {
            var line = text.strip();
            if (line.length() > longest || line.chars().anyMatch(Character::isISOControl))
                throw Refused.invalid(code + ".unreadable", line);
            return line;
        }
    }

    private final AccountStore store;
    private final GrantStore grants;
    private final Trail trail;
    private final Clock clock;

    Accounts(AccountStore store, GrantStore grants, Trail trail, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    public Account get(Account.Id id) {
        return store.find(id).orElseThrow(() -> Refused.missing("accounts.account.missing"));
    }

    public Optional<Account> find(Account.Id id) {
        return store.find(id);
    }

    /** Those of them that there are, in no order. */
    public List<Account> find(Collection<Account.Id> ids) {
        return store.find(ids);
    }

    /** Whether nobody has an account yet. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /** The account with this e-mail address, whatever its case. */
    public Optional<Account> findByEmail(String email) {
        return email.isBlank() ? Optional.empty() : store.findByEmail(email.strip());
    }

    public Optional<Account> findByLogin(String typed) {
        return store.findByLogin(normal(typed));
    }

    /** A login as it is compared: no surrounding blanks, lower case. */
    public static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Opens an account without rights and without a way in; both are given in acts of their own. */
    @Transactional
    public Account open(Actor by, String login, Details details) {
        Authority.mayManage(by);
        var account = insert(by, login, details);
        trail.record(by, "accounts", "account.opened", "account:" + account.id(), Map.of("login", account.login()));
        return account;
    }

    private Account insert(Actor by, String typed, Details details) {
        var login = normal(typed);
        if (!LOGIN.matcher(login).matches()) throw Refused.invalid("accounts.login.unreadable");
        var now = clock.instant();
        var account = new Account(
                new Account.Id(Id.next(now)),
                login,
                details.name(),
                details.team(),
                details.title(),
                details.extension(),
                details.email(),
                Account.State.ACTIVE,
                false,
                0,
                now,
                by.login(),
                now,
                by.login());
        try {
            store.insert(account, null);
        } catch (DuplicateKeyException e) {
            throw taken(e, login, details.email());
        }
        store.enterTeam(Id.next(now), account.id(), account.team(), now, by.login());
        return account;
    }

    private static Refused taken(DuplicateKeyException e, String login, String email) {
        return String.valueOf(e.getMessage()).contains("account_email")
                ? Refused.conflict("accounts.email.taken", email)
                : Refused.conflict("accounts.login.taken", login);
    }

    /** @param version the version the editor saw; someone faster makes it a conflict, and nothing is written */
    @Transactional
    public void edit(Actor by, Account.Id id, int version, Details details) {
        grants.lock();
        var before = get(id);
        boolean own = by.id().equals(id.value()) && before.team().equals(details.team());
        if (own) Authority.mayManage(by);
        else Authority.mayChange(by, id, grants.current(id));
        var now = clock.instant();
        try {
            if (store.edit(id, version, details, now, by.login()) == 0)
                throw Refused.conflict("accounts.account.changed", before.changedBy());
        } catch (DuplicateKeyException e) {
            throw taken(e, before.login(), details.email());
        }
        if (!before.team().equals(details.team())) {
            store.leaveTeam(id, now);
            store.enterTeam(Id.next(now), id, details.team(), now, by.login());
        }
        trail.record(by, "accounts", "account.edited", "account:" + id, changes(before, details));
    }

    /** Which fields changed; team and title with their values, personal data by name only. */
    private static Map<String, Object> changes(Account before, Details after) {
        var changed = new java.util.TreeMap<String, Object>();
        if (!before.team().equals(after.team())) changed.put("team", before.team() + " → " + after.team());
        if (!before.title().equals(after.title())) changed.put("title", before.title() + " → " + after.title());
        if (!before.name().equals(after.name())) changed.put("name", "changed");
        if (!before.email().equals(after.email())) changed.put("email", "changed");
        if (!before.extension().equals(after.extension())) changed.put("extension", "changed");
        return changed;
    }

    /** Bars the account (정지) and ends its sessions at once. */
    @Transactional
    public void suspend(Actor by, Account.Id id, String why) {
        move(by, id, Account.State.ACTIVE, Account.State.SUSPENDED, why);
    }

    @Transactional
    public void restore(Actor by, Account.Id id, String why) {
        move(by, id, Account.State.SUSPENDED, Account.State.ACTIVE, why);
    }

    /** Closes the account of someone who has left (퇴직): sessions and rights end, the record stays. */
    @Transactional
    public void close(Actor by, Account.Id id, String why) {
        var from = get(id).state();
        move(by, id, from, Account.State.LEFT, why);
        var now = clock.instant();
        for (var room : grants.current(id).keySet()) grants.end(id, room, now, by.login(), why.strip());
    }

    private void move(Actor by, Account.Id id, Account.State from, Account.State to, String why) {
        grants.lock();
        if (why.isBlank()) throw Refused.invalid("accounts.why.missing");
        if (from == Account.State.LEFT) throw Refused.conflict("accounts.account.left");
        var held = grants.current(id);
        Authority.mayChange(by, id, held);
        if (to != Account.State.ACTIVE && Authority.isAdministrator(held) && grants.otherAdministrators(id) == 0)
            throw Refused.conflict("accounts.authority.last");
        if (store.move(id, from, to, clock.instant(), by.login()) == 0)
            throw Refused.conflict("accounts.account.changed", get(id).changedBy());
        if (to != Account.State.ACTIVE) store.endSessions(id);
        trail.record(
                by,
                "accounts",
                "account." + to.name().toLowerCase(Locale.ROOT),
                "account:" + id,
                Map.of("why", why.strip()));
    }
}
