package kr.madang.press.features;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Interviews and visits of reporters the desk helps with (취재 지원). */
@Component
public class Interviews {
    /**
     * One of them.
     *
     * @param who of the outlet came
     * @param support what the desk did: who spoke, what was shown
     */
    public record Interview(
            UUID id,
            LocalDate day,
            String outlet,
            String who,
            String subject,
            String unit,
            String support,
            String byName) {}

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Interviews(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Interview> of(YearMonth month) {
        return db.sql("""
                select i.id, i.day, o.name as outlet, i.who, i.subject, i.unit, i.support, i.by_name
                from press.interview i join press.outlet o on o.id = i.outlet
                where i.day >= :from and i.day < :to order by i.day, i.id""")
                .param("from", month.atDay(1))
                .param("to", month.plusMonths(1).atDay(1))
                .query(Interview.class)
                .list();
    }

    @Transactional
    public void add(Actor by, LocalDate day, UUID outlet, String who, String subject, String unit, String support) {
        Features.require(by);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Id.next(at);
        db.sql("""
                insert into press.interview (id, day, outlet, who, subject, unit, support, by_name, at)
                values (:id, :day, :outlet, :who, :subject, :unit, :support, :by, :at)""")
                .param("id", id)
                .param("day", day)
                .param("outlet", outlet)
                .param("who", Features.line(who, "press.interview.who", Features.SUBJECT))
                .param("subject", Features.line(subject, "press.release.title", Features.SUBJECT))
                .param("unit", Features.line(unit, "press.release.unit", Features.SUBJECT))
                .param("support", Features.text(support))
                .param("by", by.name())
                .param("at", at)
                .update();
        trail.record(by, "press", "interview.added", "interview:" + id, Map.of("day", day));
    }

    @Transactional
    public void remove(Actor by, UUID id) {
        Features.require(by);
        int gone = db.sql("delete from press.interview where id = :id")
                .param("id", id)
                .update();
        if (gone == 0) throw Refused.missing("press.feature.missing");
        trail.record(by, "press", "interview.removed", "interview:" + id, Map.of());
    }
}
