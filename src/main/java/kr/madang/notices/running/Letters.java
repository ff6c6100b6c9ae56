package kr.madang.notices.running;

import java.time.Instant;
import java.util.List;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Message;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.sends.Receivers;
import kr.madang.notices.wording.Encoding;
import kr.madang.notices.wording.Limits;
import kr.madang.notices.wording.PushLetter;
import org.jspecify.annotations.Nullable;

/** Writes the messages of a lease (개별 글 쓰기): each of them, or the reason why it does not go out. */
@FunctionalInterface
public interface Letters {
    String DELETED = "deleted";
    String BLANK = "blank";
    String UNMAPPABLE = "unmappable";
    String LONG = "long";

    /** A message that can be handed over. */
    record Ready(Message message, Parcel parcel) {}

    /** @param suppressed those that do not go out, with their reasons */
    record Written(List<Ready> ready, List<Result> suppressed) {}

    Written write(Lease lease, Outgoing outgoing, Instant now);

    /** Those of sends, whose text is the same for all but for its fields. */
    static Letters of(Receivers receivers) {
        return new SendLetters(receivers);
    }

    /** What keeps a text from a phone; the same rules as in the preview. */
    static @Nullable String wrong(Channel channel, String subject, String text) {
        if (channel == Channel.PUSH) return PushLetter.bytes(subject, text) > PushLetter.MOST ? LONG : null;
        if (channel != Channel.SMS) return null;
        if (!Encoding.USUAL.shows(text)) return UNMAPPABLE;
        return Encoding.USUAL.bytes(text) > Limits.USUAL.lms() ? LONG : null;
    }
}
