package kr.madang.notices.running;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.sends.Receivers;

/** Receivers who do not exist: the number of the row is hidden in the contact, and the telephone number is made of it. */
public final class Numbered implements Receivers {
    /** Contacts who may not be told any more, with the reason. */
    public final Map<UUID, String> barred = new ConcurrentHashMap<>();

    /** Contacts that were deleted. */
    public final Set<UUID> deleted = ConcurrentHashMap.newKeySet();

    public static UUID contact(int row) {
        return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(row));
    }

    /** What makes such contacts in the database. */
    public static final String CONTACT = "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

    public static String number(int row) {
        return "010%08d".formatted(row);
    }

    @Override
    public List<Group> groups() {
        return List.of(new Group("all", "모두", "{}", "모두"));
    }

    @Override
    public Optional<Group> find(String key) {
        return groups().stream().filter(g -> g.key().equals(key)).findFirst();
    }

    @Override
    public Set<String> fields() {
        return Set.of("이름", "동");
    }

    @Override
    public int count(String audience, Channel channel, Kind kind, Instant at) {
        return 0;
    }

    @Override
    public int freeze(int send, String audience, Channel channel, Kind kind, Instant at) {
        return 0;
    }

    @Override
    public Map<UUID, Opened> open(Collection<UUID> contacts) {
        var opened = new HashMap<UUID, Opened>();
        for (var contact : contacts)
            if (!deleted.contains(contact))
                opened.put(
                        contact,
                        new Opened(number((int) (contact.getLeastSignificantBits() & 0xFFFFFFFFFFFFL)), Map.of()));
        return opened;
    }

    @Override
    public Map<UUID, String> barred(
            Collection<UUID> contacts, String audience, Channel channel, Kind kind, Instant at) {
        var found = new HashMap<UUID, String>();
        for (var contact : contacts) {
            var why = barred.get(contact);
            if (why != null) found.put(contact, why);
        }
        return found;
    }

    @Override
    public Map<UUID, String> masked(Collection<UUID> contacts) {
        return Map.of();
    }
}
