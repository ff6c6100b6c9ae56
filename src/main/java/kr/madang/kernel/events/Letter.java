package kr.madang.kernel.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one listener (배달 안 된 이벤트).
 *
 * @param event simple name of its type
 * @param listener whom it is for
 * @param attempts deliveries tried so far, the first included
 * @param retriedAt null before the first retry
 * @param error why the last delivery failed; null when nothing is known, as after a kill
 * @param payload the event with every value masked that could be personal
 */
public record Letter(
        UUID id,
        String event,
        String listener,
        Instant publishedAt,
        String status,
        int attempts,
        @Nullable Instant retriedAt,
        @Nullable String error,
        String payload) {
    /** How often delivery is tried before the event is stuck. */
    static final int ATTEMPTS = 10;

    /** The listener's class and method, without packages. */
    public String receiver() {
        var method = listener.replaceAll("\\(.*", "");
        return method.replaceAll("^.*\\.(?=[^.]+\\.[^.]+$)", "");
    }

    public String errorOr(String otherwise) {
        return error == null ? otherwise : error;
    }

    public boolean stuck() {
        return attempts >= ATTEMPTS;
    }
}
