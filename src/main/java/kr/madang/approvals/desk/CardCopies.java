package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whole document cards as they are stored, for packages of records that leave the office (문서관리카드 사본). */
@Component
public class CardCopies {
    /** A link of the chain by what it binds: a version or an event. */
    public record Bound(
            int number, @Nullable Integer version, @Nullable Integer event, String previous, String hash) {}

    /**
     * @param unit name of the unit as it is today
     * @param names names and titles of everybody on the card, by person
     */
    public record Copy(
            Paper.Id id,
            Filing filing,
            String team,
            String unit,
            String drafter,
            Instant madeAt,
            String number,
            Card.Head head,
            List<Version> versions,
            List<Event> events,
            List<Bound> links,
            Map<Person, String> names) {
        public Version last() {
            return versions.getLast();
        }
    }

    private final JdbcClient db;
    private final PaperStore papers;
    private final Papers reading;
    private final Units units;
    private final OfficeRoster roster;
    private final Access access;

    CardCopies(JdbcClient db, PaperStore papers, Papers reading, Units units, OfficeRoster roster, Access access) {
        this.db = db;
        this.papers = papers;
        this.reading = reading;
        this.units = units;
        this.roster = roster;
        this.access = access;
    }

    /** Hands out one card after the other; each is recorded as a look at its paper. */
    public Reader reader(Actor by) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
        return new Reader(by, roster.now());
    }

    /** One who reads many cards; the roster is asked once. */
    public final class Reader {
        private final Actor by;
        private final OfficeRoster.Now people;

        private Reader(Actor by, OfficeRoster.Now people) {
            this.by = by;
            this.people = people;
        }

        public Copy read(Paper.Id id) {
            var held = papers.find(id).orElseThrow(Approvals::missing);
            access.record(by, id, true);
            var events = papers.events(id);
            var versions = papers.versions(id);
            return new Copy(
                    id,
                    held.filing(),
                    held.team(),
                    units.coded(held.unit()).name(),
                    held.drafterName(),
                    held.madeAt(),
                    reading.number(id),
                    held.head(),
                    versions,
                    events,
                    links(id),
                    names(events, versions));
        }

        private Map<Person, String> names(List<Event> events, List<Version> versions) {
            var names = new HashMap<Person, String>();
            for (var event : events) {
                names.computeIfAbsent(event.who(), people::name);
                Optional.ofNullable(event.forWhom()).ifPresent(p -> names.computeIfAbsent(p, people::name));
                Optional.ofNullable(event.line())
                        .ifPresent(l -> l.seats().forEach(p -> names.computeIfAbsent(p, people::name)));
            }
            for (var version : versions) names.computeIfAbsent(version.by(), people::name);
            return names;
        }
    }

    private List<Bound> links(Paper.Id id) {
        return db.sql("""
                select number, version, event, previous, hash from approvals.link where paper = :paper
                order by number""").param("paper", id).query(Bound.class).list();
    }
}
