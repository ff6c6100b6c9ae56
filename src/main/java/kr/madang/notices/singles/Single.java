package kr.madang.notices.singles;

import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;

/**
 * A message to one person (낱건).
 *
 * @param address in clear, written one way only; never to be logged
 * @param subject of an e-mail; a text message needs none
 * @param reference what whoever sends it calls it; says nothing about the person
 * @param files what goes with an e-mail, by their ids in the office's store
 */
public record Single(
        Use use, Channel channel, String address, String subject, String text, String reference, List<UUID> files) {
    public static final int LONGEST = 20_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_REFERENCE = 200;

    public Single(Use use, Channel channel, String address, String subject, String text, String reference) {
        this(use, channel, address, subject, text, reference, List.of());
    }

    /** @throws Refused when nobody can be reached so, or there is nothing to say */
    public Single {
        address = Address.of(channel, address).value();
        if (text.isBlank()) throw Refused.invalid("notices.single.empty");
        if (text.length() > LONGEST) throw Refused.invalid("notices.single.long", LONGEST);
        if (subject.length() > LONGEST_SUBJECT) throw Refused.invalid("notices.single.subject", LONGEST_SUBJECT);
        if (reference.length() > LONGEST_REFERENCE)
            throw Refused.invalid("notices.single.reference", LONGEST_REFERENCE);
        files = List.copyOf(files);
        if (!files.isEmpty() && channel != Channel.EMAIL) throw Refused.invalid("notices.single.files");
    }

    /** Without its contents, for it may end up in a log. */
    @Override
    public String toString() {
        return "Single[" + use + " " + channel + "]";
    }
}
