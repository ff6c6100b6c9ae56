package kr.madang.approvals.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.jspecify.annotations.Nullable;

/** Who writes and who signs in the demo office (시연 직원), as the accounts name them. */
final class Staff {
    private static final int PAGES = 10;
    private static final List<String> SECOND_UNIT = List.of("computing", "telecom");

    private final Map<String, Account> byLogin = new HashMap<>();
    private final Map<String, List<Account>> writers = new HashMap<>();
    private final Map<String, Account> leaders = new HashMap<>();

    Staff(Directory directory) {
        for (int page = 1; page <= PAGES; page++) {
            var found = directory.page(new Directory.Question("", "", "ACTIVE"), page);
            if (found.page() == page) found.accounts().forEach(this::place);
        }
    }

    private void place(Account account) {
        byLogin.put(account.login(), account);
        if (account.title().endsWith("팀장")) leaders.put(account.team(), account);
        else if (!account.login().equals("admin") && !account.title().endsWith("과장"))
            writers.computeIfAbsent(account.team(), team -> new ArrayList<>()).add(account);
    }

    /** False in an office whose accounts are others. */
    boolean complete() {
        return byLogin.containsKey("chief") && byLogin.containsKey("clerk") && leaders.size() >= 5;
    }

    /** Those of the team who draft; papers of the section itself are drafted by the clerk. */
    List<Account> writers(String team) {
        return writers.getOrDefault(team, List.of(account("clerk")));
    }

    /** The head of the unit of the team (과장). */
    Account chief(String team) {
        return SECOND_UNIT.contains(team) && byLogin.containsKey("itchief") ? account("itchief") : account("chief");
    }

    Account leader(String team) {
        var leader = leaders.get(team);
        return leader == null ? account("planning") : leader;
    }

    List<Account> leaders() {
        return leaders.values().stream()
                .sorted(java.util.Comparator.comparing(Account::login))
                .toList();
    }

    Account account(String login) {
        @Nullable Account account = byLogin.get(login);
        if (account == null) throw new IllegalStateException("the demo office has no account " + login);
        return account;
    }

    static Person person(Account account) {
        return Person.of(account.id().value());
    }

    static Actor actor(Account account) {
        return new Actor(
                account.id().value(), account.login(), account.name(), account.team(), Map.of("approvals", Level.WORK));
    }
}
