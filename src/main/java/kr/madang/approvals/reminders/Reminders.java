package kr.madang.approvals.reminders;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.desk.InboxItem;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminding people of papers that wait for them (독촉), and reading who was reminded. */
@Service
@Transactional
public class Reminders {
    public static final int LONGEST = 200;

    private final ReminderStore store;
    private final Hearing hearing;
    private final Workdays workdays;
    private final Trail trail;
    private final Clock clock;

    Reminders(ReminderStore store, Hearing hearing, Workdays workdays, Trail trail, Clock clock) {
        this.store = store;
        this.hearing = hearing;
        this.workdays = workdays;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Reminds the person of a paper that waits for him: the drafter does, or anybody of the drafting team.
     *
     * @param seat in whose seat the paper lies; his deputy is told while he is away
     * @return who was told
     */
    public Person remind(Actor by, Paper.Id paper, Person seat, String words) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
        var lying = store.lock(paper).orElseThrow(() -> Refused.missing("approvals.paper.missing"));
        if (!lying.mayUrge(by)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.urge.other");
        var said = line(words);
        if (seat.equals(Person.of(by.id()))) throw Refused.invalid("approvals.urge.self");
        var duties = store.due(paper, seat);
        if (duties.isEmpty()) throw Refused.conflict("approvals.urge.notdue");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var told = hearing.of(seat, duties, lying.drafter(), now)
                .orElseThrow(() -> Refused.conflict("approvals.urge.left"));
        if (told.equals(Person.of(by.id()))) throw Refused.invalid("approvals.urge.self");
        var day = workdays.countsFor(now);
        try {
            store.insert(Id.next(now), new Reminder(paper, seat, told, false, by.name(), said, now), by.id(), day);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("approvals.urge.today");
        }
        // the words stay out of the trail, which keeps no personal data in clear
        var details = Map.of("whom", seat.key(), "told", told.key(), "day", day.toString(), "clock", false);
        trail.record(by, "approvals", "paper.urged", "paper:" + paper, details);
        return told;
    }

    private static String line(String words) {
        var line = words.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.length() > LONGEST) throw Refused.invalid("approvals.urge.long", LONGEST);
        return line;
    }

    /** Whether this person may remind others of the paper at all. */
    @Transactional(readOnly = true)
    public boolean may(Actor by, Paper.Id paper) {
        return by.may("approvals", Level.WORK)
                && store.find(paper).filter(lying -> lying.mayUrge(by)).isPresent();
    }

    /** In whose seats the paper lies, without those who were reminded by hand for this working day already and those who left. */
    @Transactional(readOnly = true)
    public List<Person> open(Actor by, Paper.Id paper) {
        var now = clock.instant();
        return store.unurged(paper, workdays.countsFor(now)).stream()
                .filter(seat -> !seat.equals(Person.of(by.id())) && hearing.serves(seat))
                .toList();
    }

    /** Everybody who was ever reminded of the paper, newest first. */
    @Transactional(readOnly = true)
    public List<Reminder> of(Paper.Id paper) {
        return store.of(paper);
    }

    /** Which of the items were urged since they wait, and how. */
    @Transactional(readOnly = true)
    public Map<InboxItem, Urged> of(List<InboxItem> items) {
        if (items.isEmpty()) return Map.of();
        var all = new HashMap<Map.Entry<Paper.Id, Person>, List<Reminder>>();
        store.since(
                        items.stream().map(i -> i.paper().value()).toArray(UUID[]::new),
                        items.stream().map(i -> ReminderStore.uuid(i.seat())).toArray(UUID[]::new))
                .forEach(r -> all.computeIfAbsent(Map.entry(r.paper(), r.seat()), k -> new ArrayList<>())
                        .add(r));
        var urged = new LinkedHashMap<InboxItem, Urged>();
        for (var item : items) {
            var found = all.get(Map.entry(item.paper(), item.seat()));
            if (found != null) urged.put(item, new Urged(found));
        }
        return urged;
    }
}
