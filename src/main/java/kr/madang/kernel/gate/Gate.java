package kr.madang.kernel.gate;

import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;

/** The plug of the room that decides (결재 관문). A room asks here and waits for {@link Approved} or {@link Returned}. */
public interface Gate {
    /**
     * Makes a paper of the subject, drafted by whoever asks and with a proposed line; the drafter looks it over and sends it on. Asked
     * again after it was sent back, the new paper stands in the place of the old one. In the caller's transaction: rolled back, nobody
     * was asked.
     *
     * @param kind what kind of decision it is, as the table of delegation names tasks: {@code report.freeze}
     * @return id of the paper; its page is {@code /desk/approvals/papers/ID}
     * @throws kr.madang.kernel.Refused conflict while a paper of this kind about the subject is on its way
     */
    UUID ask(Actor by, Subject subject, String kind, Face face);

    /**
     * Takes back what was asked, so that it can be asked anew; the paper stays with its drafter and decides nothing. Nothing happens
     * when nobody has asked.
     *
     * @throws kr.madang.kernel.Refused conflict while people are deciding, and once they have
     */
    void drop(Actor by, Subject subject, String kind);

    /** Where the newest paper of the kind about the subject stands; empty when nobody has asked. */
    Optional<Passage> passage(Subject subject, String kind);
}
