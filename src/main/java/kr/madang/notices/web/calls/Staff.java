package kr.madang.notices.web.calls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import org.springframework.stereotype.Component;

/**
 * The staff to choose from in forms (직원 명단): the first of them by name, and whoever was chosen before, so that a form that is saved again
 * loses nobody because the list is too long for the page.
 */
@Component
public class Staff {
    private static final int LISTED = 500;

    private final Directory directory;
    private final Accounts accounts;

    Staff(Directory directory, Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** @param chosen keys of accounts */
    public List<Account> listed(Collection<String> chosen) {
        return listed(chosen, LISTED);
    }

    List<Account> listed(Collection<String> chosen, int most) {
        var listed = new ArrayList<>(directory.outside(List.of(), most));
        var there = listed.stream().map(Account::id).collect(Collectors.toSet());
        serving(chosen).stream().filter(a -> !there.contains(a.id())).forEach(listed::add);
        return listed;
    }

    /** Those of them who are at work; what is no key of an account is nobody. */
    public List<Account> serving(Collection<String> keys) {
        var ids = keys.stream().distinct().flatMap(key -> id(key).stream()).toList();
        return accounts.find(ids).stream().filter(Account::mayEnter).toList();
    }

    private static Optional<Account.Id> id(String key) {
        try {
            return Optional.of(Account.Id.of(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
