package kr.madang.approvals.web;

import java.util.List;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import org.springframework.stereotype.Component;

/** Finds the one person somebody means by a name or a login (사람 찾기). */
@Component
public class People {
    private static final int NAMED = 5;

    private final Directory directory;
    private final Accounts accounts;

    People(Directory directory, Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** @throws Refused when nobody or more than one is meant; the sentence names some of those */
    public Person meant(String words) {
        var found = directory.page(new Directory.Question(words, "", "ACTIVE"), 1);
        var exact = found.accounts().stream()
                .filter(a -> a.login().equals(words) || a.name().equals(words))
                .toList();
        var likely = exact.isEmpty() ? found.accounts() : exact;
        if (words.isEmpty() || likely.isEmpty()) throw Refused.invalid("approvals.person.none", words);
        if (likely.size() > 1) throw Refused.invalid("approvals.person.several", words, named(likely));
        return Person.of(likely.getFirst().id().value());
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
