package kr.madang.notices.officers;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where officers are reached (직원 연락처). Who has told no e-mail address is reached by that of his account; who has left, by none. */
@Component
public class Officers {
    private final OfficerStore store;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    Officers(OfficerStore store, Accounts accounts, Trail trail, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /** Where they are reached; every account that is asked for has an answer. */
    public Map<UUID, Reach> reach(Collection<UUID> asked) {
        var told = store.find(asked);
        var reached = new HashMap<UUID, Reach>();
        for (var id : asked) reached.put(id, Reach.NOWHERE);
        for (var account : accounts.find(asked.stream().map(Account.Id::new).toList())) {
            if (account.state() == Account.State.LEFT) continue;
            var own = told.getOrDefault(account.id().value(), Reach.NOWHERE);
            reached.put(account.id().value(), new Reach(own.phone(), own.email().or(() -> email(account))));
        }
        return reached;
    }

    private static Optional<String> email(Account account) {
        return Address.find(Channel.EMAIL, account.email()).map(Address::value);
    }

    /** For lists: as little of it as tells one from others; empty for who is reached nowhere. */
    public Map<UUID, String> masked(Collection<UUID> asked) {
        var masked = new HashMap<UUID, String>();
        reach(asked).forEach((id, reach) -> masked.put(id, masked(reach)));
        return masked;
    }

    private static String masked(Reach reach) {
        return Stream.of(Channel.SMS, Channel.EMAIL)
                .flatMap(channel -> reach.on(channel).map(to -> new Address(channel, to)).stream())
                .map(Address::masked)
                .collect(Collectors.joining(", "));
    }

    /** What somebody told of himself, without what follows from his account. */
    public Reach told(UUID account) {
        return store.find(java.util.List.of(account)).getOrDefault(account, Reach.NOWHERE);
    }

    /** Changes where somebody is reached; everybody may do so for himself. @param phone or email empty for none */
    @Transactional
    public void change(Actor by, UUID account, String phone, String email) {
        if (!by.id().equals(account) && !by.may("notices", Level.MANAGE))
            throw new Refused(Refused.Reason.FORBIDDEN, "notices.officer.may");
        accounts.get(new Account.Id(account));
        var reach = new Reach(typed(Channel.SMS, phone), typed(Channel.EMAIL, email));
        store.keep(account, reach, by, clock.instant());
        trail.record(by, "notices", "officer.reach", "account:" + account, Map.of("reached", masked(reach)));
    }

    private static Optional<String> typed(Channel channel, String typed) {
        return typed.isBlank()
                ? Optional.empty()
                : Optional.of(Address.of(channel, typed).value());
    }
}
