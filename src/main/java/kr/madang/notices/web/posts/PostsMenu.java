package kr.madang.notices.web.posts;

import java.util.List;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

/** It stands beside one's own account, for it is everybody's. */
@Component
class PostsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("accounts", "notices.menu.mine", MinePages.AT, null, 911));
    }
}
