package kr.madang.notices.running;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Message;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.singles.SingleTexts;
import org.jspecify.annotations.Nullable;

/** Writes messages to one person (낱건 글 쓰기): what was sealed with each is what it says. */
final class SingleLetters implements Letters {
    private static final String ERASED = "erased";
    private static final String LATE = "late";
    private static final String BROKEN = "broken";

    private final SingleTexts texts;

    SingleLetters(SingleTexts texts) {
        this.texts = texts;
    }

    @Override
    public Written write(Lease lease, Outgoing outgoing, Instant now) {
        var opened = texts.open(lease.messages().stream().map(Message::contact).toList(), now);
        var ready = new ArrayList<Ready>();
        var suppressed = new ArrayList<Result>();
        for (var message : lease.messages()) {
            var single = opened.get(message.contact());
            var wrong = wrong(outgoing, single);
            if (single == null || wrong != null)
                suppressed.add(
                        Result.suppressed(message, Optional.ofNullable(wrong).orElse(ERASED)));
            else ready.add(new Ready(message, parcel(lease.send(), message, outgoing, single)));
        }
        return new Written(ready, suppressed);
    }

    private static @Nullable String wrong(Outgoing outgoing, SingleTexts.@Nullable Opened single) {
        if (single == null) return ERASED;
        if (single.broken()) return BROKEN;
        return single.late() ? LATE : Letters.wrong(outgoing.channel(), single.subject(), single.text());
    }

    private static Parcel parcel(int send, Message message, Outgoing outgoing, SingleTexts.Opened single) {
        var reference = new Parcel.Reference(send, message.row(), message.attempt());
        return new Parcel(
                reference,
                single.address(),
                outgoing.from(),
                single.subject(),
                single.text(),
                Parcel.Circle.PERSON,
                false,
                single.files());
    }
}
