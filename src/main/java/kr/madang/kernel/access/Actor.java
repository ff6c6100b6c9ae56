package kr.madang.kernel.access;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

/**
 * The person at the desk, as every verb sees them.
 *
 * @param team code of the team they belong to, e.g. {@code press}; empty when none
 * @param grants highest level per room; the room {@code *} grants all rooms
 */
public record Actor(UUID id, String login, String name, String team, Map<String, Level> grants)
        implements Serializable {
    /** The program itself: jobs, the demo seed, the command line. */
    public static final Actor SYSTEM = new Actor(new UUID(0, 0), "system", "시스템", "", Map.of("*", Level.MANAGE));

    public boolean may(String room, Level level) {
        return reaches(grants.get(room), level) || reaches(grants.get("*"), level);
    }

    private static boolean reaches(@org.jspecify.annotations.Nullable Level granted, Level level) {
        return granted != null && granted.compareTo(level) >= 0;
    }
}
