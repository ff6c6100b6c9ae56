package kr.madang.notices.singles;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.recipients.Address;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tray of messages to one person (낱건 발신함). Who may say what to whom is decided by those who put something in; what lies here goes
 * out after their commit, once, and whatever becomes of it stands in the ledger.
 */
@Component
public class Singles {
    private final SingleStore store;
    private final SealedSingles sealed;
    private final Clock clock;

    Singles(SingleStore store, SealedSingles sealed, Clock clock) {
        this.store = store;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * Writes down what is to go out, in the caller's transaction; it goes out after the commit.
     *
     * @return by which each is known, in the same order
     */
    @Transactional
    public List<UUID> post(Actor by, List<Single> singles) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ids = new ArrayList<UUID>(singles.size());
        for (var single : singles) {
            var id = Id.next(now);
            var address = new Address(single.channel(), single.address());
            store.insert(id, single, sealed.seal(id, single), address.masked(), address.lastFour(), by, now);
            ids.add(id);
        }
        return ids;
    }

    /** What became of them; those nobody knows are missing. */
    public Map<UUID, Standing> standing(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : store.standing(ids);
    }
}
