package kr.madang.approvals.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of approvals (결재): each loads the paper from its events, lets the rules judge, and writes what came of it. An act names the
 * hash of the content its person saw.
 */
@Service
@Transactional
public class Approvals {
    /** How far the clocks of two nodes may differ without anybody noticing. */
    private static final Duration DRIFT = Duration.ofSeconds(5);

    private final PaperStore papers;
    private final Keeper keeper;
    private final Routes routes;
    private final Units units;
    private final OfficeRoster roster;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    Approvals(
            PaperStore papers,
            Keeper keeper,
            Routes routes,
            Units units,
            OfficeRoster roster,
            Access access,
            Trail trail,
            Clock clock) {
        this.papers = papers;
        this.keeper = keeper;
        this.routes = routes;
        this.units = units;
        this.roster = roster;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ drafting

    public Paper.Id draft(Actor by, Content content, Filing filing, Route route) {
        mayWork(by);
        return drafted(by, content, filing, route, null);
    }

    /** A draft for another room, whose own rules say who may ask. */
    Paper.Id drafted(Actor by, Content content, Filing filing, Route route, PaperView.@Nullable Origin origin) {
        var now = now();
        var people = roster.now();
        var me = Person.of(by.id());
        var id = new Paper.Id(Id.next(now));
        people.meet(List.of(route.approver()), me);
        var line = routes.line(me, route, filing, people);
        var paper = Paper.draft(id, line, hash(content), now, people);
        keeper.drafted(by, held(by, id, filing, null, origin, now), paper, content);
        return id;
    }

    private Held held(
            Actor by,
            Paper.Id id,
            Filing filing,
            Paper.@Nullable Id predecessor,
            PaperView.@Nullable Origin origin,
            Instant now) {
        var unit = units.of(by.team()).code();
        var none = kr.madang.approvals.card.Card.of(id).head();
        return new Held(id, filing, by.team(), unit, Person.of(by.id()), by.name(), none, predecessor, origin, now);
    }

    /**
     * New content in place of {@code base}.
     *
     * @return the hash of the new content
     * @throws Refused conflict when somebody wrote another content meanwhile
     */
    public String revise(Actor by, Paper.Id id, String base, Content content, String words) {
        mayWork(by);
        var held = lock(id);
        var before = Paper.replay(id, papers.events(id));
        var at = at(before);
        var me = Person.of(by.id());
        var after = before.act(new Act.Revise(me, at, base, hash(content), clean(words)), roster.now());
        keeper.acted(by, held, after, content.version(after.version(), me, at));
        return after.content();
    }

    /** Files the paper differently while its drafter has it; who decides is judged anew. */
    public void refile(Actor by, Paper.Id id, Filing filing) {
        refile(by, id, filing, null);
    }

    /** @param wished the line that belongs to the new filing; null when it stays as it is */
    public void refile(Actor by, Paper.Id id, Filing filing, @Nullable Route wished) {
        mayWork(by);
        var held = lock(id);
        var paper = Paper.replay(id, papers.events(id));
        var me = Person.of(by.id());
        if (!paper.line().drafter().equals(me)) throw Refused.invalid("approvals.draft.other");
        if (!paper.status().withDrafter()) throw Refused.conflict("approvals.refile.late");
        if (held.origin() != null && !held.filing().task().equals(filing.task()))
            throw Refused.invalid("approvals.refile.gate");
        papers.refile(id, filing, now());
        trail.record(
                by,
                "approvals",
                "paper.refiled",
                "paper:" + id,
                Map.of("kind", filing.kind().name()));
        var people = roster.now();
        var line = routes.line(me, wished == null ? Route.of(paper.line()) : wished, filing, people);
        if (!line.equals(paper.line()))
            keeper.acted(by, held, paper.act(new Act.ChangeLine(me, at(paper), line, ""), people), null);
    }

    /** 상신. */
    public void submit(Actor by, Paper.Id id, String hash, String words) {
        mayWork(by);
        var held = lock(id);
        var newest = papers.newest(id).orElseThrow(Approvals::missing);
        if (newest.hash().equals(hash)) complete(newest);
        stillAsked(held);
        act(by, held, (me, at) -> new Act.Submit(me, at, hash, clean(words)));
    }

    /** 문서요지와 키워드: the regulation asks for both. */
    private static void complete(Version version) {
        if (version.summary().isEmpty()) throw Refused.invalid("approvals.summary.missing");
        if (version.keywords().isEmpty()) throw Refused.invalid("approvals.keywords.missing");
        if (version.text().isBlank()) throw Refused.invalid("approvals.body.missing");
    }

    /** A new draft in place of a returned, withdrawn or approved paper (재기안); what another room asked stays asked. */
    public Paper.Id redraft(Actor by, Paper.Id old, Content content, Route route) {
        mayWork(by);
        var held = lock(old);
        if (!access.mayRead(by, old)) throw missing();
        stillAsked(held);
        return redrafted(by, held, content, route, held.origin());
    }

    Paper.Id redrafted(Actor by, Held held, Content content, Route route, PaperView.@Nullable Origin origin) {
        var old = held.id();
        var paper = Paper.replay(old, papers.events(old));
        var at = at(paper);
        var people = roster.now();
        var me = Person.of(by.id());
        var id = new Paper.Id(Id.next(at));
        var line = routes.line(me, route, held.filing(), people);
        var made = paper.redraft(id, line, hash(content), at, people);
        // the old paper first: what it held of another room's subject is free for the new one only then
        keeper.acted(by, held, made.old(), null);
        keeper.drafted(by, held(by, id, held.filing(), old, origin, at), made.fresh(), content);
        return id;
    }

    /** What the asking room took back is decided by nobody. */
    private static void stillAsked(Held held) {
        var origin = held.origin();
        if (origin != null && origin.dropped()) throw Refused.conflict("approvals.gate.dropped");
    }

    // ------------------------------------------------------------------ acts

    public void sign(Actor by, Paper.Id id, String hash, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.Sign(me, at, hash, clean(words)));
    }

