package kr.madang.approvals.web;

import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.web.Page;
import kr.madang.kernel.web.Tab;

/** The leaves of one paper (문서 화면의 탭): what it says, and everything else that is kept of it. */
public enum PaperTabs {
    PAPER(""),
    CARD("/card"),
    SENDING("/dispatches"),
    FILE("/file"),
    LOOKS("/looks");

    private final String noun;

    PaperTabs(String noun) {
        this.noun = noun;
    }

    public List<Tab> of(Page page, Paper.Id paper) {
        var tabs = new ArrayList<Tab>();
        for (var tab : values())
            tabs.add(new Tab(
                    "/desk/approvals/papers/" + paper + tab.noun,
                    page.t("approvals.tab." + tab.name().toLowerCase(java.util.Locale.ROOT)),
                    tab == this));
        return tabs;
    }
}
