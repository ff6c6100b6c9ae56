package kr.madang.notices.web.recipients;

import java.util.Locale;

/** What an officer does on one form, and what that form asks for (수신자 처리). */
public enum RecipientAct {
    ADD(true, true, true),
    ATTACH(true, false, true),
    CORRECT(false, true, false),
    READDRESS(true, false, false),
    AGREE(false, false, true),
    DELETE(false, false, false);

    private final boolean address;
    private final boolean about;
    private final boolean wish;

    RecipientAct(boolean address, boolean about, boolean wish) {
        this.address = address;
        this.about = about;
        this.wish = wish;
    }

    public boolean address() {
        return address;
    }

    /** Whether the channel is chosen here; a corrected address stays on its own. */
    public boolean channel() {
        return address && this != READDRESS;
    }

    public boolean about() {
        return about;
    }

    public boolean wish() {
        return wish;
    }

    public String code() {
        return "notices.act." + name().toLowerCase(Locale.ROOT);
    }
}
