package kr.madang.notices.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Approved;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.gate.Returned;
import kr.madang.kernel.gate.Subject;
import kr.madang.kernel.trail.Trail;
import kr.madang.kernel.web.Words;
import kr.madang.notices.sends.Bundles;
import kr.madang.notices.sends.SendTerms;
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
            Gate gate,
            TransactionOperations transaction,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.raising = raising;
        this.bundles = bundles;
        this.terms = terms;
        this.gate = gate;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes the paper that asks for the decision. @return id of the paper */
    @Transactional
    public UUID ask(Actor by, UUID id, int version) {
        Alerts.require(by, Level.WORK);
        var alert = alerts.lock(id);
        if (!alert.stage().open()) throw Refused.conflict("notices.alert.sealed");
        if (alert.version() != version) throw Refused.conflict("notices.alert.overtaken");
        int people = ready(alert);
        var seal = AlertSeal.of(alert);
        var paper = gate.ask(by, subject(alert), TASK, face(alert, seal, people));
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
        if (content.goes(Way.CALL) && content.tree() == null) throw Refused.invalid("notices.alert.tree");
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

    private Face face(Alert alert, String seal, int people) {
        var content = alert.content();
        boolean drill = content.drill();
        var lines = new ArrayList<String>();
        lines.add("1. 아래와 같이 재난 알림을 " + (drill ? "훈련으로 " : "") + act(alert.type()) + "하고자 합니다.");
        if (drill) lines.add("  ※ 훈련입니다. 주민에게는 나가지 않으며 명단의 직원 " + Korean.number(people) + "명만 받습니다.");
        alerts.before(alert).stream()
                .findFirst()
                .ifPresent(b -> lines.add(
                        "  ※ 먼저 발령한 " + b.identifier() + "(" + b.content().headline() + ")에 이어집니다."));
        lines.add("  가. 등급과 유형: " + korean(content.grade().code()) + " · " + content.hazard());
        lines.add("  나. 대상: " + whom(content.whom()) + "(문자·전자우편 " + Korean.number(people) + "명)");
        lines.add("  다. 유효 시간: 발령부터 " + content.hours() + "시간");
        lines.add("  라. 전파 수단: "
                + content.ways().stream().map(w -> korean(w.code())).collect(Collectors.joining(", ")));
        if (!content.sender().isEmpty()) lines.add("  마. 발신번호: " + content.sender());
        lines.add("2. 알릴 글");
        lines.add("  제목: " + content.title());
        content.said().lines().forEach(line -> lines.add("  " + line));
        content.more().lines().forEach(line -> lines.add("  " + line));
        lines.add("3. 발령 봉인: " + seal);
        lines.add("   결재한 내용과 하나라도 다르면 나가지 않습니다.  끝.");
        var summary = content.title() + " " + act(alert.type());
        return new Face(
                content.title() + " " + act(alert.type()),
                summary,
                List.copyOf(lines),
                "/desk/notices/alerts/" + alert.id(),
                seal);
    }

    /** A paper is Korean whatever language its drafter reads. */
    private static String korean(String code) {
        return Words.find(code, Locale.KOREAN);
    }

    private static String whom(Whom whom) {
        return switch (whom) {
            case Whom.Residents residents -> AlertSeal.words(residents);
            case Whom.Staff _ -> "훈련 참가 직원";
        };
    }

    private static String act(Alert.Type type) {
        return switch (type) {
            case ALERT -> "발령";
            case UPDATE -> "갱신";
            case CANCEL -> "해제";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
