package kr.madang.notices.officers;

import java.util.List;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** Telephones of the officers of the demo office (시연 직원 연락처); the numbers belong to nobody. */
@Component
class OfficersSeed implements Seed {
    private static final List<String> ALL = List.of();
    private static final int MOST = 500;

    private final Officers officers;
    private final Directory directory;

    OfficersSeed(Officers officers, Directory directory) {
        this.officers = officers;
        this.directory = directory;
    }

    /** After the accounts, and before whatever reaches officers. */
    @Override
    public int order() {
        return 510;
    }

    @Override
    public String title() {
        return "직원 연락처";
    }

    @Override
    public String sow(Draw draw) {
        var people = directory.outside(ALL, MOST);
        int number = 0;
        for (Account account : people)
            officers.change(
                    Actor.SYSTEM, account.id().value(), "010-0000-%04d".formatted(9000 + number++), account.email());
        return "직원 연락처 " + people.size() + "명";
    }
}
