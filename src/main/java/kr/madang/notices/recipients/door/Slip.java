package kr.madang.notices.recipients.door;

import java.util.Optional;
import java.util.UUID;

/**
 * The plug through which whoever writes letters lets their unsubscribing links work (수신거부 링크): each reads its own tokens at the end
 * of {@code /notices/unsubscribe/} and says whom they were written for.
 */
public interface Slip {
    /** The contact; empty when the token is not one of its own. */
    Optional<UUID> contact(String token);
}
