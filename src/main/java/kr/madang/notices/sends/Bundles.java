package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.gate.Subject;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends that are decided together with what they belong to (한 결재로 여러 발송), such as those of a disaster alert. This is no second way
 * around the gate: people approve a seal that is made of the seals of all these sends, and it is made anew from what stands in them
 * before any of them runs.
 */
@Component
public class Bundles {
    private final SendStore store;
    private final BundleStore bundles;
    private final SendCheck check;
    private final Gate gate;
    private final Trail trail;
    private final Clock clock;

    Bundles(SendStore store, BundleStore bundles, SendCheck check, Gate gate, Trail trail, Clock clock) {
        this.store = store;
        this.bundles = bundles;
        this.check = check;
        this.gate = gate;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What people are asked to approve.
     *
     * @param head seal of what the sends belong to
     */
    public static String seal(String head, List<Content> contents) {
        var parts = new ArrayList<String>();
        parts.add(head);
        contents.stream().map(Seal::of).forEach(parts::add);
        return Seal.hash(parts);
    }

    /**
     * Looks over one of the sends before anybody is asked.
     *
     * @return how many would get it now
     * @throws kr.madang.kernel.Refused saying what is missing
     */
    public int check(Content content) {
        return check.sendable(content, true, now());
    }

    /**
     * Hands the sends over to run as soon as they can, once people have approved.
     *
     * @param number of the paper
     * @return their serial numbers, in the order of the contents
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Integer> release(
            Actor by, Subject subject, String task, String head, List<Content> contents, UUID paper, String number) {
        var now = now();
        var bundle = Id.next(now);
        bundles.insert(new BundleStore.Bundle(bundle, subject, task, head));
        return contents.stream()
                .map(content -> release(by, bundle, content, paper, number, now))
                .toList();
    }

    private int release(Actor by, UUID bundle, Content content, UUID paper, String number, Instant now) {
        int serial = store.insert(content, by, now);
        store.ask(serial, Seal.of(content), paper, now);
        bundles.put(serial, bundle);
        store.approve(serial, number, now);
        store.step(serial, "drafted", "", by, now);
        store.step(serial, "approved", number, by, now);
        trail.record(by, "notices", "send.approved", "send:" + serial, Map.of("seal", Seal.of(content)));
        return serial;
    }

    /** Whether people approved exactly what stands in the bundle of the send; empty when it is in none. */
    Optional<Boolean> approved(int serial) {
        return bundles.of(serial).map(this::approved);
    }

    private boolean approved(BundleStore.Bundle bundle) {
        var contents = store.ofBundle(bundle.id()).stream().map(Send::content).toList();
        return gate.passage(bundle.subject(), bundle.task())
                .filter(p -> p.state() == Passage.State.APPROVED)
                .filter(p -> p.seal().equals(seal(bundle.head(), contents)))
                .isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
