package kr.madang.kernel.gate;

import java.time.Instant;
import java.util.UUID;

/**
 * A subject was sent back (반려); published in the transaction of the act. A redraft of the paper may be approved later, under an id of
 * its own. It may come twice: the paper is the key.
 *
 * @param seal of the face it was asked with
 * @param words the reason
 */
public record Returned(
        UUID paper, Subject subject, String kind, String seal, UUID by, String byName, String words, Instant at) {}
