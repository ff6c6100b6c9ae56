package kr.madang.accounts.demo;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.accounts.signin.PasswordStore;
import kr.madang.accounts.signin.Passwords;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** Sows the demo accounts: one per role, and the staff of the five teams for the directory; all share one printed password. */
@Component
class AccountsSeed implements Seed {
    private static final Map<String, Level> LEADER =
            Map.of("report", Level.WORK, "office", Level.VIEW, "approvals", Level.WORK);
    private static final List<String> TITLES = List.of("주무관", "주무관", "주무관", "서기", "실무관");
    private static final int STAFF_PER_TEAM = 5;

    private final Accounts accounts;
    private final Grants grants;
    private final PasswordStore passwords;
    private final Clock clock;

    AccountsSeed(Accounts accounts, Grants grants, PasswordStore passwords, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String title() {
        return "계정·권한";
    }

    @Override
    public String sow(Draw draw) {
        // Argon2id is slow on purpose; one hash serves all of them
        var hash = Passwords.hash(DemoAccount.PASSWORD);
        for (var role : DemoAccount.ALL) sow(role, hash, draw);
        for (var team : DemoAccount.TEAMS)
            for (int i = 1; i <= STAFF_PER_TEAM; i++)
                sow(new DemoAccount(team + i, team, draw.pick(TITLES), rights(i)), hash, draw);
        sow(DemoAccount.SECOND_CHIEF, hash, draw);
        return "역할 계정 " + (DemoAccount.ALL.size() + 1) + "개, 직원 " + DemoAccount.TEAMS.size() * STAFF_PER_TEAM + "명";
    }

    /** The first of each team may see everything of the desk's work; the others their own pages only. */
    private static Map<String, Level> rights(int number) {
        return number == 1 ? LEADER : Map.of("report", Level.VIEW, "approvals", Level.WORK);
    }

    private void sow(DemoAccount role, String hash, Draw draw) {
        var details = new Accounts.Details(
                draw.name(), role.team(), role.title(), draw.extension(), role.login() + "@madang.example");
        Account account = accounts.open(Actor.SYSTEM, role.login(), details);
        passwords.set(account.id(), hash, false, clock.instant());
        var wanted = new LinkedHashMap<String, Optional<Level>>();
        role.grants().forEach((room, level) -> wanted.put(room, Optional.of(level)));
        grants.change(Actor.SYSTEM, account.id(), wanted, "시연 사무실");
    }
}
