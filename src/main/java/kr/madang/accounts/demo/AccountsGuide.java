package kr.madang.accounts.demo;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** Tells a visitor of the demo office (시연 계정) as whom one may sign in. */
@Component
class AccountsGuide implements DemoGuide {
    @Override
    public List<Account> accounts() {
        return DemoAccount.ALL.stream()
                .map(demo -> new Account(
                        demo.login(), "accounts.demo." + demo.login(), "accounts.demo." + demo.login() + ".may"))
                .toList();
    }

    @Override
    public String password() {
        return DemoAccount.PASSWORD;
    }
}
