package kr.madang.accounts.signin;

import java.io.Serializable;
import java.time.Instant;
import kr.madang.accounts.Account;

/** A sign-in between password and code, kept in a session that may do nothing else. */
public record Pending(Account.Id account, Instant since) implements Serializable {
    boolean holds(Instant now) {
        return !now.isBefore(since) && now.isBefore(since.plus(SignIns.PATIENCE));
    }
}
