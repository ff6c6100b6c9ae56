package kr.madang.accounts;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signing in (로그인): whether what was typed opens the desk, and for whom. */
@Component
public class SignIns {
    private static final String NOBODY = Passwords.ENCODER.encode("nobody has this password");

    private final AccountStore accounts;
    private final Clock clock;

    SignIns(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @return the sign-in, or nothing where login and password do not belong together */
    public Optional<DeskAuthentication> byPassword(String login, String password) {
        var account = accounts.findByLogin(login.strip().toLowerCase(Locale.ROOT));
        var hash = account.flatMap(a -> accounts.findPassword(a.id())).orElse(NOBODY);
        if (!Passwords.ENCODER.matches(password, hash)) return Optional.empty();
        return account.filter(Account::mayEnter)
                .map(a -> new DeskAuthentication(a.id(), DeskAuthentication.Way.PASSWORD, clock.instant()));
    }
}
