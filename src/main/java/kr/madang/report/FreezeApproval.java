package kr.madang.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
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
import kr.madang.kernel.news.NewPost;
import kr.madang.kernel.news.News;
import kr.madang.kernel.trail.Trail;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decision to freeze a report (확정 결재): takes all values, asks at the gate with their seal, and freezes exactly those once people have
 * approved. Sent back, the report lies open for its writers again.
 */
@Service
public class FreezeApproval {
    /** As the table of delegation names it. */
    static final String TASK = "report.freeze";

    private final Reports reports;
    private final ReportStore store;
    private final Freezing freezing;
    private final ProposalStore proposals;
    private final Gate gate;
    private final Trail trail;
    private final News news;
    private final Clock clock;

    FreezeApproval(
            Reports reports,
            ReportStore store,
            Freezing freezing,
            ProposalStore proposals,
            Gate gate,
            Trail trail,
            News news,
            Clock clock) {
        this.reports = reports;
        this.store = store;
        this.freezing = freezing;
        this.proposals = proposals;
        this.gate = gate;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Takes all values in one view of the records and makes the paper that asks for the decision.
     *
     * @return id of the paper
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public UUID ask(Actor by, Report.Id id) {
        Reports.require(by, Level.WORK);
        move(by, id, Report.State.REVIEW, Report.State.APPROVAL, "");
        var report = reports.get(id);
        var content = freezing.take(report, by.name(), clock.instant());
        var paper = gate.ask(by, subject(id), TASK, face(report, content));
        proposals.insert(new Proposal(Id.next(clock.instant()), paper, content), by);
        trail.record(by, "report", "freeze.asked", "report:" + id, Map.of("hash", content.hash()));
        var title = report.cover().title().strip() + " 확정 결재를 올렸습니다.";
        news.tell(new NewPost(ReportDesks.ROOM, ReportDesks.PROPOSED, title, page(id), clock.instant()));
        return paper;
    }

    /** Opens the report again while the paper lies with its drafter. */
    @Transactional
    public void takeBack(Actor by, Report.Id id, String reason) {
        Reports.require(by, Level.WORK);
        if (reason.isBlank()) throw Refused.invalid("report.reason");
        var open = proposal(id);
        gate.drop(by, subject(id), TASK);
        end(by, open, Proposal.Outcome.WITHDRAWN, Report.State.REVIEW, reason.strip());
    }

    /** What waits for its decision. */
    public Optional<Proposal> find(Report.Id id) {
        return proposals.open(id);
    }

    public Proposal proposal(Report.Id id) {
        return find(id).orElseThrow(() -> Refused.conflict("report.approval.none"));
    }

    public Optional<Passage> passage(Report.Id id) {
        return gate.passage(subject(id), TASK);
    }

    @ApplicationModuleListener
    void on(Approved approved) {
        decided(approved.subject(), approved.kind(), approved.seal()).ifPresent(open -> {
            if (!freezing.holds(open.content())) throw Refused.conflict("report.broken");
            var by = signer(approved.by(), approved.byName());
            if (!end(by, open, Proposal.Outcome.APPROVED, Report.State.FROZEN, approved.number())) return;
            freezing.keep(by, open.content(), approved.at());
        });
    }

    @ApplicationModuleListener
    void on(Returned returned) {
        decided(returned.subject(), returned.kind(), returned.seal()).ifPresent(open -> {
            var by = signer(returned.by(), returned.byName());
            if (end(by, open, Proposal.Outcome.RETURNED, Report.State.REVIEW, returned.words()))
                gate.drop(by, returned.subject(), TASK);
        });
    }

    /** What somebody decided, if it is still asked. */
    private Optional<Proposal> decided(Subject subject, String kind, String seal) {
        if (!subject.room().equals("report") || !kind.equals(TASK)) return Optional.empty();
        var id = Report.Id.of(subject.ref().substring("report:".length()));
        return proposals.open(id).filter(open -> open.content().hash().equals(seal));
    }

    private boolean end(Actor by, Proposal open, Proposal.Outcome outcome, Report.State to, String reason) {
        if (!proposals.end(open.id(), outcome, clock.instant())) return false;
        move(by, open.content().report(), Report.State.APPROVAL, to, reason);
        return true;
    }

    private void move(Actor by, Report.Id id, Report.State from, Report.State to, String reason) {
        if (!store.move(id, from, to))
            throw Refused.conflict("report.state", reports.get(id).state().word(), to.word());
        var now = clock.instant();
        store.step(id, from, to, reason, by, Id.next(now), now);
        trail.record(by, "report", "report.moved", "report:" + id, Map.of("from", from, "to", to));
    }

    /** Whoever decided did so by the rules of approvals; this room asks for no right of its own. */
    private static Actor signer(UUID id, String name) {
        return new Actor(id, "", name, "", Map.of());
    }

    private static Subject subject(Report.Id id) {
        return new Subject("report", "report:" + id);
    }

    private static String page(Report.Id id) {
        return "/desk/report/reports/" + id;
    }

    private static Face face(Report report, FrozenReport content) {
        var title = report.cover().title().strip();
        var gaps = content.figures().stream().filter(f -> f.value() == null).count();
        var lines = List.of(
                "1. 「" + title + "」의 수치와 내용을 아래와 같이 확정하고자 합니다.",
                "  가. 기준일: " + Korean.date(report.asOf()),
                "  나. 수치: " + content.figures().size() + "개(기록이 없어 빈칸인 수치 " + gaps + "개)",
                "  다. 확정 해시: " + content.hash(),
                "2. 확정한 뒤에는 고칠 수 없으며, 고치려면 새 보고서를 만들어 다시 결재를 받습니다.  끝.");
        var summary = title + "의 수치와 내용을 기준일로 확정함";
        return new Face(title + " 확정", summary, lines, page(report.id()), content.hash());
    }
}
