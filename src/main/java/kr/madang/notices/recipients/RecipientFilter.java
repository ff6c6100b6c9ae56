package kr.madang.notices.recipients;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Which recipients a list shows (수신자 찾기); what is null or empty leaves nobody out.
 *
 * @param q the last four digits of a number, a whole address, or the number of a recipient
 * @param dong {@code -} for those whose dong nobody knows
 * @param on the day at whose end they could be told public notices on the channel
 */
public record RecipientFilter(
        String q,
        String dong,
        @Nullable AgeBand age,
        @Nullable Channel channel,
        State state,
        @Nullable LocalDate on) {
    public static final String UNKNOWN = "-";

    /** What stands of their consents. */
    public enum State {
        /** Everybody who is not deleted. */
        ANY,
        AGREED,
        ADVERTISING,
        WITHDRAWN,
        DEAD,
        DELETED;

        public String code() {
            return "notices.state." + name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> find(String word) {
            return Arrays.stream(values()).filter(s -> s.name().equals(word)).findFirst();
        }
    }

    public static RecipientFilter all() {
        return new RecipientFilter("", "", null, null, State.ANY, null);
    }
}
