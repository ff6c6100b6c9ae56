package kr.madang.notices.recipients;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does for single recipients (수신자 관리): adding, correcting, withdrawing, deleting, each with a reason. */
@Component
public class Registry {
    private static final int LONGEST_REASON = 200;

    /** What is known of somebody besides the address. */
    public record About(String dong, @Nullable AgeBand age) {
        public static final About NOTHING = new About("", null);
    }

    private final ContactStore store;
    private final Agreement agreement;
    private final Sealing sealing;
    private final Dongs dongs;
    private final Erasure erasure;
    private final Trail trail;
    private final Clock clock;

    Registry(
            ContactStore store,
            Agreement agreement,
            Sealing sealing,
            Dongs dongs,
            Erasure erasure,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.agreement = agreement;
        this.sealing = sealing;
        this.dongs = dongs;
        this.erasure = erasure;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Refused {@code notices.recipient.missing} */
    public Recipient get(UUID id) {
        return store.find(id).orElseThrow(() -> Refused.missing("notices.recipient.missing"));
    }

    public Optional<Contact> findContact(UUID id) {
        return store.findContact(id);
    }

    /** The living contact with this address. */
    public Optional<Contact> findContact(Address address) {
        return store.byFinder(address.channel(), sealing.finder(address)).flatMap(store::findContact);
    }

    /**
     * Takes somebody in at their word.
     *
     * @throws Refused conflict when the address is known already, invalid when nothing is agreed to
     */
    @Transactional
    public UUID add(Actor by, Address address, About about, Wish wish, Consent.Source source, String reason) {
        check(by);
        var why = reason(reason);
        if (!wish.asksForAnything()) throw Refused.invalid("notices.wish.nothing");
        var id = Id.next(now());
        store.insert(id, dongs.checked(about.dong()), about.age(), now());
        var contact = attach(id, address, wish, source);
        record(by, "recipient.added", id, Map.of("contact", contact.id(), "reason", why));
        return id;
    }

    /** Another way to reach the same recipient. */
    @Transactional
    public void attach(Actor by, UUID recipient, Address address, Wish wish, Consent.Source source, String reason) {
        check(by);
        var why = reason(reason);
        if (!wish.asksForAnything()) throw Refused.invalid("notices.wish.nothing");
        living(recipient);
        var contact = attach(recipient, address, wish, source);
        record(by, "contact.added", recipient, Map.of("contact", contact.id(), "reason", why));
    }

    private Contact attach(UUID recipient, Address address, Wish wish, Consent.Source source) {
        var now = now();
        var id = Id.next(now);
        if (!store.insertContact(id, recipient, address, sealing.seal(id, address), sealing.finder(address), now))
            throw Refused.conflict("notices.recipient.known");
        var contact = store.findContact(id).orElseThrow();
        agreement.bring(
                contact, wish, new Agreement.Act(source, ConsentWording.CURRENT, Consent.Withdrawal.OFFICER, now));
        return contact;
    }

    @Transactional
    public void correct(Actor by, UUID recipient, About about, String reason) {
        check(by);
        var why = reason(reason);
        var before = living(recipient);
        if (!store.correct(recipient, dongs.checked(about.dong()), about.age())) throw gone();
        var details = new LinkedHashMap<String, Object>();
        details.put("dong", List.of(before.dong(), about.dong()));
        details.put("age", List.of(String.valueOf(before.age()), String.valueOf(about.age())));
        details.put("reason", why);
        record(by, "recipient.corrected", recipient, details);
    }

    /** Puts a wrong address right; consents stay with the person who gave them. */
    @Transactional
    public void readdress(Actor by, UUID contact, Address address, String reason) {
        check(by);
        var why = reason(reason);
        var before = lock(contact);
        if (before.channel() != address.channel()) throw Refused.invalid(Address.refusal(before.channel()));
        var finder = sealing.finder(address);
        var other = store.byFinder(address.channel(), finder);
        if (other.isPresent() && !other.get().equals(contact)) throw Refused.conflict("notices.recipient.known");
        if (!store.readdress(contact, address, sealing.seal(contact, address), finder)) throw gone();
        record(by, "contact.readdressed", before.recipient(), Map.of("contact", contact, "reason", why));
    }

    /** Brings consents in line with what somebody said at the counter or on the telephone. */
    @Transactional
    public void agree(Actor by, UUID contact, Wish wish, Consent.Source source, String reason) {
        check(by);
        var why = reason(reason);
        var held = lock(contact);
        var act = new Agreement.Act(source, ConsentWording.CURRENT, Consent.Withdrawal.OFFICER, now());
        var taken = agreement.bring(held, wish, act);
        record(
                by,
                "consent.changed",
                held.recipient(),
                Map.of("contact", contact, "withdrawn", taken, "wish", wish, "reason", why));
    }

    /** Takes back what somebody agreed to; counts at once, also for messages already queued. */
    @Transactional
    public Set<Purpose> withdraw(Actor by, UUID contact, Set<Purpose> purposes, String reason) {
        check(by);
        var why = reason(reason);
        if (purposes.isEmpty()) throw Refused.invalid("notices.withdraw.nothing");
        var held = lock(contact);
        var wish = Wish.of(held.consents(), now()).without(purposes);
        var act = new Agreement.Act(Consent.Source.COUNTER, ConsentWording.CURRENT, Consent.Withdrawal.OFFICER, now());
        var taken = agreement.bring(held, wish, act);
        record(by, "consent.withdrawn", held.recipient(), Map.of("contact", contact, "purposes", taken, "reason", why));
        return taken;
    }

    /** Deletes everything about a person at their word or the office's. */
    @Transactional
    public void delete(Actor by, UUID recipient, String reason) {
        check(by);
        var why = reason(reason);
        living(recipient);
        erasure.erase(by, List.of(recipient), Erasure.Cause.OFFICER, why);
    }

    /** Nothing arrives there any more, as a carrier says for certain; counts for every later send. */
    @Transactional
    public void bury(UUID contact, String why) {
        store.bury(contact, now(), why);
    }

    private Contact lock(UUID contact) {
        return store.lock(contact).filter(c -> !c.gone()).orElseThrow(Registry::gone);
    }

    private Recipient living(UUID recipient) {
        var found = get(recipient);
        if (found.gone()) throw gone();
        return found;
    }

    private void record(Actor by, String act, UUID recipient, Map<String, ?> details) {
        trail.record(by, "notices", act, "recipient:" + recipient, details);
    }

    static String reason(String typed) {
        var plain = typed.strip();
        if (plain.isEmpty()) throw Refused.invalid("notices.reason.missing");
        if (plain.length() > LONGEST_REASON) throw Refused.invalid("notices.reason.long", LONGEST_REASON);
        return plain;
    }

    static void check(Actor by) {
        if (!by.may("notices", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "kernel.access.forbidden");
    }

    private static Refused gone() {
        return Refused.conflict("notices.recipient.gone");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
