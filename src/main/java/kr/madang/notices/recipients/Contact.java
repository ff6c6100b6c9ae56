package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.UUID;
import kr.madang.notices.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One way a recipient is reached (연락처).
 *
 * @param masked the address as it may be shown; empty once deleted
 * @param deadAt since when it is known that nothing arrives there; null while it may
 * @param deletedAt null while the address is kept
 */
public record Contact(
        UUID id,
        UUID recipient,
        Channel channel,
        String masked,
        Instant addedAt,
        @Nullable Instant deadAt,
        @Nullable Instant deletedAt,
        Consents consents) {

    Contact with(Consents all) {
        return new Contact(id, recipient, channel, masked, addedAt, deadAt, deletedAt, all);
    }

    public boolean gone() {
        return deletedAt != null;
    }

    public boolean dead() {
        return deadAt != null;
    }
}
