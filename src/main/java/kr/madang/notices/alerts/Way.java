package kr.madang.notices.alerts;

import java.util.Locale;
import java.util.Optional;
import kr.madang.notices.Channel;

/** A way an alert goes out by (전파 수단). */
public enum Way {
    SMS,
    EMAIL,
    /** 브라우저 알림. */
    PUSH,
    /** 홈페이지 알림띠: on every page of the house. */
    BANNER,
    /** 전광판·IPTV: told as an event, which displays listen to. */
    DISPLAY,
    /** 직원 비상소집. */
    CALL;

    /** That of messages to people; empty for ways on which nobody is written to by name. */
    public Optional<Channel> channel() {
        return switch (this) {
            case SMS -> Optional.of(Channel.SMS);
            case EMAIL -> Optional.of(Channel.EMAIL);
            case PUSH -> Optional.of(Channel.PUSH);
            case BANNER, DISPLAY, CALL -> Optional.empty();
        };
    }

    public String code() {
        return "notices.alert.way." + name().toLowerCase(Locale.ROOT);
    }
}
