package kr.madang.approvals.drafting;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lines that somebody uses again and again, each under a name of his own (저장한 결재선). Nobody sees another's. */
@Component
public class SavedLines {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;

    /** @param line as {@link Sketch#text} writes it */
    public record Saved(UUID id, String name, String line) {
        public Sketch sketch() {
            return Sketch.parse(line);
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    SavedLines(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public List<Saved> of(Actor by) {
        return db.sql("select id, name, line from approvals.saved_line where account = :account order by name")
                .param("account", by.id())
                .query(Saved.class)
                .list();
    }

    public Optional<Saved> find(Actor by, UUID id) {
        return db.sql("select id, name, line from approvals.saved_line where account = :account and id = :id")
                .param("account", by.id())
                .param("id", id)
                .query(Saved.class)
                .optional();
    }

    /** The same name again takes the place of the old line. */
    @Transactional
    public void keep(Actor by, String name, Sketch line) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
        var clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME)
            throw Refused.invalid("approvals.saved.name", LONGEST_NAME);
        if (line.rows().isEmpty()) throw Refused.invalid("approvals.saved.empty");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.sql("""
                insert into approvals.saved_line (id, account, name, line, kept_at)
                values (:id, :account, :name, :line, :at)
                on conflict (account, name) do update set line = excluded.line, kept_at = excluded.kept_at""")
                .param("id", Id.next(now))
                .param("account", by.id())
                .param("name", clean)
                .param("line", line.text())
                .param("at", now)
                .update();
        if (of(by).size() > MOST) throw Refused.invalid("approvals.saved.many", MOST);
    }

    public void forget(Actor by, UUID id) {
        db.sql("delete from approvals.saved_line where account = :account and id = :id")
                .param("account", by.id())
                .param("id", id)
                .update();
    }
}
