package kr.madang.accounts.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.madang.accounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of passwords and those before them. */
@Repository
public class PasswordStore {
    private final JdbcClient db;

    PasswordStore(JdbcClient db) {
        this.db = db;
    }

    Optional<String> find(Account.Id account) {
        return db.sql("select password from accounts.account where id = :id and password is not null")
                .param("id", account)
                .query(String.class)
                .optional();
    }

    /** The current hash and the last ones before it. */
    List<String> recent(Account.Id account, int count) {
        return db.sql("""
                select password from (
                    select password, now() + interval '1 day' as at from accounts.account
                    where id = :id and password is not null
                    union all select password, changed_at from accounts.old_password where account = :id) known
                order by at desc limit :count""")
                .param("id", account)
                .param("count", count)
                .query(String.class)
                .list();
    }

    /** Puts the hash in place of the one before, which is remembered. */
    public void set(Account.Id account, String hash, boolean mustChange, Instant at) {
        db.sql("""
                insert into accounts.old_password (account, password, changed_at)
                select id, password, :at from accounts.account where id = :id and password is not null
                on conflict do nothing""").param("id", account).param("at", at).update();
        db.sql("""
                update accounts.account set password = :hash, password_changed_at = :at, must_change = :mustChange
                where id = :id""")
                .param("id", account)
                .param("hash", hash)
                .param("at", at)
                .param("mustChange", mustChange)
                .update();
        db.sql("""
                delete from accounts.old_password o where account = :id and changed_at < (
                    select changed_at from accounts.old_password where account = :id
                    order by changed_at desc offset :kept limit 1)""").param("id", account).param("kept", PasswordRule.REMEMBERED).update();
    }

    void requireChange(Account.Id account) {
        db.sql("update accounts.account set must_change = true where id = :id")
                .param("id", account)
                .update();
    }
}
