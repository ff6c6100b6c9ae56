package kr.madang.accounts.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kr.madang.accounts.Account;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Someone's running sessions (로그인 상태 목록), and ending them. */
@Component
public class DeskSessionList {
    /** The session attribute in which a session remembers where it was opened. */
    public static final String OPENED_BY = "madang.visit";

    /**
     * One running session.
     *
     * @param handle names it on a page without giving its id away
     * @param own whether it is the one asking
     */
    public record Running(String handle, Visit visit, Instant since, Instant lastSeen, boolean own) {}

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SessionStore store;
    private final Trail trail;

    DeskSessionList(FindByIndexNameSessionRepository<? extends Session> sessions, SessionStore store, Trail trail) {
        this.sessions = sessions;
        this.store = store;
        this.trail = trail;
    }

    public List<Running> list(Account.Id account, String own) {
        return sessions.findByPrincipalName(account.toString()).values().stream()
                .filter(s -> !s.isExpired())
                .map(s -> running(s, own))
                .sorted(Comparator.comparing(Running::lastSeen).reversed())
                .toList();
    }

    private static Running running(Session session, String own) {
        Visit visit = session.getAttributeOrDefault(OPENED_BY, new Visit("", ""));
        return new Running(
                handle(session.getId()),
                visit,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(own));
    }

    private static String handle(String session) {
        return Tokens.hex(Tokens.hash(session)).substring(0, 24);
    }

    @Transactional
    public int endOthers(Actor by, String own) {
        int ended = store.endOthers(new Account.Id(by.id()), own);
        if (ended > 0) trail.record(by, "accounts", "sessions.ended", "account:" + by.id(), Map.of("count", ended));
        return ended;
    }

    /** Ends one of the owner's own sessions; the handle of someone else's names nothing. */
    @Transactional
    public boolean end(Actor by, String handle) {
        var found = store.ids(new Account.Id(by.id())).stream()
                .filter(id -> handle(id).equals(handle))
                .findFirst();
        found.ifPresent(id -> {
            store.end(id);
            trail.record(by, "accounts", "sessions.ended", "account:" + by.id(), Map.of("count", 1));
        });
        return found.isPresent();
    }
}
