package kr.madang.approvals.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Option;
import org.springframework.stereotype.Component;

/** Finds the people of the office for forms (사람 찾기): the one somebody means by a name or a login, and those of a unit. */
@Component
public class People {
    private static final int NAMED = 5;
    private static final int MOST = 200;

    private final Directory directory;
    private final Accounts accounts;
    private final Units units;

    People(Directory directory, Accounts accounts, Units units) {
        this.directory = directory;
        this.accounts = accounts;
        this.units = units;
    }

    /** @throws Refused when nobody or more than one is meant; the sentence names some of those */
    public Person meant(String words) {
        var likely = words.isEmpty() ? List.<Account>of() : likely(words);
        if (likely.isEmpty()) throw Refused.invalid("approvals.person.none", words);
        if (likely.size() > 1) throw Refused.invalid("approvals.person.several", words, named(likely));
        return Person.of(likely.getFirst().id().value());
    }

    private List<Account> likely(String words) {
        var exact = directory.named(words, NAMED + 1);
        return exact.isEmpty()
                ? directory.page(new Directory.Question(words, "", "ACTIVE"), 1).accounts()
                : exact;
    }

    /** The one who works under this login. */
    public Optional<Person> withLogin(String login) {
        return accounts.findByLogin(login).filter(Account::mayEnter).map(a -> Person.of(a.id().value()));
    }

    /**
     * Those of one unit, to be chosen from (같은 처리과 직원).
     *
     * @param unit code
     */
    public List<Option> ofUnit(String unit) {
        var teams = units.teams(unit);
        var found = teams.except() ? directory.outside(teams.codes(), MOST) : directory.inTeams(teams.codes(), MOST);
        return found.stream()
                .map(a -> Option.of(a.id(), (a.name() + " " + a.title()).strip()))
                .toList();
    }

    private static String named(List<Account> some) {
        return some.stream()
                .limit(NAMED)
                .map(a -> a.name() + "(" + a.login() + ")")
                .collect(Collectors.joining(", "));
    }

    public String name(Person person) {
        return accounts.find(Account.Id.of(person.key()))
                .map(a -> (a.name() + " " + a.title()).strip())
                .orElse(person.key());
    }
}
