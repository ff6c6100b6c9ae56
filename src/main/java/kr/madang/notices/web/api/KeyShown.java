package kr.madang.notices.web.api;

import java.time.LocalDate;
import kr.madang.kernel.web.Page;
import kr.madang.notices.api.ApiKey;

/** How pages show where a key stands. */
public final class KeyShown {
    private KeyShown() {}

    private static boolean over(ApiKey key, LocalDate today) {
        return key.state() != ApiKey.State.REVOKED && key.expired(today);
    }

    public static String word(Page page, ApiKey key, LocalDate today) {
        return page.t(
                over(key, today) ? "notices.key.state.expired" : key.state().code());
    }

    public static String tone(ApiKey key, LocalDate today) {
        if (over(key, today)) return "neutral";
        return switch (key.state()) {
            case WAITING -> "warning";
            case RETURNED -> "danger";
            case ACTIVE -> "success";
            case REVOKED -> "neutral";
        };
    }
}
