package kr.madang.notices.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The right to hand over a chunk of a send until a moment (발송 임대), and the lasting sign that somebody may have done so.
 *
 * @param fence grows with every lease of the chunk; results count only under the newest
 * @param messages those of the chunk of which nothing is known
 */
public record Lease(int send, int chunk, int fence, Instant until, List<Message> messages) {
    public Lease {
        messages = List.copyOf(messages);
    }

    /** Whether another message may still be handed: never in the last third, where clocks and slow answers decide. */
    public boolean lasts(Instant now, Duration whole) {
        return now.isBefore(until.minus(whole.dividedBy(3)));
    }
}
