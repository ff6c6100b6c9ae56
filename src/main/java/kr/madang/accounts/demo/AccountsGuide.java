package kr.madang.accounts.demo;

import java.util.List;
import java.util.stream.Stream;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** Tells a visitor of the demo office (시연 계정) as whom one may sign in. */
@Component
class AccountsGuide implements DemoGuide {
    @Override
    public List<Account> accounts() {
        return Stream.concat(DemoAccount.ALL.stream(), Stream.of(DemoAccount.SECOND_CHIEF))
                .map(demo -> new Account(
                        demo.login(), "accounts.demo." + demo.login(), "accounts.demo." + demo.login() + ".may"))
                .toList();
    }

    @Override
    public String password() {
        return DemoAccount.PASSWORD;
    }
}
