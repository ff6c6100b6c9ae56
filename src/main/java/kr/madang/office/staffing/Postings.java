package kr.madang.office.staffing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.office.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personnel orders (인사발령): posts are opened and closed, people appointed, moved, promoted and seen off, each from a day on. */
@Service
@Transactional
public class Postings {
    private final PostingStore store;
    private final Trail trail;
    private final Clock clock;

    Postings(PostingStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** Where somebody is to sit: on a post, or above the authorized number in a team. */
    public sealed interface Place {
        record OnPost(UUID post) implements Place {}

        record InTeam(UUID team) implements Place {}
    }

    public UUID openPost(Actor by, String code, @Nullable UUID team, String title, Rank rank, LocalDate from) {
        if (!code.matches("[A-Z][A-Z0-9-]{1,19}")) throw Refused.invalid("office.post.code", code);
        if (title.isBlank()) throw Refused.invalid("office.post.title");
        checkTeam(team, Span.since(from));
        var post = next();
        try {
            store.insertPost(post, code);
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.post.taken", code);
        }
        store.insertTerm(next(), post, team, title.strip(), rank, Span.since(from));
        record(by, "post.opened", "post:" + post, Map.of("code", code, "rank", rank.toString(), "from", from));
        return post;
    }

    /** Moves a post to another team or regrades it from a day on; its number and its holder stay. */
    public void reshapePost(Actor by, UUID post, @Nullable UUID team, String title, Rank rank, LocalDate from) {
        if (title.isBlank()) throw Refused.invalid("office.post.title");
        checkTeam(team, Span.since(from));
        if (store.endTerm(post, from.minusDays(1)) == 0) throw Refused.invalid("office.post.gone", from.minusDays(1));
        try {
            store.insertTerm(next(), post, team, title.strip(), rank, Span.since(from));
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.post.overlap", from);
        }
        record(by, "post.reshaped", "post:" + post, Map.of("rank", rank.toString(), "from", from));
    }

    public void closePost(Actor by, UUID post, LocalDate last) {
        if (store.heldAfter(post, last)) throw Refused.conflict("office.post.held", last);
        if (store.endTerm(post, last) == 0) throw Refused.invalid("office.post.gone", last);
        record(by, "post.closed", "post:" + post, Map.of("last", last));
    }

    public UUID join(Actor by, String number, String name, Rank rank, LocalDate from) {
        if (name.isBlank() || name.length() > 40) throw Refused.invalid("office.person.name");
        if (!number.matches("[0-9A-Z-]{1,20}")) throw Refused.invalid("office.person.number", number);
        var person = new Person(next(), number, name.strip());
        try {
            store.insertPerson(person);
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.person.taken", number);
        }
        store.insertGrade(next(), person.id(), rank, Span.since(from));
        record(by, "person.joined", "person:" + person.id(), Map.of("rank", rank.toString(), "from", from));
        return person.id();
    }

    /** Lets somebody join and sit down at once. */
    public UUID join(Actor by, String number, String name, Rank rank, Place place, LocalDate from) {
        var person = join(by, number, name, rank, from);
        appoint(by, person, place, Span.since(from), false, "신규 발령");
        return person;
    }

    public void promote(Actor by, UUID person, Rank rank, LocalDate from) {
        if (store.endGrade(person, from.minusDays(1)) == 0)
            throw Refused.invalid("office.person.gone", from.minusDays(1));
        try {
            store.insertGrade(next(), person, rank, Span.since(from));
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.person.grade", from);
        }
        record(by, "person.promoted", "person:" + person, Map.of("rank", rank.toString(), "from", from));
    }

    /** Puts a person on a seat; a second seat at the same time only as {@code concurrent} (겸임). */
    public UUID appoint(Actor by, UUID person, Place place, Span span, boolean concurrent, String reason) {
        if (!store.rankCovers(person, span)) throw Refused.invalid("office.person.gone", span.from());
        var post = place instanceof Place.OnPost(UUID p) ? p : null;
        var team = place instanceof Place.InTeam(UUID t) ? t : null;
        if (post != null && !store.postCovers(post, span)) throw Refused.invalid("office.post.gone", span.from());
        checkTeam(team, span);
        var id = next();
        try {
            store.insertAppointment(id, person, post, team, concurrent, reason.strip(), span);
        } catch (DataIntegrityViolationException e) {
            throw overlap(e, span);
        }
        record(by, "person.appointed", "person:" + person, Map.of("to", place.toString(), "from", span.from()));
        return id;
    }

    /** Moves a person to another seat from a day on, in one step: nobody is ever on two seats or on none. */
    public UUID move(Actor by, UUID person, Place place, LocalDate from, String reason) {
        var seat = store.seatOf(person, from.minusDays(1))
                .orElseThrow(() -> Refused.invalid("office.person.seatless", from.minusDays(1)));
        store.endAppointment(seat, from.minusDays(1));
        return appoint(by, person, place, Span.since(from), false, reason);
    }

    /** The person's last day in the section: every seat and the rank end. */
    public void leave(Actor by, UUID person, LocalDate last) {
        if (store.seatedAfter(person, last)) throw Refused.conflict("office.person.later", last);
        if (store.endAppointments(person, last) == 0) throw Refused.invalid("office.person.seatless", last);
        store.endGrade(person, last);
        record(by, "person.left", "person:" + person, Map.of("last", last));
    }

    public void endAppointment(Actor by, UUID appointment, LocalDate last) {
        if (store.endAppointment(appointment, last) == 0) throw Refused.invalid("office.appointment.gone", last);
        record(by, "appointment.ended", "appointment:" + appointment, Map.of("last", last));
    }

    private void checkTeam(@Nullable UUID team, Span span) {
        if (team != null && !store.teamCovers(team, span)) throw Refused.invalid("office.team.closed", span.from());
    }

    private static Refused overlap(DataIntegrityViolationException e, Span span) {
        var text = Objects.requireNonNullElse(e.getMostSpecificCause().getMessage(), "");
        return text.contains("appointment_post")
                ? Refused.conflict("office.appointment.post", span.from())
                : Refused.conflict("office.appointment.person", span.from());
    }

    private UUID next() {
        return Id.next(clock.instant());
    }

    private void record(Actor by, String act, String subject, Map<String, ?> details) {
        trail.record(by, "office", act, subject, details);
    }
}
