package kr.madang.notices.recipients.door;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.notices.carriers.push.PushSettings;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Contact;
import kr.madang.notices.recipients.Residents;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets residents in by their browser (브라우저 알림 신청). A browser asks the person before it and hands its subscription to pages of this
 * office alone; who has its secret is that browser, so no code is sent.
 */
@Component
public class Browsers {
    private static final int A_CLIENT_AN_HOUR = 30;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final DoorStore store;
    private final Residents residents;
    private final Clock clock;
    private final List<String> services;

    Browsers(
            DoorStore store,
            Residents residents,
            Clock clock,
            @Value("${madang.notices.push.services:}") String services) {
        this.store = store;
        this.residents = residents;
        this.clock = clock;
        this.services = PushSettings.services(services);
    }

    /**
     * Takes a browser in.
     *
     * @param subscription in one line, as the browser says it
     * @param client where the asking comes from, for limits
     * @return the contact
     */
    @Transactional
    public UUID subscribe(String subscription, Asking asking, String client) {
        var address = address(subscription);
        knock(client);
        return residents.subscribe(address, asking.about(), asking.wish());
    }

    /** Another way for somebody who is in. @return its contact */
    @Transactional
    public UUID join(UUID contact, String subscription, String client) {
        var address = address(subscription);
        knock(client);
        return residents.join(contact, address);
    }

    /** Whose browser it is, for letting them to their own page; empty when nobody's. */
    @Transactional
    public Optional<UUID> open(String subscription, String client) {
        var address = address(subscription);
        knock(client);
        return residents.find(address).map(Contact::id);
    }

    /** The push service has given the browser another address. */
    @Transactional
    public void move(String before, String now, String client) {
        knock(client);
        residents.move(address(before), address(now));
    }

    /** The address an officer's own browser is tried out with. @throws Refused when it is none */
    public Address address(String subscription) {
        return Address.push(subscription, services).orElseThrow(() -> Refused.invalid("notices.address.push"));
    }

    private void knock(String client) {
        var now = clock.instant();
        store.lock(client, client);
        if (store.knocked(client, now.minus(HOUR)) >= A_CLIENT_AN_HOUR)
            throw new Refused(Refused.Reason.TOO_MANY, "notices.door.many");
        store.knock(client, now);
    }

    /** Forgets who knocked yesterday. @return how many */
    int forget() {
        return store.forgetKnocks(clock.instant().minus(KEPT));
    }
}
