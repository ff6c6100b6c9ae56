package kr.madang.approvals.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.approvals.desk.Duty;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of reminders. */
@Repository
class ReminderStore {
    /** A paper as far as reminding asks about it. @param team that drafted it */
    record Lying(Person drafter, String team) {
        boolean mayUrge(Actor by) {
            return drafter.equals(Person.of(by.id())) || (!team.isEmpty() && team.equals(by.team()));
        }
    }

    private static final String COLUMNS = " r.paper, r.account, r.told, r.clock, r.by_name, r.words, r.at ";

    private final JdbcClient db;

    ReminderStore(JdbcClient db) {
        this.db = db;
    }

    static UUID uuid(Person person) {
        return UUID.fromString(person.key());
    }

    /** Locks the paper: an act on it and a reminder of it come one after the other. */
    Optional<Lying> lock(Paper.Id paper) {
        return lying("select drafter, team from approvals.paper where id = :paper for update", paper);
    }

    Optional<Lying> find(Paper.Id paper) {
        return lying("select drafter, team from approvals.paper where id = :paper", paper);
    }

    private Optional<Lying> lying(String sql, Paper.Id paper) {
        return db.sql(sql)
                .param("paper", paper)
                .query((row, n) -> new Lying(Person.of(row.getObject("drafter", UUID.class)), row.getString("team")))
                .optional();
    }

    /** For what the paper waits in this seat; empty when it does not. */
    Set<Duty> due(Paper.Id paper, Person seat) {
        var duties = EnumSet.noneOf(Duty.class);
        db.sql("select duty from approvals.seat where paper = :paper and account = :account and due")
                .param("paper", paper)
                .param("account", uuid(seat))
                .query(String.class)
                .list()
                .forEach(duty -> duties.add(Duty.valueOf(duty)));
        return duties;
    }

    List<Person> unurged(Paper.Id paper, LocalDate day) {
        return db.sql("""
                select s.account from approvals.seat s
                where s.paper = :paper and s.due and not exists (
                    select from approvals.reminder r
                    where r.paper = s.paper and r.account = s.account and r.day = :day and not r.clock)
                group by s.account order by min(s.position)""").param("paper", paper).param("day", day).query(UUID.class).list().stream()
                .map(Person::of)
                .toList();
    }

    void insert(UUID id, Reminder reminder, UUID by, LocalDate day) {
        var told = reminder.told();
        db.sql("""
                insert into approvals.reminder
                    (id, paper, account, told, day, clock, by_account, by_name, words, at)
                values (:id, :paper, :account, :told::uuid, :day, :clock, :by, :name, :words, :at)""")
                .param("id", id)
                .param("paper", reminder.paper())
                .param("account", uuid(reminder.seat()))
                .param("told", told == null ? null : uuid(told))
                .param("day", day)
                .param("clock", reminder.clock())
                .param("by", by)
                .param("name", reminder.by())
                .param("words", reminder.words())
                .param("at", reminder.at())
                .update();
    }

    List<Reminder> of(Paper.Id paper) {
        return db.sql("select" + COLUMNS
                        + "from approvals.reminder r where r.paper = :paper order by r.at desc, r.id desc limit 200")
                .param("paper", paper)
                .query(ReminderStore::reminder)
                .list();
    }

    /** Reminders of these seats that somebody heard, since the paper waits there; oldest first. */
    List<Reminder> since(UUID[] papers, UUID[] accounts) {
        return db.sql("select" + COLUMNS + """
                        from unnest(:papers, :accounts) as d(paper, account)
                        join approvals.reminder r on r.account = d.account and r.paper = d.paper
                        where r.told is not null and exists (
                            select from approvals.seat s
                            where s.paper = r.paper and s.account = r.account and s.due and r.at >= s.since)
                        group by r.id
                        order by r.at, r.id""")
                .param("papers", papers)
                .param("accounts", accounts)
                .query(ReminderStore::reminder)
                .list();
    }

    private static Reminder reminder(ResultSet row, int n) throws SQLException {
        var told = row.getObject("told", UUID.class);
        return new Reminder(
                new Paper.Id(row.getObject("paper", UUID.class)),
                Person.of(row.getObject("account", UUID.class)),
                person(told),
                row.getBoolean("clock"),
                row.getString("by_name"),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Person person(@Nullable UUID account) {
        return account == null ? null : Person.of(account);
    }

    // ------------------------------------------------------------------ by the clock

    /** One round of the clock at a time, on whichever node. */
    void lockRound() {
        db.sql("select pg_advisory_xact_lock(hashtext('approvals.reminders'))")
                .query()
                .listOfRows();
    }

    List<Person> holders(Instant late) {
        return db
                .sql("select distinct account from approvals.seat where due and since < :late order by account")
                .param("late", late)
                .query(UUID.class)
                .list()
                .stream()
                .map(Person::of)
                .toList();
    }

    /** What the clock reminded of. @param told null when nobody could be told */
    record Rung(Paper.Id paper, @Nullable Person told) {}

    /**
     * Reminds of everything that waits too long in this seat; of what was reminded of today already it does not.
     *
     * @param deputy who acts in the seat; null when its owner does
     * @param heard false when nobody can be told
     */
    List<Rung> ring(Person seat, @Nullable Person deputy, boolean heard, LocalDate day, Instant late, Instant now) {
        return db.sql("""
                insert into approvals.reminder
                    (id, paper, account, told, day, clock, by_account, by_name, words, at)
                select gen_random_uuid(), s.paper, :account, case when not :heard then null
                        when :deputy::uuid <> p.drafter and bool_or(s.duty not in ('REPORT', 'READ'))
                        then :deputy::uuid else :account end,
                    :day, true, :system, :name, '', :now
                from approvals.seat s join approvals.paper p on p.id = s.paper
                where s.account = :account and s.due and s.since < :late
                group by s.paper, p.drafter
                on conflict on constraint reminder_once do nothing
                returning paper, told""")
                .param("account", uuid(seat))
                .param("deputy", deputy == null ? null : uuid(deputy))
                .param("heard", heard)
                .param("day", day)
                .param("late", late)
                .param("now", now)
                .param("system", Actor.SYSTEM.id())
                .param("name", Actor.SYSTEM.name())
                .query((row, n) -> new Rung(
                        new Paper.Id(row.getObject("paper", UUID.class)), person(row.getObject("told", UUID.class))))
                .list();
    }
}
