package kr.madang.accounts.log;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The monthly inspection of the access log (접속기록 월 점검): finds what is worth a question and keeps that someone asked. */
@Component
public class AccessChecks {
    /** People's data seen by one account in one day from which on it is called much. */
    static final int MASS = 300;

    static final int ADDRESSES = 3;
    static final int OPENS = 7;
    static final int CLOSES = 22;

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** An inspection that was done. */
    public record Done(YearMonth month, Instant at, String by, int findings, String note) {}

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    AccessChecks(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    public List<AccessFinding> findings(YearMonth month) {
        return db.sql("""
                with entry as (
                    select e.*, e.at at time zone 'Asia/Seoul' as local, a.state
                    from accounts.access_entry e left join accounts.account a on a.id = e.account
                    where e.at >= :from and e.at < :to),
                per_day as (
                    select local::date as day, login, max(name) as name,
                        count(*) filter (where extract(hour from local) < :opens or extract(hour from local) >= :closes
                            or extract(isodow from local) > 5) as odd,
                        sum(subjects) as people, count(distinct address) as addresses,
                        count(*) filter (where task like '%내려받기%') as exports,
                        count(*) filter (where state is null or state <> 'ACTIVE') as gone
                    from entry group by 1, 2)
                select 'ODD_HOURS' as kind, day::text, login, name, odd as n from per_day where odd > 0
                union all select 'MASS', day::text, login, name, people from per_day where people >= :mass
                union all select 'MANY_ADDRESSES', day::text, login, name, addresses from per_day where addresses >= :addresses
                union all select 'EXPORT', day::text, login, name, exports from per_day where exports > 0
                union all select 'GONE', day::text, login, name, gone from per_day where gone > 0
                order by 2 desc, 1, 3 limit 500""")
                .param("from", start(month))
                .param("to", start(month.plusMonths(1)))
                .param("opens", OPENS)
                .param("closes", CLOSES)
                .param("mass", MASS)
                .param("addresses", ADDRESSES)
                .query((row, n) -> new AccessFinding(
                        AccessFinding.Kind.valueOf(row.getString("kind")),
                        row.getString("day"),
                        row.getString("login"),
                        row.getString("name"),
                        row.getLong("n")))
                .list();
    }

    public static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(SEOUL).toInstant();
    }

    public Optional<Done> find(YearMonth month) {
        return db.sql("select * from accounts.access_check where month = :month")
                .param("month", month.toString())
                .query((row, n) -> new Done(
                        month,
                        row.getObject("checked_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        row.getString("checked_by"),
                        row.getInt("findings"),
                        row.getString("note")))
                .optional();
    }

    /** Keeps that the month was inspected; a month is inspected once it is over, and once. */
    @Transactional
    public void conclude(Actor by, YearMonth month, String note) {
        if (!month.isBefore(YearMonth.now(clock.withZone(SEOUL)))) throw Refused.invalid("accounts.check.early");
        int found = findings(month).size();
        if (found > 0 && note.isBlank()) throw Refused.invalid("accounts.check.note");
        int kept = db.sql("""
                insert into accounts.access_check (month, checked_at, checked_by, findings, note)
                values (:month, :at, :by, :findings, :note) on conflict do nothing""")
                .param("month", month.toString())
                .param("at", clock.instant())
                .param("by", by.login())
                .param("findings", found)
                .param("note", note.strip())
                .update();
        if (kept == 0) throw Refused.conflict("accounts.check.done");
        trail.record(by, "accounts", "access.checked", "month:" + month, Map.of("findings", found));
    }
}
