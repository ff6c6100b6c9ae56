package kr.madang.notices.wording;

import java.util.Locale;

/** What a carrier charges a text message as (문자 종류): short, long or with pictures. */
public enum Size {
    SMS,
    LMS,
    MMS,
    /** Longer than any of them; no carrier takes it. */
    TOO_LONG;

    public String code() {
        return "notices.size." + name().toLowerCase(Locale.ROOT);
    }
}
