package kr.madang.notices;

import java.util.Locale;

/** The way a message takes to a resident (발송 수단); consent is given for each by itself. */
public enum Channel {
    SMS,
    EMAIL,
    PUSH;

    public String code() {
        return "notices.channel." + name().toLowerCase(Locale.ROOT);
    }
}
