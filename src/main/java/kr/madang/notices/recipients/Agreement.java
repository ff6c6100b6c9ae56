package kr.madang.notices.recipients;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings what somebody agreed to in line with what they want now (동의 변경): what goes is closed, what comes is opened, nothing is changed. */
@Component
class Agreement {
    /** How and where the change came about. */
    record Act(Consent.Source source, String wording, Consent.Withdrawal withdrawal, Instant at) {}

    private final ContactStore store;
    private final ApplicationEventPublisher events;

    Agreement(ContactStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** @return the purposes of which something was taken back */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Purpose> bring(Contact contact, Wish wish, Act act) {
        var wanted = wish.checked().items();
        var taken = EnumSet.noneOf(Purpose.class);
        var open = contact.consents().open();
        for (var consent : open) {
            if (consent.purpose() == Purpose.DISASTER) continue;
            if (wanted.contains(new Wish.Item(consent.purpose(), consent.topic()))) continue;
            store.withdraw(contact.id(), consent.purpose(), consent.topic(), act.at(), act.withdrawal());
            taken.add(consent.purpose());
        }
        var held = open.stream().map(c -> new Wish.Item(c.purpose(), c.topic())).toList();
        for (var item : wanted) if (!held.contains(item)) store.give(contact.id(), given(item, act));
        if (disasters(contact, wish, act)) taken.add(Purpose.DISASTER);
        if (!taken.isEmpty()) events.publishEvent(new Withdrawn(contact.id(), contact.channel(), taken, act.at()));
        return taken;
    }

    private static Consent given(Wish.Item item, Act act) {
        return new Consent(item.purpose(), item.topic(), act.at(), act.source(), act.wording(), null, null);
    }

    /** Nobody needs to agree to disaster notices; a refusal is a consent of the law that was taken back. @return whether refused now */
    private boolean disasters(Contact contact, Wish wish, Act act) {
        boolean before = Wish.of(contact.consents(), act.at()).disasters();
        if (before == wish.disasters()) return false;
        if (wish.disasters()) {
            store.give(contact.id(), given(new Wish.Item(Purpose.DISASTER, ""), act));
            return false;
        }
        boolean closed = store.withdraw(contact.id(), Purpose.DISASTER, "", act.at(), act.withdrawal()) > 0;
        if (!closed)
            store.give(
                    contact.id(),
                    new Consent(
                            Purpose.DISASTER,
                            "",
                            contact.addedAt().isAfter(act.at()) ? act.at() : contact.addedAt(),
                            Consent.Source.LAW,
                            "",
                            act.at(),
                            act.withdrawal()));
        return true;
    }
}
