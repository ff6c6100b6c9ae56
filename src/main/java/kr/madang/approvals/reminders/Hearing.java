package kr.madang.approvals.reminders;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.desk.Deputies;
import kr.madang.approvals.desk.Duty;
import kr.madang.approvals.line.Person;
import org.springframework.stereotype.Component;

/** Who hears a reminder (독촉받는 사람): whoever has the seat, or the deputy who can act in it while he is away. */
@Component
class Hearing {
    private final Accounts accounts;
    private final Deputies deputies;

    Hearing(Accounts accounts, Deputies deputies) {
        this.accounts = accounts;
        this.deputies = deputies;
    }

    boolean serves(Person person) {
        return accounts.find(new Account.Id(ReminderStore.uuid(person)))
                .filter(Account::mayEnter)
                .isPresent();
    }

    /** Empty when he has left. Nobody reads or confirms a report for somebody else, and the drafter decides nothing of his own. */
    Optional<Person> of(Person seat, Set<Duty> duties, Person drafter, Instant at) {
        if (!serves(seat)) return Optional.empty();
        boolean own = duties.stream().allMatch(Duty::personal);
        return own
                ? Optional.of(seat)
                : deputies.of(seat, at).filter(d -> !d.equals(drafter)).or(() -> Optional.of(seat));
    }
}
