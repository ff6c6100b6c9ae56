package kr.madang.accounts;

import java.time.Instant;
import java.util.HashMap;
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

    Map<String, Level> current(Account.Id account) {
        var grants = new HashMap<String, Level>();
        db.sql("select room, level from accounts.room_grant where account = :account and until is null")
                .param("account", account)
                .query(row -> {
                    grants.put(row.getString("room"), Level.valueOf(row.getString("level")));
                });
        return grants;
    }
}
