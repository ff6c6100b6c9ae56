package kr.madang.kernel.trail;

import java.time.Clock;
import java.util.Map;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit trail (감사기록) in the transaction of the act itself: no act without its entry, no entry without its act. */
@Component
public class Trail {
    private final JdbcClient db;
    private final Clock clock;
    private final JsonMapper json;

    Trail(JdbcClient db, Clock clock, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param act past tense, e.g. {@code post.opened}
     * @param subject what it was done to, e.g. {@code post:0190…}
     * @param details what changed; never secrets, never personal data in clear
     */
    @Transactional
    public void record(Actor by, String room, String act, String subject, Map<String, ?> details) {
        var now = clock.instant();
        db.sql("""
                insert into kernel.trail_entry (id, at, actor, login, room, act, subject, address, details)
                values (:id, :at, :actor, :login, :room, :act, :subject, :address, :details::jsonb)""")
                .param("id", Id.next(now))
                .param("at", now)
                .param("actor", by.id())
                .param("login", by.login())
                .param("room", room)
                .param("act", act)
                .param("subject", subject)
                .param("address", address())
                .param("details", json.writeValueAsString(details))
                .update();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : "local";
    }
}
