package kr.madang.notices.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Message;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.sends.Receivers;
import kr.madang.notices.wording.Encoding;
import kr.madang.notices.wording.Filled;
import kr.madang.notices.wording.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the messages of a lease (개별 글 쓰기): each with its own values, or the reason why it does not go out. */
final class Letters {
    static final String DELETED = "deleted";
    static final String BLANK = "blank";
    static final String UNMAPPABLE = "unmappable";
    static final String LONG = "long";

    /** A message that can be handed over. */
    record Ready(Message message, Parcel parcel) {}

    /** @param suppressed those that do not go out, with their reasons */
    record Written(List<Ready> ready, List<Result> suppressed) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Receivers receivers;

    Letters(Receivers receivers) {
        this.receivers = receivers;
    }

    Written write(Lease lease, Outgoing outgoing, java.time.Instant now) {
        var contacts = lease.messages().stream().map(Message::contact).toList();
        var barred = receivers.barred(contacts, outgoing.audience(), outgoing.channel(), outgoing.kind(), now);
        var opened = receivers.open(contacts);
        var ready = new ArrayList<Ready>();
        var suppressed = new ArrayList<Result>();
        for (var message : lease.messages()) {
            var why = barred.get(message.contact());
            var address = opened.get(message.contact());
            if (why != null) suppressed.add(Result.suppressed(message, why));
            else if (address == null) suppressed.add(Result.suppressed(message, DELETED));
            else write(lease.send(), message, outgoing, address, ready, suppressed);
        }
        return new Written(ready, suppressed);
    }

    private static void write(
            int send,
            Message message,
            Outgoing outgoing,
            Receivers.Opened to,
            List<Ready> ready,
            List<Result> suppressed) {
        switch (outgoing.text().fill(values(message, to))) {
            case Filled.Blocked _ -> suppressed.add(Result.suppressed(message, BLANK));
            case Filled.Text(String text) -> {
                var wrong = wrong(outgoing, text);
                if (wrong != null) {
                    suppressed.add(Result.suppressed(message, wrong));
                    return;
                }
                var reference = new Parcel.Reference(send, message.row(), message.attempt());
                var parcel = new Parcel(reference, to.address(), outgoing.from(), outgoing.subject(), text);
                ready.add(new Ready(message, parcel));
            }
        }
    }

    private static Map<String, String> values(Message message, Receivers.Opened to) {
        if (message.fields().isEmpty()) return to.fields();
        var values = new HashMap<>(to.fields());
        try {
            values.putAll(JSON.readValue(message.fields(), FIELDS));
        } catch (JacksonException e) {
            // what nobody can read fills nothing, and a text that needs it does not go out
            values.clear();
        }
        return values;
    }

    /** What keeps a text from a phone; the same rules as in the preview. */
    private static @Nullable String wrong(Outgoing outgoing, String text) {
        if (outgoing.channel() != Channel.SMS) return null;
        if (!Encoding.USUAL.shows(text)) return UNMAPPABLE;
        return Encoding.USUAL.bytes(text) > Limits.USUAL.lms() ? LONG : null;
    }
}
