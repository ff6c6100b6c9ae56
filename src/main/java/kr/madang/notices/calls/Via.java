package kr.madang.notices.calls;

import java.util.Locale;

/** How somebody answered a call (응답 경로). */
public enum Via {
    /** By the link in the message. */
    LINK,
    /** At the desk, by himself or by whoever answered the telephone. */
    DESK;

    public String code() {
        return "notices.calls.via." + name().toLowerCase(Locale.ROOT);
    }
}
