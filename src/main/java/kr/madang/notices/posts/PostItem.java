package kr.madang.notices.posts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something new for one officer (새글 알림 한 건).
 *
 * @param toldAt null while it waits
 * @param how the channels it went by, {@code nowhere} when there was none, {@code left} when he may not see it any more
 */
public record PostItem(
        UUID id,
        String room,
        String desk,
        String title,
        String link,
        Instant at,
        @Nullable Instant toldAt,
        String how) {
    String key() {
        return room + "." + desk;
    }
}
