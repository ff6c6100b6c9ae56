package kr.madang.press.web.scrap;

import java.util.Arrays;
import java.util.List;
import kr.madang.kernel.web.Page;
import kr.madang.kernel.web.Tab;

/** The pages of the scrap. */
public enum ScrapTabs {
    EDITIONS("press.scraps.tab.editions", ""),
    RULES("press.scraps.tab.rules", "/rules"),
    SETTING("press.scraps.tab.setting", "/setting");

    private final String title;
    private final String path;

    ScrapTabs(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public List<Tab> of(Page page) {
        return Arrays.stream(values())
                .map(t -> new Tab(ScrapPages.AT + t.path, page.t(t.title), t == this))
                .toList();
    }
}
