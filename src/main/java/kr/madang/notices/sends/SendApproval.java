package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import kr.madang.notices.Kind;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decision to send (발송 결재): asks at the gate with the seal of what is to be sent, and schedules exactly that once people have approved. */
@Component
public class SendApproval {
    /** As the table of delegation names it. */
    static final String TASK = "notices.send";

    private final SendStore store;
    private final Sends sends;
    private final SendCheck check;
    private final Bundles bundles;
    private final Gate gate;
    private final Trail trail;
    private final Clock clock;

    SendApproval(SendStore store, Sends sends, SendCheck check, Bundles bundles, Gate gate, Trail trail, Clock clock) {
        this.store = store;
        this.sends = sends;
        this.check = check;
        this.bundles = bundles;
        this.gate = gate;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes the paper that asks for the decision. @return id of the paper */
    @Transactional
    public UUID ask(Actor by, int serial, int version) {
        Sends.require(by, Level.WORK);
        var send = sends.lock(serial);
        if (!send.state().open()) throw Refused.conflict("notices.send.sealed");
        if (send.version() != version) throw Refused.conflict("notices.send.overtaken");
        int rows = check.sendable(send, now());
        var seal = Seal.of(send.content());
        var paper = gate.ask(by, subject(serial), TASK, face(send, seal, rows));
        store.ask(serial, seal, paper, now());
        store.step(serial, "asked", "", by, now());
        trail.record(by, "notices", "send.asked", "send:" + serial, Map.of("seal", seal, "recipients", rows));
        return paper;
    }

    /** Opens the draft again while the paper lies with its drafter. */
    @Transactional
    public void takeBack(Actor by, int serial, String reason) {
        Sends.require(by, Level.WORK);
        if (reason.isBlank()) throw Refused.invalid("notices.send.reason");
        var send = sends.lock(serial);
        if (send.state() != Send.State.APPROVAL) throw Refused.conflict("notices.send.notasked");
        gate.drop(by, subject(serial), TASK);
        end(by, serial, "DRAFT", "takenback", reason.strip());
    }

    public Optional<Passage> passage(int serial) {
        return gate.passage(subject(serial), TASK);
    }

    /** Whether people approved exactly this, alone or together with what it belongs to. */
    boolean approved(Send send) {
        return send.sealed() && bundles.approved(send.serial()).orElseGet(() -> alone(send));
    }

    private boolean alone(Send send) {
        return passage(send.serial())
                .filter(p -> p.state() == Passage.State.APPROVED)
                .filter(p -> p.seal().equals(send.seal()))
                .isPresent();
    }

    @ApplicationModuleListener
    void on(Approved approved) {
        asked(approved.subject(), approved.kind(), approved.seal()).ifPresent(send -> {
            var by = signer(approved.by(), approved.byName());
            if (!send.sealed()) throw Refused.conflict("notices.send.broken");
            store.approve(send.serial(), approved.number(), now());
            store.step(send.serial(), "approved", approved.number(), by, approved.at());
            trail.record(by, "notices", "send.approved", "send:" + send.serial(), Map.of("seal", approved.seal()));
        });
    }

    @ApplicationModuleListener
    void on(Returned returned) {
        asked(returned.subject(), returned.kind(), returned.seal()).ifPresent(send -> {
            var by = signer(returned.by(), returned.byName());
            end(by, send.serial(), "RETURNED", "returned", returned.words());
            gate.drop(by, returned.subject(), TASK);
        });
    }

    /** What somebody decided, if it is still asked. */
    private Optional<Send> asked(Subject subject, String kind, String seal) {
        if (!subject.room().equals("notices") || !kind.equals(TASK)) return Optional.empty();
        return store.lock(Integer.parseInt(subject.ref().substring("send:".length())))
                .filter(send ->
                        send.state() == Send.State.APPROVAL && send.seal().equals(seal));
    }

    private void end(Actor by, int serial, String state, String act, String words) {
        store.move(serial, state, now());
        store.step(serial, act, words, by, now());
        trail.record(by, "notices", "send." + act, "send:" + serial, Map.of("words", words));
    }

    /** Whoever decided did so by the rules of approvals; this room asks for no right of its own. */
    private static Actor signer(UUID id, String name) {
        return new Actor(id, "", name, "", Map.of());
    }

    private static Subject subject(int serial) {
        return new Subject("notices", "send:" + serial);
    }

    private Face face(Send send, String seal, int rows) {
        var content = send.content();
        var due = content.due();
        var lines = new ArrayList<String>();
        lines.add("1. 아래와 같이 " + kind(content.kind()) + " 알림을 발송하고자 합니다.");
        lines.add("  가. 받는 사람: " + content.audienceWords() + "(지금 " + Korean.number(rows) + "명)");
        lines.add("  나. 보내는 때: " + (due == null ? "결재가 끝나는 즉시" : when(due)));
        lines.add("  다. 분류: " + kind(content.kind()) + "(" + content.reason().strip() + ")");
        if (!content.sender().isEmpty()) lines.add("  라. 발신번호: " + check.shown(content.sender()));
        lines.add("  마. 예상 비용: " + check.cost(send, rows, now())
                + (content.budget().isBlank() ? "" : "(" + content.budget() + ")"));
        if (!content.override().isBlank())
            lines.add("  바. 시간 밖 발송 사유: " + content.override().strip());
        lines.add("2. 보낼 글");
        if (!content.subject().isBlank()) lines.add("  제목: " + content.subject());
        content.text().lines().forEach(line -> lines.add("  " + line));
        lines.add("3. 발송 봉인: " + seal);
        lines.add("   결재한 글, 받는 사람, 시간과 하나라도 다르면 발송되지 않습니다.  끝.");
        var summary = kind(content.kind()) + " 알림 " + Korean.number(rows) + "명";
        return new Face(
                content.title() + " 발송", summary, List.copyOf(lines), "/desk/notices/sends/" + send.serial(), seal);
    }

    private static String when(Instant due) {
        var at = due.atZone(Calendar.SEOUL);
        return Korean.date(at.toLocalDate()) + " %02d:%02d".formatted(at.getHour(), at.getMinute());
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case PUBLIC -> "공익";
            case ADVERTISING -> "광고";
            case DISASTER -> "재난";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
