package kr.madang.notices.lines;

import java.time.Instant;
import java.util.Map;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A line as the office keeps it (등록된 발송 연결).
 *
 * @param settings what the contract says, without its secrets
 * @param sealed the secrets; null when it has none
 * @param rate messages it may carry in a second; 0 for as many as it can
 * @param running whether it is switched on
 * @param revision grows when it must be opened anew
 * @param weight its share among the lines of its channel
 */
public record StoredLine(
        int number,
        String name,
        Channel channel,
        LineKind kind,
        Map<String, String> settings,
        @Nullable String sealed,
        int rate,
        boolean running,
        int revision,
        int weight,
        Instant reducedAt,
        Instant raisedAt) {
    public StoredLine {
        settings = Map.copyOf(settings);
    }

    Contract contract() {
        return new Contract(kind, settings);
    }

    /** Whether secrets are kept for it. */
    public boolean hasSecrets() {
        return sealed != null;
    }

    /** Neither settings nor secrets belong in a log. */
    @Override
    public String toString() {
        return "StoredLine[" + number + "]";
    }
}
