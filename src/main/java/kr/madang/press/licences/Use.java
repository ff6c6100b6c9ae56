package kr.madang.press.licences;

import java.util.Locale;

/** What the office does with an article (이용 방법). */
public enum Use {
    /** Reads the whole text at the desk (열람·보관). */
    VIEW,
    /** Puts it on paper (인쇄). */
    PRINT,
    /** Lets colleagues read it on the desk (사내 공유). */
    SHARE_STAFF,
    /** Lets colleagues read it on their telephones (모바일). */
    MOBILE,
    /** Sends it out of the office (외부 전송). */
    SHARE_OUTSIDE,
    /** Posts it on the web site (누리집 게시). */
    HOMEPAGE;

    /** Message key of its name. */
    public String code() {
        return "press.use." + name().toLowerCase(Locale.ROOT);
    }
}
