package kr.madang.approvals.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.dispatch.office.Postman;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/**
 * Carries the letters that remind (독촉 편지 발송), one after the other and each under a lease: sent once, or in doubt and never again, but
 * not twice.
 */
@Component
class ReminderPost {
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final int MOST = 2_000;

    private final LetterStore store;
    private final Postman postman;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    ReminderPost(LetterStore store, Postman postman, Accounts accounts, Trail trail, Clock clock) {
        this.store = store;
        this.postman = postman;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    boolean ready() {
        return postman.ready();
    }

    /** @return how many letters the server took */
    int carry() {
        store.giveUp(Workdays.day(clock.instant()), clock.instant());
        int sent = 0;
        for (int n = 0; n < MOST && ready(); n++) {
            var letter = claim();
            if (letter.isEmpty()) break;
            if (carry(letter.get())) sent++;
        }
        return sent;
    }

    Optional<LetterStore.Carried> claim() {
        return store.claim(clock.instant());
    }

    boolean carry(LetterStore.Carried letter) {
        var reader = accounts.find(new Account.Id(ReminderStore.uuid(letter.to())))
                .filter(a -> a.mayEnter() && !a.email().isEmpty());
        var items = store.items(letter);
        if (reader.isEmpty() || items.isEmpty()) {
            move(letter, "CARRIED", "DROPPED", clock.instant());
            return false;
        }
        var said = LetterText.of(postman.office(), reader.get().name(), items);
        var id = "reminder-" + letter.to() + "-" + letter.day();
        var note = new Postman.Note(id, reader.get().name(), reader.get().email(), said.title(), said.text());
        try {
            return settle(letter, postman.send(note, () -> over(letter)), items.size());
        } catch (Overtaken overtaken) {
            return false;
        }
    }

    /** Somebody else took the letter up while this node slept. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void over(LetterStore.Carried letter) {
        if (!move(letter, "CARRIED", "OVER", clock.instant().plus(AGAIN))) throw new Overtaken();
    }

    private boolean settle(LetterStore.Carried letter, Postman.Answer answer, int items) {
        var now = clock.instant();
        var next = letter.tries() > 6 ? "REFUSED" : "QUEUED";
        boolean moved =
                switch (answer) {
                    case SENT -> move(letter, "OVER", "SENT", now);
                    case REFUSED -> move(letter, "OVER", "REFUSED", now) || move(letter, "CARRIED", "REFUSED", now);
                    case SILENT -> move(letter, "OVER", "DOUBTFUL", now);
                    case LATER ->
                        move(letter, "OVER", next, now.plus(AGAIN)) || move(letter, "CARRIED", next, now.plus(AGAIN));
                };
        if (moved && answer != Postman.Answer.LATER)
            trail.record(
                    Actor.SYSTEM,
                    "approvals",
                    "reminder.letter",
                    "account:" + letter.to(),
                    Map.of("day", letter.day().toString(), "items", items, "answer", answer.name()));
        return answer == Postman.Answer.SENT;
    }

    private boolean move(LetterStore.Carried letter, String from, String to, Instant due) {
        return store.move(letter, from, to, due, clock.instant());
    }
}
