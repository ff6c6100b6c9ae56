package kr.madang.accounts;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

/** The accounts room in the menus. */
@Component
class AccountsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("accounts", "accounts.menu.directory", "/desk/accounts/directory", null, 900),
                new Item("accounts", "accounts.menu.me", "/desk/accounts/me", null, 910),
                new Item("accounts", "accounts.menu.people", "/desk/accounts/people", Level.VIEW, 920),
                new Item("accounts", "accounts.menu.log", "/desk/accounts/access-log", Level.VIEW, 930));
    }
}
