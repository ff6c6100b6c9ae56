package kr.madang.accounts.signin;

import java.util.List;
import kr.madang.accounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of sessions that spring-session does not do itself. */
@Repository
class SessionStore {
    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    List<String> ids(Account.Id account) {
        return db.sql("select session_id from accounts.session where principal_name = :account")
                .param("account", account.toString())
                .query(String.class)
                .list();
    }

    void end(String session) {
        db.sql("delete from accounts.session where session_id = :session")
                .param("session", session)
                .update();
    }

    int endOthers(Account.Id account, String kept) {
        return db.sql("delete from accounts.session where principal_name = :account and session_id <> :kept")
                .param("account", account.toString())
                .param("kept", kept)
                .update();
    }

    void endAll(Account.Id account) {
        endOthers(account, "");
    }
}
