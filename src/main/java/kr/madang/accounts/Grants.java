package kr.madang.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of access rights (접근권한): give, change, take away; every row of it kept. */
@Component
public class Grants {
    private final GrantStore store;
    private final AccountStore accounts;
    private final Rooms rooms;
    private final Trail trail;
    private final Clock clock;

    Grants(GrantStore store, AccountStore accounts, Rooms rooms, Trail trail, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.rooms = rooms;
        this.trail = trail;
        this.clock = clock;
    }

    public Map<String, Level> current(Account.Id account) {
        return store.current(account);
    }

    public Map<Account.Id, Map<String, Level>> current(Collection<Account.Id> these) {
        return store.current(these);
    }

    public List<Grant> history(Account.Id account) {
        return store.history(account);
    }

    /** What the account could do at a moment in the past, for whoever inspects it. */
    public Map<String, Level> at(Account.Id account, Instant moment) {
        return store.at(account, moment);
    }

    /** Refuses whoever may not change this account: not managing accounts, being its owner, or reaching less far than it does. */
    public void mayChange(Actor by, Account.Id target) {
        Authority.mayChange(by, target, store.current(target));
    }

    /** Forgets rights and memberships that ended before; the table refuses what is younger than three years. */
    @Transactional
    public int forget(Instant endedBefore) {
        return store.forget(endedBefore) + accounts.forgetMemberships(endedBefore);
    }

    public boolean isChangeableBy(Actor by, Account.Id target) {
        try {
            mayChange(by, target);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    /** The first administrator of a new office; there is nobody yet who could give the right. */
    @Transactional
    public void found(Account.Id first) {
        var now = clock.instant();
        var why = "첫 관리자";
        store.open(Id.next(now), first, Authority.ALL, Level.MANAGE, now, Actor.SYSTEM.login(), why);
        trail.record(
                Actor.SYSTEM,
                "accounts",
                "grant.given",
                "account:" + first,
                Map.of("room", "*", "level", "MANAGE", "why", why));
    }

    /**
     * Sets what someone may do in several rooms, all or nothing. Rooms whose level stays as it is are left alone.
     *
     * @param wanted per room the level to hold, or empty to hold none; rooms not named stay as they are
     * @return how many rooms changed
     */
    @Transactional
    public int change(Actor by, Account.Id target, Map<String, Optional<Level>> wanted, String why) {
        store.lock();
        var account = accounts.find(target).orElseThrow(() -> Refused.missing("accounts.account.missing"));
        if (account.state() == Account.State.LEFT) throw Refused.conflict("accounts.account.left");
        var held = store.current(target);
        var changed = new HashMap<>(wanted);
        changed.entrySet()
                .removeIf(w -> Optional.ofNullable(held.get(w.getKey())).equals(w.getValue()));
        if (changed.isEmpty()) return 0;
        if (why.isBlank()) throw Refused.invalid("accounts.why.missing");
        changed.forEach((room, level) -> set(by, target, held, room, level, why.strip()));
        return changed.size();
    }

    private void set(
            Actor by, Account.Id target, Map<String, Level> held, String room, Optional<Level> level, String why) {
        if (!rooms.exists(room)) throw Refused.invalid("accounts.room.unknown", room);
        Authority.mayGrant(by, target, held, room, level);
        boolean administrator = room.equals(Authority.ALL) && Authority.isAdministrator(held);
        if (administrator && store.otherAdministrators(target) == 0) throw Refused.conflict("accounts.authority.last");
        var now = clock.instant();
        store.end(target, room, now, by.login(), why);
        level.ifPresent(l -> store.open(Id.next(now), target, room, l, now, by.login(), why));
        trail.record(
                by,
                "accounts",
                level.isPresent() ? "grant.given" : "grant.ended",
                "account:" + target,
                Map.of("room", room, "level", level.map(Level::name).orElse(""), "why", why));
    }
}
