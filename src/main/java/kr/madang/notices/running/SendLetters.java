package kr.madang.notices.running;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.notices.Kind;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Message;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.sends.Receivers;
import kr.madang.notices.wording.Filled;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the messages of a send (서식 글 쓰기): each with the values of who gets it, or the reason why it does not go out. */
final class SendLetters implements Letters {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Receivers receivers;

    SendLetters(Receivers receivers) {
        this.receivers = receivers;
    }

    @Override
    public Written write(Lease lease, Outgoing outgoing, Instant now) {
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
                var wrong = Letters.wrong(outgoing.channel(), outgoing.subject(), text);
                if (wrong != null) {
                    suppressed.add(Result.suppressed(message, wrong));
                    return;
                }
                var reference = new Parcel.Reference(send, message.row(), message.attempt());
                var parcel = new Parcel(
                        reference,
                        to.address(),
                        outgoing.from(),
                        outgoing.subject(),
                        text,
                        outgoing.kind() == Kind.DISASTER);
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
}
