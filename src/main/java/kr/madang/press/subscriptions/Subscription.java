package kr.madang.press.subscriptions;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So many copies of a paper for somebody (구독).
 *
 * @param recipient a dong, for its leaders; a department
 * @param to last day; null while it goes on
 * @param why it began
 */
public record Subscription(
        UUID id,
        UUID outlet,
        String outletName,
        Group group,
        String recipient,
        int copies,
        LocalDate from,
        @Nullable LocalDate to,
        String why,
        String endedWhy) {
    /** For whom (받는 곳). */
    public enum Group {
        /** 통장·반장, by dong. */
        LEADERS,
        /** 부서. */
        DEPARTMENT,
        OTHER;

        public String code() {
            return "press.subscription.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
