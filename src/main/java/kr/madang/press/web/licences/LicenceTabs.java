package kr.madang.press.web.licences;

import java.util.Arrays;
import java.util.List;
import kr.madang.kernel.web.Page;
import kr.madang.kernel.web.Tab;

/** The pages of licences. */
public enum LicenceTabs {
    REGISTER("press.licences.tab.register", ""),
    MATRIX("press.licences.tab.matrix", "/matrix"),
    LOG("press.licences.tab.log", "/uses"),
    PRODUCTS("press.licences.tab.products", "/products");

    private final String title;
    private final String path;

    LicenceTabs(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public List<Tab> of(Page page) {
        return Arrays.stream(values())
                .map(t -> new Tab(ContractPages.AT + t.path, page.t(t.title), t == this))
                .toList();
    }
}
