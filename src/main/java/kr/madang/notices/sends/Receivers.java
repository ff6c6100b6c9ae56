package kr.madang.notices.sends;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;

/** What sends need of those who receive them (받는 사람): groups to choose from, a frozen list, and addresses that are opened for handing over only. */
public interface Receivers {
    /**
     * People to choose as a whole.
     *
     * @param key by which a form names it
     * @param audience by which it is kept with a send; says the same for ever
     * @param words the same for people
     */
    record Group(String key, String name, String audience, String words) {}

    /** An address opened for handing over, and the values of its owner for the wording. */
    record Opened(String address, Map<String, String> fields) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    List<Group> groups();

    Optional<Group> find(String key);

    /** Names of the values a text may ask for. */
    Set<String> fields();

    /** How many would get it now. */
    int count(String audience, Channel channel, Kind kind, Instant at);

    /** Freezes who gets a send as its rows 1 to n. @return n */
    int freeze(int send, String audience, Channel channel, Kind kind, Instant at);

    /** Those that are missing were deleted. */
    Map<UUID, Opened> open(Collection<UUID> contacts);

    /** Who may not be told after all, with the code of the reason. */
    Map<UUID, String> barred(Collection<UUID> contacts, String audience, Channel channel, Kind kind, Instant at);

    /** For lists: as little of an address as tells it from others. */
    Map<UUID, String> masked(Collection<UUID> contacts);
}
