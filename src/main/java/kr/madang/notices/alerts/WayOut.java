package kr.madang.notices.alerts;

import org.jspecify.annotations.Nullable;

/**
 * How an alert went out on one of its ways (전파 결과).
 *
 * @param send to residents; null on other ways and for every drill
 * @param call number of the call-out; null on other ways
 * @param why code of the reason why it did not go out; empty when it did
 */
public record WayOut(
        Way way, @Nullable Integer send, @Nullable Integer call, String why) {
    static WayOut of(Way way) {
        return new WayOut(way, null, null, "");
    }

    static WayOut not(Way way, String why) {
        return new WayOut(way, null, null, why);
    }
}
