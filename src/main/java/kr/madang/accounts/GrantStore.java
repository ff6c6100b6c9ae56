package kr.madang.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of access rights per room. */
@Repository
class GrantStore {
    private final JdbcClient db;

    GrantStore(JdbcClient db) {
        this.db = db;
    }

    /** Lets only one change of rights run at a time, on all nodes, until the transaction ends. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('accounts.room_grant'))")
                .query()
                .listOfRows();
    }

    void open(UUID id, Account.Id account, String room, Level level, Instant since, String by, String why) {
        db.sql("""
                insert into accounts.room_grant (id, account, room, level, since, granted_by, why)
                values (:id, :account, :room, :level, :since, :by, :why)""")
                .param("id", id)
                .param("account", account)
                .param("room", room)
                .param("level", level)
                .param("since", since)
                .param("by", by)
                .param("why", why)
                .update();
    }

    int end(Account.Id account, String room, Instant until, String by, String why) {
        return db.sql("""
                update accounts.room_grant set until = greatest(:until, since), ended_by = :by, ended_why = :why
                where account = :account and room = :room and until is null""")
                .param("account", account)
                .param("room", room)
                .param("until", until)
                .param("by", by)
                .param("why", why)
                .update();
    }

    Map<String, Level> current(Account.Id account) {
        return current(List.of(account)).getOrDefault(account, Map.of());
    }

    Map<Account.Id, Map<String, Level>> current(Collection<Account.Id> these) {
        var grants = new HashMap<Account.Id, Map<String, Level>>();
        if (these.isEmpty()) return grants;
        db.sql("select account, room, level from accounts.room_grant where account in (:these) and until is null")
                .param("these", these)
                .query(row -> {
                    grants.computeIfAbsent(new Account.Id(row.getObject("account", UUID.class)), id -> new HashMap<>())
                            .put(row.getString("room"), Level.valueOf(row.getString("level")));
                });
        return grants;
    }

    List<Grant> history(Account.Id account) {
        return db.sql("select * from accounts.room_grant where account = :account order by since desc, id desc")
                .param("account", account)
                .query(GrantStore::grant)
                .list();
    }

    /** What the account could do at a moment in the past. */
    Map<String, Level> at(Account.Id account, Instant moment) {
        var grants = new HashMap<String, Level>();
        db.sql("""
                select room, level from accounts.room_grant
                where account = :account and since <= :moment and (until is null or until > :moment)""").param("account", account).param("moment", moment).query(row -> {
            grants.put(row.getString("room"), Level.valueOf(row.getString("level")));
        });
        return grants;
    }

    /** How many other people could still manage everything. */
    int otherAdministrators(Account.Id account) {
        return db.sql("""
                select count(*) from accounts.room_grant g join accounts.account a on a.id = g.account
                where g.until is null and g.room = '*' and g.level = 'MANAGE' and a.state = 'ACTIVE' and a.id <> :account""").param("account", account).query(Integer.class).single();
    }

    int forget(Instant endedBefore) {
        return db.sql("delete from accounts.room_grant where until < :before")
                .param("before", endedBefore)
                .update();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until", OffsetDateTime.class);
        return new Grant(
                row.getObject("id", UUID.class),
                new Account.Id(row.getObject("account", UUID.class)),
                row.getString("room"),
                Level.valueOf(row.getString("level")),
                AccountStore.instant(row, "since"),
                row.getString("granted_by"),
                row.getString("why"),
                until == null ? null : until.toInstant(),
                row.getString("ended_by"),
                row.getString("ended_why"));
    }
}
