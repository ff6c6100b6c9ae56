package kr.madang.approvals.dispatch;

import java.util.Locale;

/** The way a paper goes to somebody (시행 방법). */
public enum Channel {
    INSIDE("내부"),
    AGENCY("외부 기관"),
    EMAIL("전자우편"),
    HOMEPAGE("누리집");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Handing over once more leaves nothing twice at the other end; a mail server would send a second letter. */
    boolean repeatable() {
        return this != EMAIL;
    }
}
