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

/**
 * The first administrator of a new office (첫 관리자). No account comes with the program: whoever can read the console finds a link there, and
 * whoever opens it first becomes the administrator.
 */
@Component
public class FirstAdministrator {
    static final Duration LINK_LIFE = Duration.ofHours(1);

    private final LinkStore links;
    private final Accounts accounts;
    private final Grants grants;
    private final PasswordStore passwords;
    private final Trail trail;
    private final Clock clock;

    FirstAdministrator(
            LinkStore links, Accounts accounts, Grants grants, PasswordStore passwords, Trail trail, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /** A new token while the office has no account yet; those told before it are worthless from now on. */
    @Transactional
    public Optional<String> invite() {
        if (!accounts.isEmpty()) return Optional.empty();
        var token = Tokens.next();
        var now = clock.instant();
        links.forFirst(Tokens.hash(token), now, now.plus(LINK_LIFE));
        return Optional.of(token);
    }

    public boolean isInvited(String token) {
        return links.isFirst(Tokens.hash(token), clock.instant()) && accounts.isEmpty();
    }

    /** Makes the account with all rights. Two at once: the link is used once, so one of them is too late. */
    @Transactional
    public Account accept(String token, String login, Accounts.Details details, String password) {
        if (!links.use(Tokens.hash(token), clock.instant()) || !accounts.isEmpty())
            throw Refused.missing("accounts.link.gone");
        var account = accounts.open(Actor.SYSTEM, login, details);
        PasswordRule.objection(password, account).ifPresent(code -> {
            throw Refused.invalid(code, PasswordRule.SHORTEST, PasswordRule.LONGEST);
        });
        passwords.set(account.id(), Passwords.hash(password), false, clock.instant());
        grants.found(account.id());
        trail.record(
                Actor.SYSTEM,
                "accounts",
                "administrator.first",
                "account:" + account.id(),
                Map.of("login", account.login()));
        return account;
    }
}
