package kr.madang.notices.cap;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;

/**
 * One alert message (경보 메시지). Texts that were not given are empty, lists too.
 *
 * @param identifier unique for its sender
 * @param sender globally unique, e.g. {@code safety@ydp.go.kr}
 * @param sent to the second, with the offset it was written in
 * @param source the operator or device it came from
 * @param restriction why it is not for everybody; for {@link CapWord.Scope#RESTRICTED} only
 * @param addresses whom it is for; asked for by {@link CapWord.Scope#PRIVATE}
 * @param codes flags of a profile
 * @param references earlier messages it speaks of
 * @param incidents what it belongs to
 */
public record CapAlert(
        String identifier,
        String sender,
        OffsetDateTime sent,
        CapWord.Status status,
        CapWord.MessageType type,
        String source,
        CapWord.Scope scope,
        String restriction,
        List<String> addresses,
        List<String> codes,
        String note,
        List<Reference> references,
        List<String> incidents,
        List<CapInfo> infos) {
    private static final Pattern KEY = Pattern.compile("[^\\s,<&]{1,500}");

    /** An earlier message. */
    public record Reference(String sender, String identifier, OffsetDateTime sent) {
        public Reference {
            key("sender", sender);
            key("identifier", identifier);
            sent = sent.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    public CapAlert {
        key("identifier", identifier);
        key("sender", sender);
        sent = sent.truncatedTo(ChronoUnit.SECONDS);
        addresses = List.copyOf(addresses);
        codes = List.copyOf(codes);
        references = List.copyOf(references);
        incidents = List.copyOf(incidents);
        infos = List.copyOf(infos);
        if (scope == CapWord.Scope.RESTRICTED && restriction.isBlank())
            throw Refused.invalid("notices.cap.needed", "restriction");
        if (scope == CapWord.Scope.PRIVATE && addresses.isEmpty())
            throw Refused.invalid("notices.cap.needed", "addresses");
        if (type != CapWord.MessageType.ALERT && references.isEmpty())
            throw Refused.invalid("notices.cap.needed", "references");
    }

    /** For everybody, about something that is really happening. */
    public boolean live() {
        return status == CapWord.Status.ACTUAL && scope == CapWord.Scope.PUBLIC;
    }

    /** How later messages speak of this one. */
    public Reference reference() {
        return new Reference(sender, identifier, sent);
    }

    /** No spaces, commas, {@code <} or {@code &}: they would tear lists of references. */
    private static void key(String element, String value) {
        if (!KEY.matcher(value).matches()) throw Refused.invalid("notices.cap.key", element, CapNode.shown(value));
    }
}
