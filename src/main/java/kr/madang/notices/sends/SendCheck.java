package kr.madang.notices.sends;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.Won;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.wording.Preview;
import kr.madang.notices.wording.SenderNumber;
import kr.madang.notices.wording.Template;
import org.springframework.stereotype.Component;

/** Looks a send over before it is asked for and before it goes (발송 전 점검). */
@Component
public class SendCheck {
    /** Only for showing a letter whose sender nobody has chosen yet. */
    private static final SenderNumber ANY = new SenderNumber("07000000000");

    private final SendTerms terms;
    private final Receivers receivers;

    SendCheck(SendTerms terms, Receivers receivers) {
        this.terms = terms;
        this.receivers = receivers;
    }

    /**
     * Everything a page shows of the letter before it goes out.
     *
     * @param samples values of some who would get it; used when the text has fields
     */
    public Preview preview(Content content, List<Map<String, String>> samples, int rows, Instant at) {
        var due = content.due();
        var day = LocalDate.ofInstant(due == null ? at : due, Calendar.SEOUL);
        var number = content.sender().isEmpty() ? ANY : new SenderNumber(content.sender());
        var under = terms.of(number, day);
        if (!content.personal()) return Preview.of(content.letter(), under, rows);
        Template.parse(content.text(), receivers.fields());
        return Preview.of(content.letter(), under, samples);
    }

    /** How many would get it now; zero for an audience nobody can read. */
    public int recipients(Content content, Instant at) {
        return receivers.count(content.audience(), content.channel(), content.kind(), at);
    }

    /**
     * Everything that keeps a send from being asked for.
     *
     * @return how many would get it now
     * @throws Refused saying what is missing
     */
    int sendable(Send send, Instant now) {
        return sendable(send.content(), send.triedOut(), now);
    }

    int sendable(Content content, boolean tried, Instant now) {
        if (content.reason().isBlank()) throw Refused.invalid("notices.send.kind.reason");
        if (content.channel() == Channel.SMS) {
            if (content.sender().isEmpty()) throw Refused.invalid("notices.send.sender");
            terms.sender(content.sender());
        }
        if (content.channel() != Channel.SMS && content.subject().isBlank())
            throw Refused.invalid("notices.send.subject");
        hour(content, now);
        int rows = recipients(content, now);
        if (rows == 0) throw Refused.invalid("notices.send.nobody");
        var preview = preview(content, List.of(sample()), rows, now);
        preview.findings().stream().filter(f -> f.blocking()).findFirst().ifPresent(f -> {
            throw Refused.invalid(f.check().code(), f.args().toArray());
        });
        if (!tried && content.kind() != Kind.DISASTER) throw Refused.invalid("notices.send.untried");
        return rows;
    }

    /** The hour must lie ahead and be one at which the kind may go; an unusual hour needs a reason. */
    private void hour(Content content, Instant now) {
        var due = content.due();
        if (due != null && Calendar.stale(due, now, terms.office().stale())) throw Refused.invalid("notices.send.past");
        var at = due == null || due.isBefore(now) ? now : due;
        var calendar = terms.calendar();
        if (due != null && calendar.closed(content.kind(), at).isPresent())
            throw Refused.invalid("notices.send.closed."
                    + calendar.closed(content.kind(), at).get().name().toLowerCase(java.util.Locale.ROOT));
        if (calendar.unusual(at).isPresent()
                && calendar.closed(content.kind(), at).isEmpty()
                && content.override().isBlank()) throw Refused.invalid("notices.send.override");
    }

    /** Values that look like those of people, for texts with fields. */
    public Map<String, String> sample() {
        var values = new java.util.HashMap<String, String>();
        for (var field : receivers.fields()) values.put(field, field.equals("동") ? "영등포본동" : "홍길동");
        return values;
    }

    String shown(String sender) {
        return new SenderNumber(sender).display();
    }

    /** What it is expected to cost. */
    Won cost(Send send, int rows, Instant now) {
        var preview = preview(send.content(), java.util.Collections.nCopies(Math.min(rows, 1), sample()), rows, now);
        if (!send.content().personal()) return preview.cost().won();
        var one =
                preview.cost().lines().stream().mapToLong(l -> l.price().jeon()).sum();
        return new Won((one * rows + 50) / 100);
    }
}
