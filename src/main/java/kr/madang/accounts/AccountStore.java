package kr.madang.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of accounts. */
@Repository
class AccountStore {
    private static final String COLUMNS = """
            id, login, name, team, title, extension, email, state, must_change, version,
            made_at, made_by, changed_at, changed_by""";

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Account account, @Nullable String password) {
        db.sql("""
                insert into accounts.account (id, login, name, team, title, extension, email, state, password,
                    password_changed_at, must_change, version, made_at, made_by, changed_at, changed_by)
                values (:id, :login, :name, :team, :title, :extension, :email, :state, :password,
                    case when :password::text is null then null else :madeAt::timestamptz end, :mustChange, :version, :madeAt, :madeBy,
                    :changedAt, :changedBy)""")
                .param("id", account.id())
                .param("login", account.login())
                .param("name", account.name())
                .param("team", account.team())
                .param("title", account.title())
                .param("extension", account.extension())
                .param("email", account.email())
                .param("state", account.state())
                .param("password", password)
                .param("mustChange", account.mustChange())
                .param("version", account.version())
                .param("madeAt", account.madeAt())
                .param("madeBy", account.madeBy())
                .param("changedAt", account.changedAt())
                .param("changedBy", account.changedBy())
                .update();
    }

    Optional<Account> find(Account.Id id) {
        return db.sql("select " + COLUMNS + " from accounts.account where id = :id")
                .param("id", id)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> findByLogin(String login) {
        return db.sql("select " + COLUMNS + " from accounts.account where login = :login")
                .param("login", login)
                .query(AccountStore::account)
                .optional();
    }

    Optional<String> findPassword(Account.Id id) {
        return db.sql("select password from accounts.account where id = :id and password is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    boolean isEmpty() {
        return db.sql("select not exists (select from accounts.account)")
                .query(Boolean.class)
                .single();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new Account.Id(row.getObject("id", java.util.UUID.class)),
                row.getString("login"),
                row.getString("name"),
                row.getString("team"),
                row.getString("title"),
                row.getString("extension"),
                row.getString("email"),
                Account.State.valueOf(row.getString("state")),
                row.getBoolean("must_change"),
                row.getInt("version"),
                instant(row, "made_at"),
                row.getString("made_by"),
                instant(row, "changed_at"),
                row.getString("changed_by"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