    /** 대결. */
    public void signFor(Actor by, Paper.Id id, Person absent, String hash, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.SignFor(me, absent, at, hash, clean(words)));
    }

    public void dissent(Actor by, Paper.Id id, String hash, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.Dissent(me, at, hash, clean(words)));
    }

    /** 반려. */
    public void sendBack(Actor by, Paper.Id id, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.Return(me, at, clean(words)));
    }

    public void hold(Actor by, Paper.Id id, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.Hold(me, at, clean(words)));
    }

    public void resume(Actor by, Paper.Id id, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.Resume(me, at, clean(words)));
    }

    public void withdraw(Actor by, Paper.Id id, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.Withdraw(me, at, clean(words)));
    }

    /** 버림: a draft that never went on its way. */
    public void discard(Actor by, Paper.Id id) {
        mayWork(by);
        var held = lock(id);
        var origin = held.origin();
        if (origin != null && !origin.dropped()) throw Refused.conflict("approvals.discard.asked");
        act(by, held, Act.Discard::new);
    }

    /** 되살림. */
    public void restore(Actor by, Paper.Id id) {
        mayWork(by);
        act(by, id, Act.Restore::new);
    }

    public void skipReview(Actor by, Paper.Id id, Person reviewer, String words) {
        mayWork(by);
        act(by, id, (me, at) -> new Act.SkipReview(me, reviewer, at, clean(words)));
    }

    public void changeLine(Actor by, Paper.Id id, Route route, String words) {
        mayWork(by);
        var held = lock(id);
        var paper = Paper.replay(id, papers.events(id));
        var people = roster.now();
        var line = routes.line(paper.line().drafter(), route, held.filing(), people);
        var act = new Act.ChangeLine(Person.of(by.id()), at(paper), line, clean(words));
        keeper.acted(by, held, paper.act(act, people), null);
    }

    /** 사후보고 확인. */
    public void confirmReport(Actor by, Paper.Id id, String words) {
        act(by, id, (me, at) -> new Act.ConfirmReport(me, at, clean(words)));
    }

    /** 공람 확인. */
    public void read(Actor by, Paper.Id id) {
        act(by, id, Act.Read::new);
    }

    private void act(Actor by, Paper.Id id, BiFunction<Person, Instant, Act> wish) {
        act(by, lock(id), wish);
    }

    private void act(Actor by, Held held, BiFunction<Person, Instant, Act> wish) {
        var before = Paper.replay(held.id(), papers.events(held.id()));
        var wished = wish.apply(Person.of(by.id()), at(before));
        var people = roster.now();
        // everybody on the line is asked about
        if (wished instanceof Act.Submit)
            people.meet(before.line().seats(), before.line().drafter());
        var after = before.act(wished, people);
        keeper.acted(by, held, after, null);
    }

    Held lock(Paper.Id id) {
        return papers.lock(id).orElseThrow(Approvals::missing);
    }

    static Refused missing() {
        return Refused.missing("approvals.paper.missing");
    }

    private static void mayWork(Actor by) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
    }

    private static String hash(Content content) {
        return content.version(1, new Person("-"), Instant.EPOCH).hash();
    }

    private static String clean(String words) {
        return words.replace('\0', '\uFFFD');
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Never before the last event, as long as the clocks of the nodes are nearly right. */
    private Instant at(Paper paper) {
        var now = now();
        var last = paper.last().at();
        return now.isBefore(last) && !now.isBefore(last.minus(DRIFT)) ? last : now;
    }
}
