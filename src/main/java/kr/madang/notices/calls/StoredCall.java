package kr.madang.notices.calls;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A call-out with all that happened in it (비상소집).
 *
 * @param cause identifier of the alert that began it; empty when somebody did by hand
 * @param posted messages of those who were told, by the number of the event
 * @param vias how people answered, by the number of the event
 */
public record StoredCall(
        int serial, String cause, String byName, Call call, Map<Integer, Posted> posted, Map<Integer, Via> vias) {
    /** The messages by which somebody was told; none when nobody knows how to reach him. */
    public record Posted(List<UUID> singles) {}

    public Instant startedAt() {
        return call.events().getFirst().at();
    }
}
