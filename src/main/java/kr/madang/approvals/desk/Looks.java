package kr.madang.approvals.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at a paper or tried to (열람기록); nobody can edit it. */
@Component
public class Looks {
    private static final Keyset<Row> NEWEST = Keyset.<Row>of("looks").descending("id", UUID.class, Row::id);

    private record Row(UUID id, UUID account, Look look) {}

    private final JdbcClient db;
    private final Access access;
    private final PaperStore papers;
    private final OfficeRoster roster;

    Looks(JdbcClient db, Access access, PaperStore papers, OfficeRoster roster) {
        this.db = db;
        this.access = access;
        this.papers = papers;
        this.roster = roster;
    }

    /** Its drafter, and of those who may read it: auditors, whoever may approve in the room, and its managers. */
    public boolean may(Actor by, Paper.Id paper) {
        var held = papers.find(paper).orElseThrow(Approvals::missing);
        if (held.drafter().equals(Person.of(by.id()))) return true;
        return (Access.audits(by) || by.may("approvals", Level.APPROVE)) && access.mayRead(by, paper);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<Look> of(Actor by, Paper.Id paper, @Nullable String cursor, int size) {
        if (!may(by, paper)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.looks.forbidden");
        var slice = NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql("""
                        select id, account, at, login, allowed, address from approvals.access
                        where paper = :paper and\s""" + where + tail)
                .param("paper", paper)
                .params(keys)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        new Look(
                                PaperStore.instant(row, "at"),
                                row.getString("login"),
                                row.getBoolean("allowed"),
                                row.getString("address"),
                                "")))
                .list());
        var people = roster.now();
        var names = new HashMap<UUID, String>();
        return new Slice<>(
                slice.rows().stream()
                        .map(row -> row.look.by(names.computeIfAbsent(row.account, id -> people.name(Person.of(id)))))
                        .toList(),
                slice.previous(),
                slice.next());
    }

    /** How many looks and how many refusals there were. */
    @Transactional(readOnly = true)
    public Map<Boolean, Long> count(Actor by, Paper.Id paper) {
        if (!may(by, paper)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.looks.forbidden");
        var counts = new HashMap<Boolean, Long>(Map.of(true, 0L, false, 0L));
        db.sql("select allowed, count(*) as many from approvals.access where paper = :paper group by allowed")
                .param("paper", paper)
                .query((row, n) -> counts.put(row.getBoolean("allowed"), row.getLong("many")))
                .list();
        return counts;
    }
}
