package kr.madang.approvals.dispatch;

import java.util.HashSet;
import java.util.List;
import kr.madang.approvals.records.Disclosure;
import kr.madang.kernel.Refused;

/**
 * What somebody wants sent to whom and in whose name (시행 내용).
 *
 * @param via 경유; empty when it goes straight
 * @param sender 발신명의
 * @param separate everybody gets a copy that names nobody else, because the paper holds personal data
 * @param reason why it is sent once more or to more recipients; empty the first time
 */
public record Sending(
        String via, String sender, SealMark mark, boolean separate, List<Recipient> recipients, String reason) {
    private static final int LONGEST_SENDER = 60;
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 300;

    public Sending {
        via = via.strip();
        sender = sender.strip();
        reason = reason.replace('\0', '\uFFFD').strip();
        recipients = List.copyOf(recipients);
        if (sender.isEmpty()
                || sender.length() > LONGEST_SENDER
                || sender.chars().anyMatch(Character::isISOControl))
            throw Refused.invalid("approvals.sending.sender", LONGEST_SENDER);
        if (via.length() > LONGEST_SENDER || via.chars().anyMatch(Character::isISOControl))
            throw Refused.invalid("approvals.sending.via", LONGEST_SENDER);
        if (reason.length() > LONGEST_REASON) throw Refused.invalid("approvals.sending.long", LONGEST_REASON);
        if (recipients.isEmpty()) throw Refused.invalid("approvals.sending.nobody");
        if (recipients.size() > MOST) throw Refused.invalid("approvals.sending.crowd", MOST);
        var keys = new HashSet<String>();
        for (var recipient : recipients)
            if (!keys.add(recipient.key())) throw Refused.invalid("approvals.sending.twice");
        // a resident's name is nobody else's business
        separate = separate || recipients.stream().anyMatch(r -> r.channel() == Channel.EMAIL);
    }

    /** @throws Refused where a closed paper would be shown to everybody */
    public void suits(Disclosure disclosure) {
        boolean shown = recipients.stream().anyMatch(r -> r.channel() == Channel.HOMEPAGE);
        if (shown && disclosure.kind() == Disclosure.Kind.CLOSED) throw Refused.invalid("approvals.sending.closed");
    }
}
