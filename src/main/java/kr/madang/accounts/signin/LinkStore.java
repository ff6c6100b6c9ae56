package kr.madang.accounts.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.madang.accounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of one-time links. */
@Repository
class LinkStore {
    private final JdbcClient db;

    LinkStore(JdbcClient db) {
        this.db = db;
    }

    void forPassword(byte[] hash, Account.Id account, Instant at, String by, Instant expires) {
        db.sql("delete from accounts.one_time_link where account = :account and used_at is null")
                .param("account", account)
                .update();
        db.sql("""
                insert into accounts.one_time_link (token_hash, purpose, account, made_at, made_by, expires_at)
                values (:hash, 'PASSWORD', :account, :at, :by, :expires)""")
                .param("hash", hash)
                .param("account", account)
                .param("at", at)
                .param("by", by)
                .param("expires", expires)
                .update();
    }

    /** A new link for the first administrator makes those before it worthless. */
    void forFirst(byte[] hash, Instant at, Instant expires) {
        db.sql("delete from accounts.one_time_link where purpose = 'FIRST' and used_at is null")
                .update();
        db.sql("""
                insert into accounts.one_time_link (token_hash, purpose, made_at, made_by, expires_at)
                values (:hash, 'FIRST', :at, 'system', :expires)""")
                .param("hash", hash)
                .param("at", at)
                .param("expires", expires)
                .update();
    }

    Optional<Account.Id> findPassword(byte[] hash, Instant now) {
        return db.sql("""
                select account from accounts.one_time_link
                where token_hash = :hash and purpose = 'PASSWORD' and used_at is null
                    and made_at <= :now and expires_at > :now""")
                .param("hash", hash)
                .param("now", now)
                .query(UUID.class)
                .optional()
                .map(Account.Id::new);
    }

    boolean isFirst(byte[] hash, Instant now) {
        return db.sql("""
                select exists (select from accounts.one_time_link
                where token_hash = :hash and purpose = 'FIRST' and used_at is null
                    and made_at <= :now and expires_at > :now)""")
                .param("hash", hash)
                .param("now", now)
                .query(Boolean.class)
                .single();
    }

    /** @return whether it was still there to be used; of two at once only one hears yes */
    boolean use(byte[] hash, Instant now) {
        return db.sql("""
                update accounts.one_time_link set used_at = :now
                where token_hash = :hash and used_at is null and made_at <= :now and expires_at > :now""").param("hash", hash).param("now", now).update() == 1;
    }
}
