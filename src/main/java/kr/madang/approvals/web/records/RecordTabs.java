package kr.madang.approvals.web.records;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kr.madang.kernel.web.Page;
import kr.madang.kernel.web.Tab;

/** The leaves of records management (기록물 화면의 탭). */
public enum RecordTabs {
    FILES(""),
    TASKS("/tasks"),
    YEAR("/year"),
    TIDY("/tidy"),
    PRODUCED("/production"),
    ENDED("/ended"),
    TRANSFER("/transfers");

    private final String noun;

    RecordTabs(String noun) {
        this.noun = noun;
    }

    public List<Tab> of(Page page) {
        return Arrays.stream(values())
                .map(tab -> new Tab(
                        "/desk/approvals/records" + tab.noun,
                        page.t("approvals.records." + tab.name().toLowerCase(Locale.ROOT)),
                        tab == this))
                .toList();
    }
}
