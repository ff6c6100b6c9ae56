package kr.madang.approvals.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.reminders.Reminder;
import kr.madang.approvals.reminders.Reminders;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Component;

/** Lays out what the page of a paper shows of its reminders (독촉 칸). */
@Component
class UrgingDesk {
    private static final Set<Status> WAITING = Set.of(Status.RUNNING, Status.HELD, Status.APPROVED);

    private final Reminders reminders;
    private final Accounts accounts;

    UrgingDesk(Reminders reminders, Accounts accounts) {
        this.reminders = reminders;
        this.accounts = accounts;
    }

    Urging of(Actor actor, PaperView view) {
        var paper = view.paper().id();
        var told = reminders.of(paper).stream().map(r -> moment(view, r)).toList();
        boolean may = WAITING.contains(view.paper().status()) && reminders.may(actor, paper);
        var open = may ? reminders.open(actor, paper) : List.<Person>of();
        return new Urging(
                told,
                may,
                open.stream()
                        .map(seat -> new Option(seat.key(), name(view, seat)))
                        .toList());
    }

    private Moment moment(PaperView view, Reminder r) {
        var whom = name(view, r.seat());
        var told = r.told();
        var title = told == null
                ? Words.here("approvals.urge.nobody", whom)
                : told.equals(r.seat())
                        ? Words.here("approvals.urge.told", whom)
                        : Words.here("approvals.urge.deputy", whom, name(view, told));
        return new Moment(r.at(), title, r.clock() ? Words.here("approvals.urge.clock") : r.by(), r.words());
    }

    private String name(PaperView view, Person person) {
        var known = view.names().get(person);
        if (known != null) return known;
        return accounts.find(new Account.Id(UUID.fromString(person.key())))
                .map(a -> (a.name() + " " + a.title()).strip())
                .orElse("");
    }
}
