package kr.madang.accounts.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kr.madang.accounts.Account;
import org.springframework.stereotype.Component;

/** Counts attempts by account name, by address and by code, and says whether the next one may be made now. */
@Component
class Throttles {
    private final ThrottleStore store;
    private final Clock clock;

    Throttles(ThrottleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts an attempt with this name from there. @return until when to wait, or nothing: go on */
    Optional<Instant> begin(String login, Visit visit) {
        return begin(Throttle.ADDRESS, visit.counted()).or(() -> begin(Throttle.LOGIN, name(login)));
    }

    void succeeded(String login, Visit visit) {
        store.refund(Throttle.ADDRESS, visit.counted(), clock.instant());
        store.forgive(Throttle.LOGIN, name(login));
    }

    Optional<Instant> beginCode(Account.Id account) {
        return begin(Throttle.CODE, account.toString());
    }

    void codeSucceeded(Account.Id account) {
        store.forgive(Throttle.CODE, account.toString());
    }

    boolean isLocked(String login) {
        return store.failures(Throttle.LOGIN, name(login)).orElse(0) >= Throttle.LOCKED_AT;
    }

    /** Until when the account is locked, for whoever may unlock it; empty when it is not. */
    Optional<Instant> lockedUntil(Account account) {
        var now = clock.instant();
        var byName = store.blockedUntil(Throttle.LOGIN, name(account.login()));
        var byCode = store.blockedUntil(Throttle.CODE, account.id().toString());
        return java.util.stream.Stream.of(byName, byCode)
                .flatMap(Optional::stream)
                .filter(until -> until.isAfter(now))
                .max(Instant::compareTo);
    }

    void forgive(Account account) {
        store.forgive(Throttle.LOGIN, name(account.login()));
        store.forgive(Throttle.CODE, account.id().toString());
    }

    private Optional<Instant> begin(Throttle kind, String key) {
        var now = clock.instant();
        if (store.begin(kind, key, now).isPresent()) return Optional.empty();
        return Optional.of(store.blockedUntil(kind, key).orElse(now));
    }

    private static String name(String login) {
        return Tokens.hex(Tokens.hash(login));
    }
}
