package kr.madang.notices.alerts;

import java.time.Instant;

/** Something somebody did to an alert (발령 경과). */
public record AlertStep(String act, String words, String by, Instant at) {
    public String code() {
        return "notices.alert.step." + act;
    }
}
