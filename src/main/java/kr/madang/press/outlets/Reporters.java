package kr.madang.press.outlets;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of reporters (기자 명부). Only who agreed is written to, and only while his mail arrives; who withdrew is never written to again
 * unless he agrees anew by his own hand. What was sent to him stays.
 */
@Component
public class Reporters {
    private static final int WHY = 200;
    private static final String NOBODY = "(삭제)";

    private final ReporterStore store;
    private final ReporterList list;
    private final ReporterHistory history;
    private final Outlets outlets;
    private final Trail trail;
    private final AccessLog access;
    private final Clock clock;

    Reporters(
            ReporterStore store,
            ReporterList list,
            ReporterHistory history,
            Outlets outlets,
            Trail trail,
            AccessLog access,
            Clock clock) {
        this.store = store;
        this.list = list;
        this.history = history;
        this.outlets = outlets;
        this.trail = trail;
        this.access = access;
        this.clock = clock;
    }

    public Reporter get(UUID id) {
        return list.find(id).orElseThrow(() -> Refused.missing("press.reporter.missing"));
    }

    /** Who may be written to now: with standing consent and an address that lives. By outlet and name. */
    public List<Reached> reachable(Wanted wanted) {
        return list.matching(wanted).stream()
                .filter(Reporter::reachable)
                .map(r -> new Reached(r.id(), r.name(), r.outlet(), r.outletName(), r.mail()))
                .toList();
    }

    /** Everybody wanted, reachable or not, so that somebody can see who is left out and why. */
    public List<Reporter> wanted(Wanted wanted) {
        return list.matching(wanted);
    }

    /** One reporter's addresses in clear, for the page on which they are kept. */
    @Transactional
    public Contact contact(Actor by, UUID id, String why) {
        return addresses(by, Set.of(id), why).getOrDefault(id, Contact.NONE);
    }

    /**
     * Addresses in clear; who looked, at how many and why is written down. Who was erased is missing.
     *
     * @param why such as {@code 보도자료 배포 2026-000123}
     */
    @Transactional
    public Map<UUID, Contact> addresses(Actor by, Collection<UUID> ids, String why) {
        mayWork(by);
        if (why.isBlank()) throw Refused.invalid("press.reporter.why", WHY);
        var opened = store.open(ids);
        var subject = ids.size() == 1 ? "reporter:" + ids.iterator().next() : "list:" + ids.size();
        access.record(by, subject, "기자 연락처 열람: " + why);
        trail.record(by, "press", "reporters.opened", subject, Map.of("why", why, "count", opened.size()));
        return opened;
    }

    @Transactional
    public Reporter add(Actor by, ReporterDraft draft) {
        mayWork(by);
        draft.check();
        var outlet = outlets.get(draft.outlet());
        if (outlet.retired()) throw Refused.conflict("press.reporter.outlet.retired", outlet.name());
        var at = now();
        var id = Id.next(at);
        try {
            store.add(id, draft, by, at);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.reporter.taken");
        }
        store.begin(id, draft.outlet(), today());
        record(by, "reporter.added", id, Map.of("outlet", outlet.name()));
        return get(id);
    }

    /** Everything but his outlet, which {@link #move} changes. */
    @Transactional
    public Reporter change(Actor by, UUID id, ReporterDraft draft) {
        mayWork(by);
        draft.check();
        alive(id);
        try {
            store.change(id, draft);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.reporter.taken");
        }
        record(by, "reporter.changed", id, Map.of("beats", draft.beats().size()));
        return get(id);
    }

    /** @param on his first day there */
    @Transactional
    public void move(Actor by, UUID id, UUID outlet, LocalDate on) {
        mayWork(by);
        var reporter = alive(id);
        var there = outlets.get(outlet);
        if (there.retired()) throw Refused.conflict("press.reporter.outlet.retired", there.name());
        if (reporter.outlet().equals(outlet)) throw Refused.invalid("press.reporter.move.same", there.name());
        if (on.isAfter(today()) || store.leave(id, on.minusDays(1)) == 0)
            throw Refused.invalid("press.reporter.move.day");
        store.begin(id, outlet, on);
        store.sitAt(id, outlet);
        record(by, "reporter.moved", id, Map.of("from", reporter.outletName(), "to", there.name(), "on", on));
    }

    /** @throws Refused when he withdrew before and this is not his own hand */
    @Transactional
    public void consent(Actor by, UUID id, String version, Reporter.Source source, LocalDate on) {
        mayWork(by);
        var reporter = alive(id);
        if (reporter.standing() == Reporter.Standing.GIVEN) throw Refused.conflict("press.consent.already");
        if (on.isAfter(today())) throw Refused.invalid("press.consent.future");
        if (history.wordings().stream().noneMatch(w -> w.version().equals(version)))
            throw Refused.invalid("press.consent.version");
        var key = store.key(store.open(Set.of(id)).getOrDefault(id, Contact.NONE));
        boolean stopped = key != null && store.isStopped(key);
        if ((reporter.standing() == Reporter.Standing.WITHDRAWN || stopped) && !source.ownHand())
            throw Refused.conflict("press.consent.withdrawn.before");
        if (stopped && key != null) store.release(key);
        history.consented(id, version, source, on, by.login(), now());
        record(by, "consent.given", id, Map.of("version", version, "source", source, "on", on));
    }

    /** From now on nothing is sent to him; what was sent stays. */
    @Transactional
    public void withdraw(Actor by, UUID id, String why) {
        mayWork(by);
        alive(id);
        if (why.length() > WHY) throw Refused.invalid("press.reporter.why", WHY);
        if (history.withdrawn(id, why.strip(), by.login(), now()) == 0) throw Refused.conflict("press.consent.none");
        record(by, "consent.withdrawn", id, Map.of());
    }

    /** His mail came back for good: nothing more is sent to this address. Said again, it is the same news. */
    @Transactional
    public void bounced(UUID id, String why) {
        var told = why.strip().length() > WHY ? why.strip().substring(0, WHY) : why.strip();
        var at = now();
        if (store.bounced(id, told.replace("\0", ""), at) == 0) return;
        history.bounced(id, told.replace("\0", ""), at);
        record(Actor.SYSTEM, "reporter.bounced", id, Map.of());
    }

    /** He no longer covers the office; he is found, and not written to. */
    @Transactional
    public void retire(Actor by, UUID id, boolean retired) {
        mayWork(by);
        alive(id);
        if (store.retire(id, retired ? now() : null) == 1)
            record(by, retired ? "reporter.retired" : "reporter.returned", id, Map.of());
    }

    /** Takes out name and addresses for good, as he may ask; his address is remembered only as one not to write to. */
    @Transactional
    public void erase(Actor by, UUID id, String why) {
        mayWork(by);
        alive(id);
        if (why.isBlank() || why.length() > WHY) throw Refused.invalid("press.reporter.why", WHY);
        history.withdrawn(id, why.strip(), by.login(), now());
        store.erase(id, NOBODY, now());
        record(by, "reporter.erased", id, new HashMap<>(Map.of("why", why.strip())));
    }

    private Reporter alive(UUID id) {
        store.hold(id).orElseThrow(() -> Refused.missing("press.reporter.missing"));
        var reporter = get(id);
        if (reporter.erased()) throw Refused.conflict("press.reporter.erased");
        return reporter;
    }

    private static void mayWork(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }

    private void record(Actor by, String act, UUID id, Map<String, ?> details) {
        trail.record(by, "press", act, "reporter:" + id, details);
    }

    private LocalDate today() {
        return Workdays.day(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
