package kr.madang.notices;

import java.util.Locale;

/** What a message is before the law (분류). An officer decides it, and the decision stays with the send. */
public enum Kind {
    /** 공익: what the office has to tell. */
    PUBLIC,
    /** 광고: what sells something, also for somebody else; needs a consent of its own and its marks (정보통신망법 제50조). */
    ADVERTISING,
    /** 재난: what saves lives; goes at any hour. */
    DISASTER;

    public String code() {
        return "notices.kind." + name().toLowerCase(Locale.ROOT);
    }
}
