package kr.madang.approvals.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.delegation.Absences;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Roster;
import kr.madang.approvals.line.StandIn;
import kr.madang.kernel.Refused;
import org.springframework.stereotype.Component;

/** Answers the line about the office's people (근무 명부): accounts say who belongs to it, the calendar who is away. */
@Component
class OfficeRoster {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Accounts accounts;
    private final AbsenceStore absences;

    OfficeRoster(Accounts accounts, AbsenceStore absences) {
        this.accounts = accounts;
        this.absences = absences;
    }

    /** The roster for one act: asks about each person once. */
    Now now() {
        return new Now();
    }

    /** The absent people in whose seats somebody may act on the day. */
    List<UUID> absentFor(UUID deputy, Instant at) {
        var day = LocalDate.ofInstant(at, SEOUL);
        var away = absences.during(day, day);
        if (away.isEmpty()) return List.of();
        var calendar = new Absences(away, Map.of());
        return away.stream()
                .map(Absence::who)
                .filter(who -> calendar.standIn(who, day) instanceof StandIn.Deputy(Person person, var _)
                        && person.equals(Person.of(deputy)))
                .map(PaperStore::uuid)
                .toList();
    }

    final class Now implements Roster {
        private final Map<Person, Optional<Account>> known = new HashMap<>();
        private final Map<LocalDate, Absences> calendars = new HashMap<>();

        /** Asks about several people at once. */
        void meet(Collection<Person> several) {
            var all = new HashSet<>(several);
            all.removeAll(known.keySet());
            if (all.isEmpty()) return;
            var found = new HashMap<Person, Account>();
            accounts.find(all.stream()
                            .map(p -> new Account.Id(PaperStore.uuid(p)))
                            .toList())
                    .forEach(account -> found.put(Person.of(account.id().value()), account));
            for (var person : all) known.put(person, Optional.ofNullable(found.get(person)));
        }

        Optional<Account> account(Person person) {
            return known.computeIfAbsent(person, p -> accounts.find(new Account.Id(PaperStore.uuid(p))));
        }

        /** Name and title as they are spoken of. */
        String name(Person person) {
            return account(person)
                    .map(a -> (a.name() + " " + a.title()).strip())
                    .orElse("");
        }

        @Override
        public boolean serves(Person person, Instant at) {
            return account(person).filter(Account::mayEnter).isPresent();
        }

        @Override
        public StandIn standIn(Person person, Instant at) {
            var today = LocalDate.ofInstant(at, SEOUL);
            var found = calendars
                    .computeIfAbsent(today, day -> new Absences(absences.during(day, day), Map.of()))
                    .standIn(person, today);
            if (found instanceof StandIn.Deputy deputy && !serves(deputy.person(), at))
                return new StandIn.Broken(Refused.invalid("approvals.deputy.gone"));
            return found;
        }
    }
}
