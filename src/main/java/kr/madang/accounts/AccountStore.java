package kr.madang.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

    List<Account> find(Collection<Account.Id> ids) {
        return db.sql("select " + COLUMNS + " from accounts.account where id = any(:ids)")
                .param("ids", ids.stream().map(Account.Id::value).toArray(UUID[]::new))
                .query(AccountStore::account)
                .list();
    }

    Optional<Account> findByLogin(String login) {
        return db.sql("select " + COLUMNS + " from accounts.account where login = :login")
                .param("login", login)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> findByEmail(String email) {
        return db.sql("select " + COLUMNS + " from accounts.account where lower(email) = lower(:email) and email <> ''")
                .param("email", email)
                .query(AccountStore::account)
                .optional();
    }

    boolean isEmpty() {
        return db.sql("select not exists (select from accounts.account)")
                .query(Boolean.class)
                .single();
    }

    int edit(Account.Id id, int version, Accounts.Details details, Instant at, String by) {
        return db.sql("""
                update accounts.account set name = :name, team = :team, title = :title, extension = :extension,
                    email = :email, version = version + 1, changed_at = :at, changed_by = :by
                where id = :id and version = :version""")
                .param("id", id)
                .param("version", version)
                .param("name", details.name())
                .param("team", details.team())
                .param("title", details.title())
                .param("extension", details.extension())
                .param("email", details.email())
                .param("at", at)
                .param("by", by)
                .update();
    }

    int move(Account.Id id, Account.State from, Account.State to, Instant at, String by) {
        return db.sql("""
                update accounts.account set state = :to, version = version + 1, changed_at = :at, changed_by = :by
                where id = :id and state = :from""")
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .param("at", at)
                .param("by", by)
                .update();
    }

    void enterTeam(UUID id, Account.Id account, String team, Instant since, String by) {
        if (team.isEmpty()) return;
        db.sql("""
                insert into accounts.membership (id, account, team, since, changed_by)
                values (:id, :account, :team, :since, :by)""")
                .param("id", id)
                .param("account", account)
                .param("team", team)
                .param("since", since)
                .param("by", by)
                .update();
    }

    void leaveTeam(Account.Id account, Instant until) {
        db.sql("""
                update accounts.membership set until = greatest(:until, since)
                where account = :account and until is null""").param("account", account).param("until", until).update();
    }

    List<Membership> memberships(Account.Id account) {
        return db.sql("select * from accounts.membership where account = :account order by since desc, id desc")
                .param("account", account)
                .query(AccountStore::membership)
                .list();
    }

    int forgetMemberships(Instant endedBefore) {
        return db.sql("delete from accounts.membership where until < :before")
                .param("before", endedBefore)
                .update();
    }

    void endSessions(Account.Id account) {
        db.sql("delete from accounts.session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    /** Rows of one page and how many there are in all. */
    List<Account> search(Directory.Question question, int limit, long offset) {
        return matching("select " + COLUMNS, question, " order by name, id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(AccountStore::account)
                .list();
    }

    List<Account> named(String words, int limit) {
        return db.sql("select " + COLUMNS + """
                 from accounts.account where state = 'ACTIVE' and (login = lower(:words) or name = :words)
                order by name, id limit :limit""")
                .param("words", words)
                .param("limit", limit)
                .query(AccountStore::account)
                .list();
    }

    List<Account> ofTeams(List<String> teams, boolean in, int limit) {
        return db.sql("select " + COLUMNS + """
                 from accounts.account where state = 'ACTIVE' and (team = any(:teams)) = :in
                order by name, id limit :limit""")
                .param("teams", teams.toArray(String[]::new))
                .param("in", in)
                .param("limit", limit)
                .query(AccountStore::account)
                .list();
    }

    long count(Directory.Question question) {
        return matching("select count(*)", question, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec matching(String select, Directory.Question question, String order) {
        var like = "%" + question.text().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return db.sql(select + """
                 from accounts.account
                where (:team = '' or team = :team) and (:state = '' or state = :state)
                    and (lower(name) like :like or login like :like or replace(extension, '-', '') like replace(:like, '-', '')
                        or lower(title) like :like or lower(email) like :like)""" + order)
                .param("team", question.team())
                .param("state", question.state())
                .param("like", like);
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until", OffsetDateTime.class);
        return new Membership(
                row.getString("team"),
                instant(row, "since"),
                until == null ? null : until.toInstant(),
                row.getString("changed_by"));
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new Account.Id(row.getObject("id", UUID.class)),
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
