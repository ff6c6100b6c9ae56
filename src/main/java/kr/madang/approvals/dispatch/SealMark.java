package kr.madang.approvals.dispatch;

import java.util.Locale;

/** What stands behind the name of the sender (관인·서명·생략 표시). */
public enum SealMark {
    SEAL("관인", "(관인)"),
    SIGNATURE("서명", "(서명)"),
    OMITTED("관인 생략", "〔관인생략〕");

    private final String title;
    private final String printed;

    SealMark(String title, String printed) {
        this.title = title;
        this.printed = printed;
    }

    public String title() {
        return title;
    }

    public String printed() {
        return printed;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
