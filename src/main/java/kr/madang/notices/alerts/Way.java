package kr.madang.notices.alerts;

import java.util.Locale;

/** A way an alert goes out by (전파 수단). */
public enum Way {
    SMS,
    EMAIL,
    /** 홈페이지 알림띠: on every page of the house. */
    BANNER,
    /** 전광판·IPTV: told as an event, which displays listen to. */
    DISPLAY,
    /** 직원 비상소집. */
    CALL;

    public String code() {
        return "notices.alert.way." + name().toLowerCase(Locale.ROOT);
    }
}
