package kr.madang.approvals.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read which paper (문서 열람권): its drafter always; once it is on its way, everybody with a seat, the deputies of those it waits
 * for and whoever acted on it; once it is approved, those it circulates to, and the drafter's team unless it is closed. Auditors, who may
 * look into the room and do nothing else there, read everything but drafts. Every look and every refusal is recorded.
 * {@link SearchablePapers} says the same in tokens of the index.
 */
@Component
public class Access {
    /** A condition on {@code p}; its parameters are {@link #keys}. */
    public static final String READABLE = """
            (p.drafter = :me or (p.status not in ('DRAFTING', 'DISCARDED') and (:audits
                or (p.status = 'APPROVED' and p.disclosure <> 'CLOSED' and p.team = :team and p.team <> '')
                or (p.status <> 'WITHDRAWN' and exists (
                    select from approvals.seat s where s.paper = p.id and s.account = :me
                        and (s.duty <> 'READ' or p.status = 'APPROVED')))
                or exists (
                    select from approvals.seat s where s.paper = p.id and s.due and s.account = any(:absent))
                or exists (select from approvals.event e where e.paper = p.id and e.who = :me))))
            """;

    private final JdbcClient db;
    private final OfficeRoster roster;
    private final ClientAddress address;
    private final Clock clock;

    Access(JdbcClient db, OfficeRoster roster, ClientAddress address, Clock clock) {
        this.db = db;
        this.roster = roster;
        this.address = address;
        this.clock = clock;
    }

    public boolean mayRead(Actor by, Paper.Id paper) {
        return db.sql("select exists (select from approvals.paper p where p.id = :paper and " + READABLE + ")")
                .param("paper", paper)
                .params(keys(by))
                .query(Boolean.class)
                .single();
    }

    /** Those among the papers this person may read. */
    Set<UUID> readable(Actor by, Collection<UUID> papers) {
        return Set.copyOf(db.sql("select p.id from approvals.paper p where p.id = any(:papers) and " + READABLE)
                .param("papers", papers.toArray(UUID[]::new))
                .params(keys(by))
                .query(UUID.class)
                .list());
    }

    /** The parameters of {@link #READABLE} for this reader. */
    public Map<String, Object> keys(Actor by) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("me", by.id());
        keys.put("team", by.team());
        keys.put("audits", audits(by));
        keys.put("absent", roster.absentFor(by.id(), clock.instant()).toArray(UUID[]::new));
        return keys;
    }

    /** Whoever works in the room reads what is his; who may only look, or runs the program itself, looks at all of it. */
    public static boolean audits(Actor by) {
        if (by.id().equals(Actor.SYSTEM.id())) return true;
        return by.may("approvals", Level.VIEW) && !by.may("approvals", Level.WORK);
    }

    void record(Actor by, Paper.Id paper, boolean allowed) {
        var now = clock.instant();
        db.sql("""
                insert into approvals.access (id, paper, account, login, at, allowed, address)
                values (:id, :paper, :account, :login, :at, :allowed, :address)""")
                .param("id", Id.next(now))
                .param("paper", paper)
                .param("account", by.id())
                .param("login", by.login())
                .param("at", now)
                .param("allowed", allowed)
                .param("address", address.current())
                .update();
    }
}
