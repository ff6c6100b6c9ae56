package kr.madang.accounts.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.accounts.Account;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * What a session remembers of a sign-in: which account, how and when. Name and rights are looked up on each request, so that a session
 * never acts on rights that were taken away.
 */
public final class DeskAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    /** How the owner proved who they are. */
    public enum Way {
        PASSWORD,
        PASSWORD_AND_CODE,
        PASSKEY,
        OIDC
    }

    private final UUID account;
    private final Way way;
    private final Instant since;

    public DeskAuthentication(Account.Id account, Way way, Instant since) {
        super(List.of());
        this.account = account.value();
        this.way = way;
        this.since = since;
        setAuthenticated(true);
    }

    public Account.Id account() {
        return new Account.Id(account);
    }

    public Way way() {
        return way;
    }

    public Instant since() {
        return since;
    }

    @Override
    public Object getPrincipal() {
        return account.toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
