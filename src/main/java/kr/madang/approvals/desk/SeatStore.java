package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the seats that fill the inboxes; they follow from the paper and are rewritten with it. */
@Repository
class SeatStore {
    /** @param account whose seat it is */
    record Seat(UUID account, Duty duty) {}

    private final JdbcClient db;

    SeatStore(JdbcClient db) {
        this.db = db;
    }

    /** Gives the people of a new line their seats; who waits is written with the act. */
    void follow(Paper paper) {
        var seats = seats(paper.line());
        clear(paper.id(), seats);
        place(paper.id(), seats, paper.last().at());
    }

    private void clear(Paper.Id paper, LinkedHashMap<Seat, Integer> seats) {
        db.sql("""
                delete from approvals.seat s where paper = :paper and not exists (
                    select from unnest(:accounts, :duties) as d(account, duty)
                    where d.account = s.account and d.duty = s.duty)""")
                .param("paper", paper)
                .param("accounts", seats.keySet().stream().map(Seat::account).toArray(UUID[]::new))
                .param(
                        "duties",
                        seats.keySet().stream().map(seat -> seat.duty().name()).toArray(String[]::new))
                .update();
    }

    private void place(Paper.Id paper, LinkedHashMap<Seat, Integer> seats, Instant at) {
        db.sql("""
                insert into approvals.seat (paper, account, duty, position, due, since)
                select :paper, account, duty, position, false, :at
                from unnest(:accounts, :duties, :positions) as d(account, duty, position)
                on conflict (paper, account, duty) do update set position = excluded.position""")
                .param("paper", paper)
                .param("at", at)
                .param("accounts", seats.keySet().stream().map(Seat::account).toArray(UUID[]::new))
                .param(
                        "duties",
                        seats.keySet().stream().map(seat -> seat.duty().name()).toArray(String[]::new))
                .param("positions", seats.values().toArray(Integer[]::new))
                .update();
    }

    /** Whoever has a part in it, with the place on the line. */
    static LinkedHashMap<Seat, Integer> seats(Line line) {
        var seats = new LinkedHashMap<Seat, Integer>();
        for (var stage : line.stages()) for (var person : stage.people()) add(seats, person, Duty.of(stage.role()));
        add(seats, line.approver(), Duty.APPROVE);
        if (line.terms().important()) add(seats, line.approver(), Duty.REPORT);
        line.circulation().forEach(person -> add(seats, person, Duty.READ));
        return seats;
    }

    private static void add(LinkedHashMap<Seat, Integer> seats, Person person, Duty duty) {
        seats.putIfAbsent(new Seat(PaperStore.uuid(person), duty), seats.size() + 1);
    }

    /** Whom the paper waits for now, and for what. */
    static List<Seat> due(Paper paper) {
        var due = new ArrayList<Seat>();
        for (var person : paper.due())
            paper.line().roleOf(person).ifPresent(role -> due.add(new Seat(PaperStore.uuid(person), Duty.of(role))));
        if (paper.approvedAt().isEmpty()) return due;
        if (paper.reportDue()) due.add(new Seat(PaperStore.uuid(paper.line().approver()), Duty.REPORT));
        paper.line().circulation().stream()
                .filter(reader -> !paper.readers().contains(reader))
                .forEach(reader -> due.add(new Seat(PaperStore.uuid(reader), Duty.READ)));
        return due;
    }
}
