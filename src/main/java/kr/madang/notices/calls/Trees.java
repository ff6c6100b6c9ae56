package kr.madang.notices.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the call-out trees of the office (비상연락망 관리). */
@Component
public class Trees {
    private static final String SELECT =
            "select id, name, rungs, version, changed_at, changed_by, retired_at from notices.call_tree ";

    private final JdbcClient db;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    Trees(JdbcClient db, Accounts accounts, Trail trail, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public StoredTree create(Actor by, Tree tree) {
        require(by);
        checked(tree);
        var id = Id.next(clock.instant());
        try {
            db.sql("""
                    insert into notices.call_tree (id, name, rungs, version, changed_at, changed_by)
                    values (:id, :name, :rungs::jsonb, 1, :at, :by)""")
                    .param("id", id)
                    .param("name", tree.name())
                    .param("rungs", TreeJson.write(tree))
                    .param("at", now())
                    .param("by", by.name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.calls.tree.twice");
        }
        trail.record(by, "notices", "tree.created", "tree:" + id, Map.of("name", tree.name()));
        return get(id);
    }

    /**
     * Writes a tree anew; calls that run go on with the one they began with.
     *
     * @param version that was read before writing
     */
    @Transactional
    public StoredTree write(Actor by, UUID id, int version, Tree tree) {
        require(by);
        checked(tree);
        int rows;
        try {
            rows = db.sql("""
                    update notices.call_tree set name = :name, rungs = :rungs::jsonb, version = version + 1,
                        changed_at = :at, changed_by = :by
                    where id = :id and version = :version and retired_at is null""")
                    .param("id", id)
                    .param("version", version)
                    .param("name", tree.name())
                    .param("rungs", TreeJson.write(tree))
                    .param("at", now())
                    .param("by", by.name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.calls.tree.twice");
        }
        if (rows == 0)
            throw Refused.conflict(get(id).retired() ? "notices.calls.tree.retired" : "notices.calls.tree.overtaken");
        trail.record(by, "notices", "tree.written", "tree:" + id, Map.of("version", version + 1));
        return get(id);
    }

    private void checked(Tree tree) {
        for (var rung : tree.rungs()) {
            var ids = rung.people().stream().map(Trees::id).toList();
            if (accounts.find(ids).size() < ids.size()) throw Refused.invalid("notices.calls.tree.people");
        }
    }

    private static Account.Id id(String person) {
        try {
            return Account.Id.of(person);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("notices.calls.tree.people");
        }
    }

    @Transactional
    public void retire(Actor by, UUID id) {
        require(by);
        boolean done = db.sql("update notices.call_tree set retired_at = :at where id = :id and retired_at is null")
                        .param("id", id)
                        .param("at", now())
                        .update()
                == 1;
        if (!done) throw Refused.conflict("notices.calls.tree.retired");
        trail.record(by, "notices", "tree.retired", "tree:" + id, Map.of());
    }

    public Optional<StoredTree> find(UUID id) {
        return db.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Trees::tree)
                .optional();
    }

    public StoredTree get(UUID id) {
        return find(id).orElseThrow(() -> Refused.missing("notices.calls.tree.missing"));
    }

    /** Those in use, by name. */
    public List<StoredTree> all() {
        return db.sql(SELECT + "where retired_at is null order by name, id")
                .query(Trees::tree)
                .list();
    }

    private static StoredTree tree(ResultSet row, int n) throws SQLException {
        return new StoredTree(
                row.getObject("id", UUID.class),
                TreeJson.read(row.getString("name"), row.getString("rungs")),
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getObject("retired_at") != null);
    }

    private static void require(Actor by) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.send.forbidden");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
