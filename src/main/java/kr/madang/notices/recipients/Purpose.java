package kr.madang.notices.recipients;

import java.util.Locale;

/** What a recipient agrees to (동의 항목). */
public enum Purpose {
    /** Notices of the office, about everything or about a topic. */
    PUBLIC,
    /** Advertising by day (정보통신망법 제50조 제1항). */
    ADVERTISING,
    /** Advertising from 21:00 to 08:00 besides (제50조 제3항). */
    NIGHT,
    /** Disaster notices, which need no consent; a row of this purpose only tells that somebody refused them. */
    DISASTER;

    public String code() {
        return "notices.purpose." + name().toLowerCase(Locale.ROOT);
    }
}
