package kr.madang.notices.recipients;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Channel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What residents do for themselves (주민 직접 신청·철회), once they have shown that the address is theirs. */
@Component
public class Residents {
    /** A resident, as the audit trail names one. */
    public static final Actor RESIDENT = new Actor(new UUID(0, 1), "resident", "주민", "", Map.of());

    private static final Set<Purpose> ONE_CLICK = EnumSet.of(Purpose.PUBLIC, Purpose.ADVERTISING, Purpose.NIGHT);

    private final ContactStore store;
    private final Agreement agreement;
    private final Sealing sealing;
    private final Dongs dongs;
    private final Erasure erasure;
    private final Trail trail;
    private final Clock clock;

    Residents(
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

    /** Takes somebody in, or brings what they agreed to earlier in line with what they want now. @return the contact */
    @Transactional
    public UUID subscribe(Address address, Registry.About about, Wish wish) {
        if (!wish.asksForAnything()) throw Refused.invalid("notices.wish.nothing");
        var now = now();
        var finder = sealing.finder(address);
        var known = store.byFinder(address.channel(), finder);
        var contact = known.orElseGet(() -> insert(address, finder, about, now));
        var held = store.lock(contact).filter(c -> !c.gone()).orElseThrow(Residents::gone);
        store.revive(contact);
        if (known.isPresent() && !about.equals(Registry.About.NOTHING))
            store.correct(held.recipient(), dongs.checked(about.dong()), about.age());
        // not the time before the lock: another may have changed them while this one waited
        bring(held, wish, Consent.Withdrawal.CHANGED, now(), "resident.subscribed");
        return contact;
    }

    private UUID insert(Address address, String finder, Registry.About about, Instant now) {
        var recipient = Id.next(now);
        store.insert(recipient, dongs.checked(about.dong()), about.age(), now);
        return way(recipient, address, finder, now);
    }

    private UUID way(UUID recipient, Address address, String finder, Instant now) {
        var id = Id.next(now);
        if (!store.insertContact(id, recipient, address, sealing.seal(id, address), finder, now))
            throw Refused.conflict("notices.recipient.busy");
        return id;
    }

    /**
     * Lets somebody who is in be told on another way as well, about the same.
     *
     * @throws Refused conflict when the other way is somebody else's
     */
    @Transactional
    public UUID join(UUID contact, Address address) {
        var held = lock(contact);
        var now = now();
        var finder = sealing.finder(address);
        var other = store.byFinder(address.channel(), finder).flatMap(store::lock);
        if (other.filter(o -> !o.recipient().equals(held.recipient())).isPresent())
            throw Refused.conflict("notices.browser.known");
        var wish = Wish.of(held.consents(), now);
        if (!wish.asksForAnything()) throw Refused.invalid("notices.wish.nothing");
        var way = other.map(Contact::id).orElseGet(() -> way(held.recipient(), address, finder, now));
        store.revive(way);
        bring(lock(way), wish, Consent.Withdrawal.CHANGED, now(), "resident.joined");
        return way;
    }

    /** The same browser under another address, as its push service wants it; consents stay. @return false when nobody had it */
    @Transactional
    public boolean move(Address from, Address to) {
        var held = store.byFinder(from.channel(), sealing.finder(from))
                .flatMap(store::lock)
                .filter(c -> !c.gone());
        var finder = sealing.finder(to);
        if (held.isEmpty() || from.channel() != to.channel()) return false;
        if (store.byFinder(to.channel(), finder).isPresent()) return false;
        var contact = held.get();
        boolean moved = store.readdress(contact.id(), to, sealing.seal(contact.id(), to), finder);
        if (moved)
            trail.record(
                    RESIDENT,
                    "notices",
                    "resident.moved",
                    "recipient:" + contact.recipient(),
                    Map.of("contact", contact.id()));
        return moved;
    }

    /** Nothing arrives there any more, as its owner has just seen to. */
    @Transactional
    public void close(UUID contact, String why) {
        store.bury(contact, now(), why);
    }

    /** Changes what somebody is told; asking for nothing takes everything back. */
    @Transactional
    public void change(UUID contact, Registry.About about, Wish wish) {
        var held = lock(contact);
        store.correct(held.recipient(), dongs.checked(about.dong()), about.age());
        bring(held, wish, Consent.Withdrawal.SELF, now(), "resident.changed");
    }

    /** Takes back everything but disaster notices; done twice it does nothing. @return false when the contact is gone */
    @Transactional
    public boolean unsubscribe(UUID contact) {
        var held = store.lock(contact).filter(c -> !c.gone());
        if (held.isEmpty()) return false;
        var wish = Wish.of(held.get().consents(), now()).without(ONE_CLICK);
        bring(held.get(), wish, Consent.Withdrawal.ONE_CLICK, now(), "resident.unsubscribed");
        return true;
    }

    /** Deletes everything about the person who is reached here, other addresses included. */
    @Transactional
    public void delete(UUID contact) {
        var held = lock(contact);
        erasure.erase(RESIDENT, List.of(held.recipient()), Erasure.Cause.REQUEST, "본인 요청");
    }

    public Optional<Contact> find(UUID contact) {
        return store.findContact(contact).filter(c -> !c.gone());
    }

    public Recipient of(Contact contact) {
        return store.find(contact.recipient()).orElseThrow(Residents::gone);
    }

    /** The living contact with this address. */
    public Optional<Contact> find(Address address) {
        return store.byFinder(address.channel(), sealing.finder(address)).flatMap(this::find);
    }

    private void bring(Contact contact, Wish wish, Consent.Withdrawal how, Instant now, String act) {
        var source = contact.channel() == Channel.PUSH ? Consent.Source.BROWSER : Consent.Source.WEB;
        var taken = agreement.bring(contact, wish, new Agreement.Act(source, ConsentWording.CURRENT, how, now));
        trail.record(
                RESIDENT,
                "notices",
                act,
                "recipient:" + contact.recipient(),
                Map.of("contact", contact.id(), "withdrawn", taken, "wish", wish));
    }

    private Contact lock(UUID contact) {
        return store.lock(contact).filter(c -> !c.gone()).orElseThrow(Residents::gone);
    }

    private static Refused gone() {
        return Refused.conflict("notices.recipient.gone");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
