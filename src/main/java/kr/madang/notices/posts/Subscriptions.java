package kr.madang.notices.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Grants;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.news.Desk;
import kr.madang.kernel.news.Desks;
import kr.madang.kernel.news.NewPost;
import kr.madang.kernel.news.Readers;
import kr.madang.kernel.sql.AfterCommit;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to be told of what (새글 구독). Everybody decides for himself, among desks he may see. */
@Component
public class Subscriptions implements Readers {
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** @param changes how many there had been when the readers were looked up */
    private record Seen(Map<String, Set<UUID>> readers, Instant at, int changes) {}

    private final PostStore store;
    private final List<Desks> rooms;
    private final Accounts accounts;
    private final Grants grants;
    private final Trail trail;
    private final Clock clock;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Seen seen;

    Subscriptions(PostStore store, List<Desks> rooms, Accounts accounts, Grants grants, Trail trail, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.accounts = accounts;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    /** The desks somebody may read, room by room. */
    public List<Desk> desks(Actor actor) {
        return all().filter(desk -> actor.may(desk.room(), desk.level())).toList();
    }

    private java.util.stream.Stream<Desk> all() {
        return rooms.stream()
                .flatMap(room -> room.desks().stream())
                .sorted(Comparator.comparing(Desk::room).thenComparing(Desk::code));
    }

    Optional<Desk> desk(String key) {
        return all().filter(desk -> desk.key().equals(key)).findFirst();
    }

    public Wish of(Actor actor) {
        return wish(actor.id());
    }

    Wish wish(UUID account) {
        return store.wish(account).orElse(Wish.NOTHING);
    }

    /** Changes what somebody is told. @throws Refused for a desk that is not there for him */
    @Transactional
    public void change(Actor by, Wish wish) {
        var open = desks(by).stream().map(Desk::key).collect(Collectors.toSet());
        if (!open.containsAll(wish.desks())) throw new Refused(Refused.Reason.FORBIDDEN, "notices.posts.desk");
        store.keep(by.id(), wish, clock.instant().truncatedTo(ChronoUnit.MICROS));
        AfterCommit.run(changes::incrementAndGet);
        trail.record(
                by,
                "notices",
                "posts.wish",
                "account:" + by.id(),
                Map.of("desks", wish.desks(), "sms", wish.sms(), "email", wish.email()));
    }

    /** What somebody was told and will be told, the newest first. */
    public Slice<PostItem> recent(Actor actor, @Nullable String cursor, int size) {
        return store.page(actor.id(), cursor, size);
    }

    @Override
    public boolean any(NewPost post) {
        var readers = readers().getOrDefault(post.room() + "." + post.desk(), Set.of());
        return post.whom().isEmpty() ? !readers.isEmpty() : post.whom().stream().anyMatch(readers::contains);
    }

    private Map<String, Set<UUID>> readers() {
        var last = seen;
        int known = changes.get();
        var now = clock.instant();
        if (last != null
                && last.changes() == known
                && Duration.between(last.at(), now).abs().compareTo(FRESH) < 0) return last.readers();
        var read = store.readers();
        seen = new Seen(read, now, known);
        return read;
    }

    /** Of these, who is at work and may read the desk today. */
    Set<UUID> allowed(Collection<UUID> asked, Desk desk) {
        var present = accounts.find(asked.stream().map(Account.Id::new).toList()).stream()
                .filter(Account::mayEnter)
                .map(Account::id)
                .toList();
        var rights = grants.current(present);
        var allowed = new HashSet<UUID>();
        for (var id : present) {
            var actor = new Actor(id.value(), "", "", "", Map.copyOf(rights.getOrDefault(id, Map.of())));
            if (actor.may(desk.room(), desk.level())) allowed.add(id.value());
        }
        return allowed;
    }
}
