package kr.madang.accounts.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.madang.accounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of time-based codes and recovery codes. */
@Repository
class CodeStore {
    /** A sealed secret and the last step whose code was taken. */
    record Secret(String sealed, boolean confirmed, long lastStep) {}

    private final JdbcClient db;

    CodeStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Secret> find(Account.Id account) {
        return db.sql("select secret, confirmed_at, last_step from accounts.totp where account = :account")
                .param("account", account)
                .query((row, n) -> new Secret(
                        row.getString("secret"), row.getObject("confirmed_at") != null, row.getLong("last_step")))
                .optional();
    }

    /** A new secret takes the place of one nobody has confirmed, never of one in use. */
    int begin(Account.Id account, String sealed, Instant at) {
        return db.sql("""
                insert into accounts.totp as t (account, secret, made_at) values (:account, :sealed, :at)
                on conflict (account) do update set secret = :sealed, made_at = :at, last_step = -1
                where t.confirmed_at is null""")
                .param("account", account)
                .param("sealed", sealed)
                .param("at", at)
                .update();
    }

    int confirm(Account.Id account, Instant at) {
        return db.sql("update accounts.totp set confirmed_at = :at where account = :account and confirmed_at is null")
                .param("account", account)
                .param("at", at)
                .update();
    }

    /** @return whether the step was still free; of two who send the same code only one hears yes */
    boolean take(Account.Id account, long step) {
        return db.sql("update accounts.totp set last_step = :step where account = :account and last_step < :step")
                        .param("account", account)
                        .param("step", step)
                        .update()
                == 1;
    }

    int remove(Account.Id account) {
        db.sql("delete from accounts.recovery_code where account = :account")
                .param("account", account)
                .update();
        return db.sql("delete from accounts.totp where account = :account")
                .param("account", account)
                .update();
    }

    void replaceRecovery(Account.Id account, List<byte[]> hashes) {
        db.sql("delete from accounts.recovery_code where account = :account")
                .param("account", account)
                .update();
        for (var hash : hashes)
            db.sql("insert into accounts.recovery_code (account, code_hash) values (:account, :hash)")
                    .param("account", account)
                    .param("hash", hash)
                    .update();
    }

    boolean useRecovery(Account.Id account, byte[] hash, Instant at) {
        return db.sql("""
                update accounts.recovery_code set used_at = :at
                where account = :account and code_hash = :hash and used_at is null""")
                        .param("account", account)
                        .param("hash", hash)
                        .param("at", at)
                        .update()
                == 1;
    }

    int recoveryLeft(Account.Id account) {
        return db.sql("select count(*) from accounts.recovery_code where account = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }
}
