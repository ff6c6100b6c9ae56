package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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

    /** @param drafter name as it stood when the paper was drafted */
    public record Copy(
            Paper.Id id,
            Filing filing,
            String team,
            String drafter,
            Instant madeAt,
            String number,
            Card.Head head,
            List<Version> versions,
            List<Event> events,
            List<Bound> links) {
        public Version last() {
            return versions.getLast();
        }
    }

    private final JdbcClient db;
    private final PaperStore papers;
    private final Papers reading;
    private final OfficeRoster roster;
    private final Access access;

    CardCopies(JdbcClient db, PaperStore papers, Papers reading, OfficeRoster roster, Access access) {
        this.db = db;
        this.papers = papers;
        this.reading = reading;
        this.roster = roster;
        this.access = access;
    }

    /** Hands out one card after the other; each is recorded as a look at its paper. */
    public Reader reader(Actor by) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
        return new Reader(by);
    }

    /** Names and titles as they are today, by person. */
    public Map<String, String> names(Collection<UUID> accounts) {
        var people = roster.now();
        var names = new TreeMap<String, String>();
        for (var account : accounts) {
            var person = Person.of(account);
            names.put(person.key(), people.name(person));
        }
        return names;
    }

    /** One who reads many cards. */
    public final class Reader {
        private final Actor by;

        private Reader(Actor by) {
            this.by = by;
        }

        public Copy read(Paper.Id id) {
            var held = papers.find(id).orElseThrow(Approvals::missing);
            access.record(by, id, true);
            return new Copy(
                    id,
                    held.filing(),
                    held.team(),
                    held.drafterName(),
                    held.madeAt(),
                    reading.number(id),
                    held.head(),
                    papers.versions(id),
                    papers.events(id),
                    links(id));
        }
    }

    private List<Bound> links(Paper.Id id) {
        return db.sql("""
                select number, version, event, previous, hash from approvals.link where paper = :paper
                order by number""").param("paper", id).query(Bound.class).list();
    }
}
