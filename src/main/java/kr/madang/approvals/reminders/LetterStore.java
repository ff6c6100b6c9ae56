package kr.madang.approvals.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.desk.Duty;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.records.Disclosure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the letters that remind. Each statement stands alone, so that no transaction waits for a mail server. */
@Repository
class LetterStore {
    /** So long somebody who carries a letter has it for himself. */
    private static final Duration HELD = Duration.ofMinutes(5);

    /** A letter somebody carries. @param tries tells the carrier from those who come after him */
    record Carried(Person to, LocalDate day, int tries) {}

    private final JdbcClient db;

    LetterStore(JdbcClient db) {
        this.db = db;
    }

    void queue(Person to, LocalDate day, Instant now) {
        db.sql("""
                insert into approvals.reminder_letter (account, day, state, tries, due_at, changed_at)
                values (:account, :day, 'QUEUED', 0, :now, :now) on conflict do nothing""")
                .param("account", ReminderStore.uuid(to))
                .param("day", day)
                .param("now", now)
                .update();
    }

    /** What nobody can know of letters whose carrier died, and letters of days gone by, are never sent. */
    void giveUp(LocalDate today, Instant now) {
        db.sql("""
                update approvals.reminder_letter
                set state = case when state = 'OVER' then 'DOUBTFUL' else 'DROPPED' end, changed_at = :now
                where (state = 'OVER' and due_at < :now)
                    or (state in ('QUEUED', 'CARRIED') and day < :today and due_at < :now)""").param("today", today).param("now", now).update();
    }

    Optional<Carried> claim(Instant now) {
        return db.sql("""
                update approvals.reminder_letter
                set state = 'CARRIED', tries = tries + 1, due_at = :until, changed_at = :now
                where (account, day) = (
                    select account, day from approvals.reminder_letter
                    where state in ('QUEUED', 'CARRIED') and due_at <= :now
                    order by day, account limit 1 for update skip locked)
                returning account, day, tries""")
                .param("now", now)
                .param("until", now.plus(HELD))
                .query((row, n) -> new Carried(
                        Person.of(row.getObject("account", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getInt("tries")))
                .optional();
    }

    /** @return false when somebody else carries the letter by now */
    boolean move(Carried letter, String from, String to, Instant due, Instant now) {
        return db.sql("""
                update approvals.reminder_letter set state = :to, due_at = :due, changed_at = :now
                where account = :account and day = :day and tries = :tries and state = :from""")
                        .param("account", ReminderStore.uuid(letter.to()))
                        .param("day", letter.day())
                        .param("tries", letter.tries())
                        .param("from", from)
                        .param("to", to)
                        .param("due", due)
                        .param("now", now)
                        .update()
                == 1;
    }

    /** What the person was reminded of on the day and what still waits. */
    List<LetterText.Item> items(Carried letter) {
        return db.sql("""
                select p.title, p.disclosure, min(s.duty) as duty, min(s.since) as since, r.account <> r.told as instead
                from approvals.reminder r
                join approvals.paper p on p.id = r.paper
                join approvals.seat s on s.paper = r.paper and s.account = r.account and s.due and s.since <= r.at
                where r.told = :account and r.day = :day and r.clock
                group by r.id, p.id order by min(s.since), p.id""")
                .param("account", ReminderStore.uuid(letter.to()))
                .param("day", letter.day())
                .query((row, n) -> new LetterText.Item(
                        Duty.valueOf(row.getString("duty")),
                        row.getString("title"),
                        Disclosure.Kind.valueOf(row.getString("disclosure")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("instead")))
                .list();
    }
}
