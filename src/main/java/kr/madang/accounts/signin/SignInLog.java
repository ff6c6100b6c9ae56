package kr.madang.accounts.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kr.madang.accounts.Account;
import kr.madang.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of attempts to sign in (로그인 기록); entries are only added. */
@Repository
public class SignInLog {
    /** What came of an attempt. */
    public enum Outcome {
        ENTERED,
        CODE_ASKED,
        WRONG,
        BLOCKED
    }

    /** One attempt. */
    public record Entry(Instant at, String address, String agent, DeskAuthentication.Way way, Outcome outcome) {}

    private final JdbcClient db;
    private final Clock clock;

    SignInLog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(Optional<Account> account, Visit visit, DeskAuthentication.Way way, Outcome outcome) {
        var now = clock.instant();
        db.sql("""
                insert into accounts.sign_in (id, at, account, address, agent, way, outcome)
                values (:id, :at, :account::uuid, :address, :agent, :way, :outcome)""")
                .param("id", Id.next(now))
                .param("at", now)
                .param("account", account.map(Account::id).orElse(null))
                .param("address", visit.address())
                .param("agent", visit.agent())
                .param("way", way)
                .param("outcome", outcome)
                .update();
    }

    /** The last attempts on an account, newest first. */
    public List<Entry> list(Account.Id account, int count) {
        return db.sql("select * from accounts.sign_in where account = :account order by id desc limit :count")
                .param("account", account)
                .param("count", count)
                .query(SignInLog::entry)
                .list();
    }

    int forget(Instant before) {
        return db.sql("delete from accounts.sign_in where at < :before")
                .param("before", before)
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("agent"),
                DeskAuthentication.Way.valueOf(row.getString("way")),
                Outcome.valueOf(row.getString("outcome")));
    }
}
