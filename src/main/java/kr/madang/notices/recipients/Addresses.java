package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.recipients.Consents.Bar;
import org.springframework.stereotype.Component;

/** The addresses of messages about to be handed over (발송 주소), and who may not get theirs after all. */
@Component
public class Addresses {
    /**
     * An address opened for handing over.
     *
     * @param fields values a wording may name, such as {@code 동}
     */
    public record Opened(UUID contact, String address, Map<String, String> fields) {
        /** Without the address, for it may end up in a log. */
        @Override
        public String toString() {
            return "Opened[" + contact + "]";
        }
    }

    private final ContactStore store;
    private final Sealing sealing;

    Addresses(ContactStore store, Sealing sealing) {
        this.store = store;
        this.sealing = sealing;
    }

    /** Opened in bulk; what is missing has been deleted. */
    public Map<UUID, Opened> open(Collection<UUID> contacts) {
        var opened = new HashMap<UUID, Opened>();
        for (var contact : store.sealed(contacts))
            opened.put(
                    contact.id(),
                    new Opened(
                            contact.id(),
                            sealing.open(contact.id(), contact.sealed()),
                            contact.dong().isEmpty() ? Map.of() : Map.of("동", contact.dong())));
        return opened;
    }

    /** Who may not be told after all, with the word of the reason: withdrawn, deleted, rejected, bounced or night. */
    public Map<UUID, String> barred(
            Collection<UUID> contacts, Channel channel, Kind kind, Set<String> topics, Instant at) {
        var living = store.living(contacts, channel);
        var consents = store.consents(living.keySet());
        var barred = new HashMap<UUID, String>();
        for (var contact : contacts) {
            var dead = living.get(contact);
            if (dead == null) barred.put(contact, Bar.DELETED.word());
            else if (dead) barred.put(contact, Bar.BOUNCED.word());
            else
                consents.getOrDefault(contact, Consents.NONE)
                        .bar(kind, topics, at)
                        .ifPresent(bar -> barred.put(contact, bar.word()));
        }
        return barred;
    }
}
