package kr.madang.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changing passwords (비밀번호 변경): by their owner, or through a one-time link an administrator hands over. */
@Component
public class PasswordChanges {
    static final Duration LINK_LIFE = Duration.ofHours(24);

    private final PasswordStore passwords;
    private final LinkStore links;
    private final Accounts accounts;
    private final Grants grants;
    private final Throttles throttles;
    private final SessionStore sessions;
    private final Trail trail;
    private final Clock clock;

    PasswordChanges(
            PasswordStore passwords,
            LinkStore links,
            Accounts accounts,
            Grants grants,
            Throttles throttles,
            SessionStore sessions,
            Trail trail,
            Clock clock) {
        this.passwords = passwords;
        this.links = links;
        this.accounts = accounts;
        this.grants = grants;
        this.throttles = throttles;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the owner typed their password rightly; wrong answers count as failures of signing in do. */
    public boolean confirms(Account account, String typed) {
        if (throttles.beginCode(account.id()).isPresent())
            throw new Refused(Refused.Reason.TOO_MANY, "accounts.signin.wait.some");
        boolean right = passwords
                .find(account.id())
                .map(hash -> Passwords.matches(typed, hash))
                .orElse(false);
        if (right) throttles.codeSucceeded(account.id());
        return right;
    }

    public boolean hasPassword(Account.Id account) {
        return passwords.find(account).isPresent();
    }

    /** @return the message key of what is wrong with the new password, or nothing */
    public Optional<String> objection(Account owner, String password) {
        return PasswordRule.objection(password, owner).or(() -> used(owner.id(), password));
    }

    private Optional<String> used(Account.Id account, String password) {
        return passwords.recent(account, PasswordRule.REMEMBERED).stream()
                        .anyMatch(old -> Passwords.matches(password, old))
                ? Optional.of("accounts.password.used")
                : Optional.empty();
    }

    /** The owner's own change; every other session of theirs ends. */
    @Transactional
    public void change(Actor by, String password, String keptSession) {
        var account = accounts.get(new Account.Id(by.id()));
        objection(account, password).ifPresent(code -> {
            throw Refused.invalid(code, PasswordRule.SHORTEST, PasswordRule.LONGEST);
        });
        passwords.set(account.id(), Passwords.hash(password), false, clock.instant());
        sessions.endOthers(account.id(), keptSession);
        trail.record(by, "accounts", "password.changed", "account:" + account.id(), Map.of());
    }

    /**
     * Makes the link with which someone sets their own password; a link made earlier is worthless from now on.
     *
     * @return the token, told once and kept nowhere
     */
    @Transactional
    public String link(Actor by, Account.Id id) {
        grants.mayChange(by, id);
        var account = accounts.get(id);
        if (!account.mayEnter()) throw Refused.conflict("accounts.account.barred");
        var token = Tokens.next();
        var now = clock.instant();
        links.forPassword(Tokens.hash(token), id, now, by.login(), now.plus(LINK_LIFE));
        trail.record(by, "accounts", "password.link.made", "account:" + id, Map.of());
        return token;
    }

    /** Whose password the link sets; empty when it was used, is too old or never was. */
    public Optional<Account> owner(String token) {
        return links.findPassword(Tokens.hash(token), clock.instant())
                .map(accounts::get)
                .filter(Account::mayEnter);
    }

    /** Sets the password the link was made for; all sessions of the owner end and a lock is lifted. */
    @Transactional
    public void use(String token, String password) {
        var account = owner(token).orElseThrow(() -> Refused.missing("accounts.link.gone"));
        objection(account, password).ifPresent(code -> {
            throw Refused.invalid(code, PasswordRule.SHORTEST, PasswordRule.LONGEST);
        });
        if (!links.use(Tokens.hash(token), clock.instant())) throw Refused.missing("accounts.link.gone");
        passwords.set(account.id(), Passwords.hash(password), false, clock.instant());
        throttles.forgive(account);
        sessions.endAll(account.id());
        var owner = new Actor(account.id().value(), account.login(), account.name(), account.team(), Map.of());
        trail.record(owner, "accounts", "password.set.by.link", "account:" + account.id(), Map.of());
    }

    /** Lets someone in who waits for the end of a lock. */
    @Transactional
    public void unlock(Actor by, Account.Id id) {
        grants.mayChange(by, id);
        throttles.forgive(accounts.get(id));
        trail.record(by, "accounts", "account.unlocked", "account:" + id, Map.of());
    }

    /** From the next page on the owner must choose a new password first. */
    @Transactional
    public void requireChange(Actor by, Account.Id id) {
        grants.mayChange(by, id);
        passwords.requireChange(id);
        trail.record(by, "accounts", "password.change.required", "account:" + id, Map.of());
    }

    public Optional<java.time.Instant> lockedUntil(Account account) {
        return throttles.lockedUntil(account);
    }
}
