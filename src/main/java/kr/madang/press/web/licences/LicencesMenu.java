package kr.madang.press.web.licences;

import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import kr.madang.kernel.menu.Waiting;
import kr.madang.press.licences.Contracts;
import org.springframework.stereotype.Component;

/** The page in the menu, and contracts that end soon for those who may agree on the next. */
@Component
class LicencesMenu implements Menu, Waiting {
    private final Contracts contracts;

    LicencesMenu(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public List<Menu.Item> items() {
        return List.of(new Menu.Item("press", "press.menu.licences", ContractPages.AT, Level.VIEW, 445));
    }

    @Override
    public List<Waiting.Item> of(Actor actor) {
        if (!actor.may("press", Level.APPROVE)) return List.of();
        long ending = contracts.expiring();
        return ending == 0
                ? List.of()
                : List.of(new Waiting.Item(
                        "press.licences.waiting", ContractPages.AT + "?state=EXPIRING", ending, 0, 445));
    }
}
