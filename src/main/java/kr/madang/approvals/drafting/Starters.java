package kr.madang.approvals.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The forms of the office (서식함): those that came with the program and its own; whoever manages the room changes them. */
@Component
public class Starters {
    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Starters(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those offered to drafters, in their order. */
    public List<Starter> offered() {
        return all().stream().filter(starter -> !starter.retired()).toList();
    }

    public List<Starter> all() {
        return db.sql("select * from approvals.form order by retired, position, title")
                .query(Starters::starter)
                .list();
    }

    public Optional<Starter> find(UUID id) {
        return db.sql("select * from approvals.form where id = :id")
                .param("id", id)
                .query(Starters::starter)
                .optional();
    }

    /** A place and an identity for a form of one's own. */
    public UUID fresh() {
        return Id.next(clock.instant());
    }

    @Transactional
    public void add(Actor by, Starter starter) {
        mayManage(by);
        try {
            statement("""
                    insert into approvals.form (id, title, note, kind, second, task, subject, body, retention, shipped, retired,
                        position, version, changed_at, changed_by)
                    values (:id, :title, :note, :kind, :second, :task, :subject, :body, :retention, false, :retired,
                        :position, 1, :at, :by)""", by, starter).update();
        } catch (DuplicateKeyException e) {
            throw Refused.invalid("approvals.starter.taken", starter.title());
        }
        tell(by, "starter.added", starter);
    }

    /** @throws Refused conflict when somebody changed it meanwhile */
    @Transactional
    public void change(Actor by, Starter starter) {
        mayManage(by);
        try {
            int changed = statement("""
                    update approvals.form set title = :title, note = :note, kind = :kind, second = :second, task = :task,
                        subject = :subject, body = :body, retention = :retention, retired = :retired,
                        position = :position, version = version + 1, changed_at = :at, changed_by = :by
                    where id = :id and version = :version""", by, starter)
                    .param("version", starter.version())
                    .update();
            if (changed == 0) throw Refused.conflict("approvals.starter.stale");
        } catch (DuplicateKeyException e) {
            throw Refused.invalid("approvals.starter.taken", starter.title());
        }
        tell(by, "starter.changed", starter);
    }

    private JdbcClient.StatementSpec statement(String sql, Actor by, Starter s) {
        return db.sql(sql)
                .param("id", s.id())
                .param("title", s.title())
                .param("note", s.note())
                .param("kind", s.kind())
                .param("second", s.second())
                .param("task", s.task())
                .param("subject", s.subject())
                .param("body", s.body())
                .param("retention", s.retention())
                .param("retired", s.retired())
                .param("position", s.position())
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .param("by", by.name());
    }

    private void tell(Actor by, String what, Starter starter) {
        trail.record(by, "approvals", what, "form:" + starter.id(), Map.of("title", starter.title()));
    }

    private static void mayManage(Actor by) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
    }

    private static Starter starter(ResultSet row, int n) throws SQLException {
        var second = row.getString("second");
        return new Starter(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("note"),
                DocumentKind.valueOf(row.getString("kind")),
                second == null ? null : SecondNumber.Kind.valueOf(second),
                row.getString("task"),
                row.getString("subject"),
                row.getString("body"),
                Retention.valueOf(row.getString("retention")),
                row.getBoolean("shipped"),
                row.getBoolean("retired"),
                row.getInt("position"),
                row.getInt("version"));
    }
}
