package kr.madang.press.licences;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract of the office with an outlet (이용계약).
 *
 * @param from first day
 * @param to last day agreed
 * @param endedOn the last day it held when it was ended early, the day before {@code from} when it never did; null otherwise
 * @param viewers how many people may read along; 0 when the contract names no number
 * @param copies how many copies may be printed; 0 when the contract names no number
 * @param file the paper of the contract; null when nobody has brought it
 */
public record Contract(
        UUID id,
        UUID outlet,
        Product product,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate endedOn,
        String endWhy,
        int viewers,
        int copies,
        String note,
        @Nullable UUID file,
        String fileName) {

    /** The last day it holds. */
    public LocalDate last() {
        return endedOn == null ? to : endedOn;
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last());
    }

    /** Where it stands on a day. */
    public State state(LocalDate day) {
        if (day.isAfter(last())) return State.ENDED;
        if (day.isBefore(from)) return State.COMING;
        return day.plusDays(SOON).isAfter(last()) ? State.EXPIRING : State.HOLDING;
    }

    /** A contract is called expiring so many days before its end: time enough to agree on the next. */
    public static final int SOON = 60;

    public enum State {
        HOLDING,
        EXPIRING,
        COMING,
        ENDED;

        public String code() {
            return "press.contract." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
