package kr.madang.accounts.log;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps the access log (접속기록) and reads it back. */
@Component
public class AccessRecords implements AccessLog {
    public static final int PAGE = 50;

    private static final Pattern LIST = Pattern.compile("list:(\\d{1,9})");

    /**
     * A page of entries.
     *
     * @param newer id from which the page before this one goes back; null on the first page
     * @param older id after which the next page begins; null at the end
     */
    public record Page(
            List<AccessEntry> entries,
            long total,
            @Nullable UUID newer,
            @Nullable UUID older) {}

    private final AccessLogStore store;
    private final Clock clock;

    AccessRecords(AccessLogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(Actor actor, String subject, String task) {
        var now = clock.instant();
        var web = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes w
                ? w.getRequest()
                : null;
        if (web != null) web.setAttribute(RECORDED, true);
        store.add(new AccessEntry(
                Id.next(now),
                now,
                actor.id(),
                actor.login(),
                actor.name(),
                web == null ? "local" : web.getRemoteAddr(),
                web == null ? "" : web.getMethod(),
                web == null ? "" : web.getRequestURI(),
                subject,
                people(subject),
                task));
    }

    /** {@code list:20} are twenty people; anything else is one. */
    static int people(String subject) {
        var list = LIST.matcher(subject);
        return list.matches() ? Integer.parseInt(list.group(1)) : 1;
    }

    public Page older(AccessQuestion question, @Nullable UUID before) {
        var found = store.before(question, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        var first = before == null || shown.isEmpty() ? null : shown.getFirst().id();
        return new Page(
                shown, store.count(question), first, more ? shown.getLast().id() : null);
    }

    public Page newer(AccessQuestion question, UUID after) {
        var found = store.after(question, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = new java.util.ArrayList<>(more ? found.subList(0, PAGE) : found);
        Collections.reverse(shown);
        if (shown.isEmpty()) return older(question, null);
        return new Page(
                shown,
                store.count(question),
                more ? shown.getFirst().id() : null,
                shown.getLast().id());
    }

    public long count(AccessQuestion question) {
        return store.count(question);
    }

    public void each(AccessQuestion question, Consumer<AccessEntry> reader) {
        store.each(question, reader);
    }

    public int forget(Instant before) {
        return store.forget(before);
    }
}
