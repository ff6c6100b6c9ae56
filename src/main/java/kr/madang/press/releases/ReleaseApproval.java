package kr.madang.press.releases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Approved;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.gate.Returned;
import kr.madang.kernel.gate.Subject;
import kr.madang.press.releases.writing.Content;
import kr.madang.press.releases.writing.Findings;
import kr.madang.press.releases.writing.ReleaseSeal;
import kr.madang.press.releases.writing.ReleaseSheet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decision to let a release out (보도자료 결재): asks at the gate with the seal of words and pictures; exactly those go out. */
@Component
public class ReleaseApproval {
    /** As the table of delegation names it. */
    static final String TASK = "press.release";

    private final ReleaseStore store;
    private final Releases releases;
    private final Gate gate;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseApproval(ReleaseStore store, Releases releases, Gate gate, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.releases = releases;
        this.gate = gate;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes the paper that asks for the decision; the desk has seen it.
     *
     * @return id of the paper
     * @throws Refused conflict while the desk has not seen it, invalid while something in it keeps it from going out
     */
    @Transactional
    public UUID ask(Actor by, int serial, int edit) {
        Releases.require(by, Level.WORK);
        var release = releases.lock(serial);
        var version = Releases.open(release);
        if (version.state() != Version.State.REVIEW) throw Refused.conflict("press.release.desk");
        if (version.edit() != edit) throw Refused.conflict("press.release.overtaken");
        var photos = releases.photos(version);
        for (var finding : Findings.of(version.content(), photos, now()))
            if (finding.serious()) throw Refused.invalid(finding.code(), finding.argument());
        var seal = seal(version);
        var paper = gate.ask(by, subject(version), TASK, face(release, version, seal));
        store.asked(version, seal, paper, now());
        releases.note(by, release.id(), serial, version.number(), "asked", "");
        return paper;
    }

    /** Opens the version again while the paper lies with its drafter. */
    @Transactional
    public void takeBack(Actor by, int serial, String words) {
        Releases.require(by, Level.WORK);
        var release = releases.lock(serial);
        var version = release.newest();
        if (version.state() != Version.State.APPROVAL) throw Refused.conflict("press.release.notasked");
        gate.drop(by, subject(version), TASK);
        store.move(version, Version.State.DRAFT, now());
        releases.note(by, release.id(), serial, version.number(), "takenback", Releases.reason(words));
    }

    public Optional<Passage> passage(Version version) {
        return gate.passage(subject(version), TASK);
    }

    /** The seal of what the version says now. */
    String seal(Version version) {
        var photos = releases.photos(version);
        return ReleaseSeal.of(version.content(), photos, releases.hashes(photos));
    }

    /** Whether people approved exactly what the version says now. */
    boolean approved(Version version) {
        return passage(version)
                .filter(p -> p.state() == Passage.State.APPROVED)
                .filter(p -> p.seal().equals(version.seal()))
                .filter(p -> version.seal().equals(seal(version)))
                .isPresent();
    }

    @ApplicationModuleListener
    void on(Approved approved) {
        asked(approved.subject(), approved.kind(), approved.seal()).ifPresent(version -> {
            var by = signer(approved.by(), approved.byName());
            if (!version.seal().equals(seal(version))) throw Refused.conflict("press.release.broken");
            store.approved(version, approved.number(), now());
            step(version, "approved", approved.number(), by);
            events.publishEvent(new ReleaseApproved(version.release()));
        });
    }

    @ApplicationModuleListener
    void on(Returned returned) {
        asked(returned.subject(), returned.kind(), returned.seal()).ifPresent(version -> {
            var by = signer(returned.by(), returned.byName());
            store.move(version, Version.State.RETURNED, now());
            step(version, "returned", returned.words(), by);
            gate.drop(by, returned.subject(), TASK);
        });
    }

    private void step(Version version, String act, String words, Actor by) {
        var serial = store.find(version.release()).orElseThrow().serial();
        releases.note(by, version.release(), serial, version.number(), act, words);
    }

    /** What somebody decided, if it is still asked. */
    private Optional<Version> asked(Subject subject, String kind, String seal) {
        if (!subject.room().equals("press") || !kind.equals(TASK)) return Optional.empty();
        var parts = subject.ref().split("[:/]");
        return store.lock(UUID.fromString(parts[1]))
                .map(release -> release.version(Integer.parseInt(parts[2])))
                .filter(version -> version.state() == Version.State.APPROVAL)
                .filter(version -> version.seal().equals(seal));
    }

    /** Whoever decided did so by the rules of approvals; this room asks for no right of its own. */
    private static Actor signer(UUID id, String name) {
        return new Actor(id, "", name, "", Map.of());
    }

    private static Subject subject(Version version) {
        return new Subject("press", "release:" + version.release() + "/" + version.number());
    }

    private Face face(Release release, Version version, String seal) {
        var content = version.content();
        boolean correction = version.number() > 1;
        var lines = new ArrayList<String>();
        lines.add("1. 아래와 같이 보도자료를 " + (correction ? "정정하여 " : "") + "배포하고자 합니다.");
        lines.add("  가. 담당 부서: " + content.unit() + "(" + content.contact() + ")");
        lines.add("  나. 배포 일시: " + out(content));
        lines.add("  다. 붙는 사진: " + releases.photos(version).size() + "장");
        if (correction) lines.add("  라. 정정 사유: " + content.change());
        lines.add("2. 보도자료 내용");
        lines.add("  제목: " + content.title());
        content.subtitles().forEach(line -> lines.add("  - " + line));
        content.paragraphs().forEach(line -> lines.add("  " + line));
        content.factList().forEach(fact -> lines.add("  · " + fact.label() + ": " + fact.value()));
        lines.add("3. 문안 봉인: " + seal);
        lines.add("   결재한 글, 사진, 배포 일시와 하나라도 다르면 배포되지 않습니다.  끝.");
        var summary = content.unit() + " 보도자료" + (correction ? " 정정" : "");
        return new Face(
                "보도자료 배포: " + content.title(), summary, lines, "/desk/press/releases/" + release.serial(), seal);
    }

    private static String out(Content content) {
        var embargo = content.embargo();
        return embargo == null ? "결재가 끝나는 즉시" : ReleaseSheet.moment(embargo) + " 이후(엠바고)";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
