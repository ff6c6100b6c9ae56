package kr.madang.notices.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Approved;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.gate.Returned;
import kr.madang.kernel.gate.Subject;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.calls.StoredTree;
import kr.madang.notices.calls.Tree;
import kr.madang.notices.calls.Trees;
import kr.madang.notices.sends.Bundles;
import kr.madang.notices.sends.SendTerms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The decision to alert (발령 결재): asked once for every way at the same time, and what goes out is exactly what people approved. */
@Component
public class AlertApproval {
    /** As the table of delegation names it. */
    static final String TASK = "notices.alert";

    private static final String REF = "alert:";
    private static final Logger log = LoggerFactory.getLogger(AlertApproval.class);

    private final AlertStore store;
    private final Alerts alerts;
    private final Raising raising;
    private final Bundles bundles;
    private final SendTerms terms;
    private final Trees trees;
    private final Gate gate;
    private final TransactionOperations transaction;
    private final Trail trail;
    private final Clock clock;

    AlertApproval(
            AlertStore store,
            Alerts alerts,
            Raising raising,
            Bundles bundles,
            SendTerms terms,
            Trees trees,
            Gate gate,
            TransactionOperations transaction,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.raising = raising;
        this.bundles = bundles;
        this.terms = terms;
        this.trees = trees;
        this.gate = gate;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes the paper that asks for the decision. @return id of the paper */
    @Transactional
    public UUID ask(Actor by, UUID id, int version) {
        Alerts.require(by, Level.WORK);
        var draft = alerts.lock(id);
        if (!draft.stage().open()) throw Refused.conflict("notices.alert.sealed");
        if (draft.version() != version) throw Refused.conflict("notices.alert.overtaken");
        int people = ready(draft);
        store.freeze(id, called(draft.content()));
        var alert = alerts.get(id);
        var seal = AlertSeal.of(alert);
        var paper = gate.ask(by, subject(alert), TASK, AlertPaper.face(alert, alerts.before(alert), seal, people));
        store.ask(id, seal, paper, now());
        store.step(id, "asked", "", by, now());
        trail.record(by, "notices", "alert.asked", REF + id, Map.of("seal", seal, "people", people));
        return paper;
    }

    /**
     * Looks over everything that would keep the alert from going out.
     *
     * @return how many people get a message of it now
     * @throws Refused saying what is missing
     */
    private int ready(Alert alert) {
        var content = alert.content();
        if (content.ways().isEmpty()) throw Refused.invalid("notices.alert.ways");
        if (content.text().contains("{") || content.text().contains("}")) throw Refused.invalid("notices.alert.gaps");
        content.findings().stream().filter(f -> f.blocking()).findFirst().ifPresent(f -> {
            throw Refused.invalid(f.check().code(), f.args().toArray());
        });
        return switch (content.whom()) {
            case Whom.Residents _ ->
                AlertSeal.sends(alert).stream().mapToInt(bundles::check).sum();
            case Whom.Staff(var accounts) -> {
                if (accounts.isEmpty()) throw Refused.invalid("notices.alert.staff");
                if (content.goes(Way.SMS)) terms.sender(content.sender());
                yield accounts.size();
            }
        };
    }

    /** Who is called out, as the tree stands now. @throws Refused when it is there no more */
    private @Nullable Tree called(AlertContent content) {
        if (!content.goes(Way.CALL)) return null;
        return Optional.ofNullable(content.tree())
                .flatMap(trees::find)
                .filter(tree -> !tree.retired())
                .map(StoredTree::tree)
                .orElseThrow(() -> Refused.invalid("notices.alert.tree"));
    }

    /** Opens the draft again while the paper lies with its drafter. */
    @Transactional
    public void takeBack(Actor by, UUID id, String reason) {
        Alerts.require(by, Level.WORK);
        if (reason.isBlank()) throw Refused.invalid("notices.alert.reason");
        var alert = alerts.lock(id);
        if (alert.stage() != Alert.Stage.APPROVAL) throw Refused.conflict("notices.alert.notasked");
        gate.drop(by, subject(alert), TASK);
        end(by, id, Alert.Stage.DRAFT, "takenback", reason.strip());
    }

    public Optional<Passage> passage(Alert alert) {
        return gate.passage(subject(alert), TASK);
    }

    @ApplicationModuleListener
    void on(Approved approved) {
        asked(approved.subject(), approved.kind(), approved.seal()).ifPresent(alert -> {
            if (!AlertSeal.of(alert).equals(approved.seal())) throw Refused.conflict("notices.alert.broken");
            raising.approved(signer(approved.by(), approved.byName()), alert, approved.number(), approved.at());
        });
    }

    /**
     * Lets out what was signed and whose news did not arrive, since a node that died holds them for minutes. What was asked longer ago
     * than the office waits is left to the news, which know when it was signed.
     *
     * @return how many
     */
    int catchUp() {
        int found = 0;
        for (var id : store.askedSince(now().minus(terms.office().stale()))) if (caughtUp(id)) found++;
        return found;
    }

    /** One that cannot go out keeps no other from it. */
    private boolean caughtUp(UUID id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> catchUp(id)));
        } catch (RuntimeException e) {
            log.warn("결재된 재난 알림 {}을(를) 내보낼 수 없습니다", id, e);
            return false;
        }
    }

    private boolean catchUp(UUID id) {
        var alert = store.lock(id)
                .filter(a -> a.stage() == Alert.Stage.APPROVAL)
                .filter(a -> AlertSeal.of(a).equals(a.seal()));
        var signed = alert.flatMap(this::passage)
                .filter(p -> p.state() == Passage.State.APPROVED)
                .filter(p -> p.seal().equals(alert.get().seal()));
        if (signed.isEmpty()) return false;
        raising.approved(Actor.SYSTEM, alert.get(), signed.get().number(), now());
        return true;
    }

    @ApplicationModuleListener
    void on(Returned returned) {
        asked(returned.subject(), returned.kind(), returned.seal()).ifPresent(alert -> {
            var by = signer(returned.by(), returned.byName());
            end(by, alert.id(), Alert.Stage.RETURNED, "returned", returned.words());
            gate.drop(by, returned.subject(), TASK);
        });
    }

    /** What somebody decided, locked, if it is still asked: the same decision may be told twice. */
    private Optional<Alert> asked(Subject subject, String kind, String seal) {
        if (!subject.room().equals("notices") || !kind.equals(TASK)) return Optional.empty();
        return store.lock(UUID.fromString(subject.ref().substring(REF.length())))
                .filter(alert -> alert.stage() == Alert.Stage.APPROVAL)
                .filter(alert -> alert.seal().equals(seal));
    }

    private void end(Actor by, UUID id, Alert.Stage stage, String act, String words) {
        store.move(id, stage, now());
        store.step(id, act, words, by, now());
        trail.record(by, "notices", "alert." + act, REF + id, Map.of("words", words));
    }

    /** Whoever decided did so by the rules of approvals; this room asks for no right of its own. */
    private static Actor signer(UUID id, String name) {
        return new Actor(id, "", name, "", Map.of());
    }

    static Subject subject(Alert alert) {
        return new Subject("notices", REF + alert.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
