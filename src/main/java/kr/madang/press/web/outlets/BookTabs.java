package kr.madang.press.web.outlets;

import java.util.Arrays;
import java.util.List;
import kr.madang.kernel.web.Page;
import kr.madang.kernel.web.Tab;

/** The pages of the media book (매체·기자). */
public enum BookTabs {
    OUTLETS("press.tab.outlets", "/desk/press/outlets"),
    REPORTERS("press.tab.reporters", "/desk/press/reporters"),
    MAILINGS("press.tab.mailings", "/desk/press/mailings");

    private final String title;
    private final String path;

    BookTabs(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public List<Tab> of(Page page) {
        return Arrays.stream(values())
                .map(t -> new Tab(t.path, page.t(t.title), t == this))
                .toList();
    }
}
