package kr.madang.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** The accounts of the demo office (시연 계정): one per role, all with the same printed password. */
@Component
class AccountsSeed implements Seed {
    /** The password of every demo account; an office without the demo has no account that knows it. */
    static final String PASSWORD = "madang-2026-open";

    private static final String BY = "system";
    private static final Map<String, Level> LEADER = Map.of("report", Level.WORK, "office", Level.VIEW);

    private record Role(String login, String team, String title, Map<String, Level> grants) {}

    private static final List<Role> ROLES = List.of(
            new Role(
                    "chief",
                    "section",
                    "홍보미디어과장",
                    Map.of("*", Level.VIEW, "report", Level.APPROVE, "office", Level.APPROVE)),
            new Role("press", "press", "언론팀장", LEADER),
            new Role("planning", "planning", "홍보기획팀장", LEADER),
            new Role("media", "media", "소통미디어팀장", LEADER),
            new Role("computing", "computing", "전산운영팀장", LEADER),
            new Role("telecom", "telecom", "정보통신팀장", LEADER),
            new Role("clerk", "planning", "주무관", Map.of("office", Level.WORK, "report", Level.VIEW)),
            new Role("auditor", "", "감사담당관", Map.of("*", Level.VIEW)),
            new Role("admin", "computing", "전산 관리자", Map.of("*", Level.MANAGE)));

    private final AccountStore accounts;
    private final GrantStore grants;
    private final Clock clock;

    AccountsSeed(AccountStore accounts, GrantStore grants, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
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
        var hash = Passwords.ENCODER.encode(PASSWORD);
        for (var role : ROLES) sow(role, hash, draw);
        return "계정 " + ROLES.size() + "개 (비밀번호 " + PASSWORD + ")";
    }

    private void sow(Role role, String hash, Draw draw) {
        var now = clock.instant();
        var account = new Account(
                new Account.Id(draw.id(now)),
                role.login(),
                draw.name(),
                role.team(),
                role.title(),
                draw.extension(),
                role.login() + "@madang.example",
                Account.State.ACTIVE,
                false,
                0,
                now,
                BY,
                now,
                BY);
        accounts.insert(account, hash);
        role.grants().forEach((room, level) -> grants.open(draw.id(now), account.id(), room, level, now, BY, "시연 사무실"));
    }
}
