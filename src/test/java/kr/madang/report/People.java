package kr.madang.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;

/** People at the desk in tests. */
final class People {
    static final Actor CHIEF = person("chief", "section", Level.APPROVE);
    static final Actor PRESS = person("press", "press", Level.WORK);
    static final Actor PLANNING = person("planning", "planning", Level.WORK);
    static final Actor TELECOM = person("telecom", "telecom", Level.WORK);
    static final Actor AUDITOR = person("auditor", "", Level.VIEW);

    private People() {}

    static Actor person(String login, String team, Level level) {
        var id = UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8));
        return new Actor(id, login, login, team, Map.of("report", level));
    }
}
