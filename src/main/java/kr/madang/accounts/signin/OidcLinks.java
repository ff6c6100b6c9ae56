package kr.madang.accounts.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account an identity of the organization's own login (통합 로그인) stands for. The first time, the verified e-mail address finds an
 * account that exists; from then on only the identity itself counts, so a mailbox handed on opens nothing. No account and no right is
 * ever made here.
 */
@Repository
public class OidcLinks {
    private final JdbcClient db;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    OidcLinks(JdbcClient db, Accounts accounts, Trail trail, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param email the address the issuer says it has verified; empty when it has not */
    @Transactional
    public Optional<Account.Id> account(String issuer, String subject, Optional<String> email) {
        var known = linked(issuer, subject);
        if (known.isPresent()) return known;
        return email.flatMap(accounts::findByEmail)
                .filter(Account::mayEnter)
                .filter(a -> link(issuer, subject, a))
                .map(Account::id);
    }

    private Optional<Account.Id> linked(String issuer, String subject) {
        return db.sql("select account from accounts.oidc_link where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .map(Account.Id::new);
    }

    /** An account already linked to another identity of the same issuer is not linked again. */
    private boolean link(String issuer, String subject, Account account) {
        int made = db.sql("""
                insert into accounts.oidc_link (issuer, subject, account, linked_at)
                values (:issuer, :subject, :account, :at) on conflict do nothing""")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account.id())
                .param("at", clock.instant())
                .update();
        if (made == 1)
            trail.record(Actor.SYSTEM, "accounts", "oidc.linked", "account:" + account.id(), Map.of("issuer", issuer));
        return made == 1;
    }
}
