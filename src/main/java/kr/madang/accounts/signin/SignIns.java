package kr.madang.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.signin.DeskAuthentication.Way;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/** Signing in (로그인): whether what was shown opens the desk, and for whom. Every attempt is counted before it is examined and logged after. */
@Component
public class SignIns {
    /** How long a right password waits for its code. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int LONGEST_LOGIN = 64;

    /** What came of an attempt. */
    public sealed interface Outcome {}

    /** The desk is open. */
    public record Entered(DeskAuthentication desk) implements Outcome {}

    /** The password was right; a code must follow. */
    public record CodeNeeded(Pending pending) implements Outcome {}

    /** Not right, whatever the reason: unknown name, wrong password, barred account. */
    public record Wrong() implements Outcome {}

    /** Too many failures; nothing was examined. */
    public record Wait(Duration rest) implements Outcome {}

    private final Accounts accounts;
    private final PasswordStore passwords;
    private final Codes codes;
    private final Throttles throttles;
    private final SignInLog log;
    private final Trail trail;
    private final Clock clock;

    SignIns(
            Accounts accounts,
            PasswordStore passwords,
            Codes codes,
            Throttles throttles,
            SignInLog log,
            Trail trail,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.throttles = throttles;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    public Outcome byPassword(String typed, String password, Visit visit) {
        var login = Accounts.normal(typed.length() > LONGEST_LOGIN ? typed.substring(0, LONGEST_LOGIN) : typed);
        var blocked = throttles.begin(login, visit);
        var account = accounts.findByLogin(login);
        if (blocked.isPresent()) {
            log.add(account, visit, Way.PASSWORD, SignInLog.Outcome.BLOCKED);
            return new Wait(rest(blocked.get()));
        }
        var entering = account.filter(a -> isRight(a, password));
        if (account.isEmpty()) Passwords.matchesNobody(password);
        if (entering.isEmpty()) return wrong(account, login, visit);
        throttles.succeeded(login, visit);
        return go(entering.get(), visit);
    }

    private Duration rest(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    private boolean isRight(Account account, String password) {
        var hash = passwords.find(account.id());
        boolean matches = password.length() <= PasswordRule.LONGEST * 2
                && hash.map(h -> Passwords.matches(password, h)).orElseGet(() -> Passwords.matchesNobody(password));
        return matches && account.mayEnter();
    }

    private Outcome wrong(Optional<Account> account, String login, Visit visit) {
        log.add(account, visit, Way.PASSWORD, SignInLog.Outcome.WRONG);
        if (throttles.isLocked(login)) account.ifPresent(a -> noteLock(a, visit));
        return new Wrong();
    }

    private void noteLock(Account account, Visit visit) {
        trail.record(
                Actor.SYSTEM, "accounts", "account.locked", "account:" + account.id(), Map.of("from", visit.address()));
    }

    private Outcome go(Account account, Visit visit) {
        if (!codes.isEnrolled(account.id())) return enter(account, Way.PASSWORD, visit);
        log.add(Optional.of(account), visit, Way.PASSWORD, SignInLog.Outcome.CODE_ASKED);
        return new CodeNeeded(new Pending(account.id(), clock.instant()));
    }

    /** The second step: a code of the authenticator app, or a recovery code. */
    public Outcome byCode(Pending pending, String typed, Visit visit) {
        var account = accounts.get(pending.account());
        if (!pending.holds(clock.instant()) || !account.mayEnter()) return new Wrong();
        var blocked = throttles.beginCode(account.id());
        if (blocked.isPresent()) {
            log.add(Optional.of(account), visit, Way.PASSWORD_AND_CODE, SignInLog.Outcome.BLOCKED);
            return new Wait(rest(blocked.get()));
        }
        if (!codes.accept(account.id(), typed)) {
            log.add(Optional.of(account), visit, Way.PASSWORD_AND_CODE, SignInLog.Outcome.WRONG);
            return new Wrong();
        }
        throttles.codeSucceeded(account.id());
        return enter(account, Way.PASSWORD_AND_CODE, visit);
    }

    /** For ways in that prove the owner themselves: a passkey, the organization's own login. */
    public Outcome byProof(Account.Id id, Way way, Visit visit) {
        var account = accounts.get(id);
        if (account.mayEnter()) return enter(account, way, visit);
        log.add(Optional.of(account), visit, way, SignInLog.Outcome.WRONG);
        return new Wrong();
    }

    /** Notes that someone came with a proof that belongs to no account here. */
    public void unknownProof(Way way, Visit visit) {
        log.add(Optional.empty(), visit, way, SignInLog.Outcome.WRONG);
    }

    private Outcome enter(Account account, Way way, Visit visit) {
        log.add(Optional.of(account), visit, way, SignInLog.Outcome.ENTERED);
        return new Entered(new DeskAuthentication(account.id(), way, clock.instant()));
    }
}
