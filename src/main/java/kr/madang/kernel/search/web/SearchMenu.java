package kr.madang.kernel.search.web;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

/** The dictionary in the operator's menu; the search itself stands in the head of every page. */
@Component
class SearchMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Menu.Item("kernel", "search.words.title", "/desk/search/words", Level.MANAGE, 954));
    }
}
