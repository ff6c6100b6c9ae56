package kr.madang.approvals.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Deputies;
import kr.madang.approvals.desk.Inbox;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One round of the clock (정기 독촉): reminds of everything that waits longer than {@link Inbox#LATE}, once per working day. */
@Component
class Round {
    /**
     * What came of it.
     *
     * @param reminders that somebody heard
     * @param unheard in the seats of people who left
     * @param letters that now wait for the mail server
     * @param homeless people without an e-mail address, or all of them where no mail server is set up
     */
    record Outcome(int reminders, int people, int unheard, int letters, int homeless) {}

    private final ReminderStore store;
    private final LetterStore letters;
    private final ReminderPost post;
    private final Accounts accounts;
    private final Deputies deputies;
    private final Workdays workdays;
    private final Trail trail;
    private final Clock clock;

    Round(
            ReminderStore store,
            LetterStore letters,
            ReminderPost post,
            Accounts accounts,
            Deputies deputies,
            Workdays workdays,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.post = post;
        this.accounts = accounts;
        this.deputies = deputies;
        this.workdays = workdays;
        this.trail = trail;
        this.clock = clock;
    }

    /** All of it or nothing: no letter goes before everything it lists stands written. */
    @Transactional
    Outcome go() {
        store.lockRound();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var day = Workdays.day(now);
        if (!workdays.works(day)) return new Outcome(0, 0, 0, 0, 0);
        var notes = new ArrayList<Trail.Note>();
        var heard = new TreeSet<String>();
        int unheard = 0;
        for (var seat : store.holders(now.minus(Inbox.LATE))) {
            boolean serves = account(seat).mayEnter;
            var deputy = serves ? deputies.of(seat, now).orElse(null) : null;
            for (var rung : store.ring(seat, deputy, serves, day, now.minus(Inbox.LATE), now)) {
                notes.add(note(seat, rung, day));
                if (rung.told() == null) unheard++;
                else heard.add(rung.told().key());
            }
        }
        if (!notes.isEmpty()) trail.record(Actor.SYSTEM, "approvals", notes);
        int queued = 0;
        for (var person : heard)
            if (post.ready() && !account(new Person(person)).email.isEmpty()) {
                letters.queue(new Person(person), day, now);
                queued++;
            }
        return new Outcome(notes.size() - unheard, heard.size(), unheard, queued, heard.size() - queued);
    }

    private record Known(boolean mayEnter, String email) {}

    private Known account(Person person) {
        return accounts.find(new Account.Id(ReminderStore.uuid(person)))
                .map(a -> new Known(a.mayEnter(), a.email()))
                .orElse(new Known(false, ""));
    }

    private static Trail.Note note(Person seat, ReminderStore.Rung rung, LocalDate day) {
        var told = rung.told();
        var subject = "paper:" + rung.paper();
        if (told == null)
            return new Trail.Note("paper.unheard", subject, Map.of("whom", seat.key(), "day", day.toString()));
        var details = Map.of("whom", seat.key(), "told", told.key(), "day", day.toString(), "clock", true);
        return new Trail.Note("paper.urged", subject, details);
    }
}
