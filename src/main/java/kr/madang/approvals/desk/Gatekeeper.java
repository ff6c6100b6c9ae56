package kr.madang.approvals.desk;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.approvals.text.Gist;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Passage;
import kr.madang.kernel.gate.Subject;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes papers of what other rooms want decided (결재 관문). */
@Component
class Gatekeeper implements Gate {
    /** Until a drafter files it. */
    private static final UnitTask UNFILED = new UnitTask("00000000", "미분류", Retention.YEARS_5);

    private final Approvals approvals;
    private final Routes routes;
    private final PaperStore papers;
    private final ListStore lists;
    private final Papers reading;
    private final Trail trail;
    private final Clock clock;

    Gatekeeper(
            Approvals approvals,
            Routes routes,
            PaperStore papers,
            ListStore lists,
            Papers reading,
            Trail trail,
            Clock clock) {
        this.approvals = approvals;
        this.routes = routes;
        this.papers = papers;
        this.lists = lists;
        this.reading = reading;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID ask(Actor by, Subject subject, String kind, Face face) {
        var filing = new Filing(DocumentKind.GENERAL, null, kind, null, Disclosure.OPEN, UNFILED);
        var route = routes.propose(by, kind, null).route().orElseThrow(() -> Refused.conflict("approvals.gate.nobody"));
        var text = String.join("\n", face.lines());
        var gist = Gist.of(face.title(), text);
        var summary = face.summary().isBlank() ? gist.summary() : face.summary();
        var content = new Content(face.title(), text, summary, gist.keywords(), java.util.List.of());
        var origin = new PaperView.Origin(subject, face.link(), face.seal(), false);
        var before = newest(subject, kind).filter(paper -> follows(by, paper));
        return (before.isPresent()
                        ? approvals.redrafted(by, before.get(), content, route, origin)
                        : approvals.drafted(by, content, filing, route, origin))
                .value();
    }

    /** Asked again after it came back: the new paper stands in the place of the old one. */
    private static boolean follows(Actor by, Opened before) {
        var paper = before.paper();
        boolean back =
                paper.status() == Status.RETURNED || paper.status() == Status.WITHDRAWN && dropped(before.held());
        return back && paper.successor().isEmpty() && before.held().drafter().equals(Person.of(by.id()));
    }

    private static boolean dropped(Held held) {
        var origin = held.origin();
        return origin != null && origin.dropped();
    }

    private Optional<Opened> newest(Subject subject, String kind) {
        return lists.ofSubject(subject.room(), subject.ref(), kind)
                .findFirst()
                .map(id -> approvals.open(new Paper.Id(id)));
    }

    @Override
    @Transactional
    public void drop(Actor by, Subject subject, String kind) {
        var asked = newest(subject, kind).filter(paper -> !dropped(paper.held()));
        if (asked.isEmpty()) return;
        var paper = asked.get().paper();
        switch (paper.status()) {
            case RUNNING, HELD -> throw Refused.conflict("approvals.gate.underway");
            case APPROVED -> throw Refused.conflict("approvals.gate.decided");
            case DRAFTING, WITHDRAWN, RETURNED, DISCARDED -> papers.drop(paper.id(), clock.instant());
        }
        trail.record(by, "approvals", "subject.dropped", "paper:" + paper.id(), Map.of("subject", subject.ref()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Passage> passage(Subject subject, String kind) {
        return lists.ofSubject(subject.room(), subject.ref(), kind).findFirst().map(id -> {
            var paper = Paper.replay(new Paper.Id(id), papers.events(new Paper.Id(id)));
            var origin = papers.find(paper.id()).map(Held::origin).orElseThrow();
            var state = origin.dropped() ? Passage.State.DROPPED : state(paper.status());
            return new Passage(id, state, origin.seal(), reading.number(paper.id()));
        });
    }

    private static Passage.State state(Status status) {
        return switch (status) {
            case DRAFTING, WITHDRAWN, DISCARDED -> Passage.State.DRAFTING;
            case RUNNING, HELD -> Passage.State.UNDERWAY;
            case RETURNED -> Passage.State.RETURNED;
            case APPROVED -> Passage.State.APPROVED;
        };
    }
}
