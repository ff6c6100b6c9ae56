package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.GroupCommit;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The verbs of approvals (결재). An act names the hash of the content its person saw. What several people do at the same moment is judged
 * and written together.
 */
@Service
public class Approvals {
    /** Two groups: while the database writes one, the other is judged. */
    private static final int GROUPS = 2;

    private static final int MOST = 64;

    private final PaperStore papers;
    private final Acts acts;
    private final Keeper keeper;
    private final Routes routes;
    private final Units units;
    private final OfficeRoster roster;
    private final Access access;
    private final Trail trail;
    private final GroupCommit<Wish, Paper.Id> group;

    Approvals(
            PaperStore papers,
            Acts acts,
            Keeper keeper,
            Routes routes,
            Units units,
            OfficeRoster roster,
            Access access,
            Trail trail) {
        this.papers = papers;
        this.acts = acts;
        this.keeper = keeper;
        this.routes = routes;
        this.units = units;
        this.roster = roster;
        this.access = access;
        this.trail = trail;
        this.group = new GroupCommit<>(GROUPS, MOST, Wish::paper, acts::carry);
    }

    /** Whoever has a transaction of his own wants it to happen in there. */
    private Paper.Id wish(Wish wish) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? acts.carry(List.of(wish)).getFirst().get()
                : group.run(wish);
    }

    // ------------------------------------------------------------------ drafting

    public Paper.Id draft(Actor by, Content content, Filing filing, Route route) {
        mayWork(by);
        return drafted(by, content, filing, route, null);
    }

    /** A draft for another room, whose own rules say who may ask. */
    Paper.Id drafted(Actor by, Content content, Filing filing, Route route, PaperView.@Nullable Origin origin) {
        var id = new Paper.Id(Id.next(acts.now()));
        return wish(new Wish.Draft(trail.hand(by), id, content, filing, route, origin));
    }

    /**
     * New content in place of {@code base}.
     *
     * @return the hash of the new content
     * @throws Refused conflict when somebody wrote another content meanwhile
     */
    @Transactional
    public String revise(Actor by, Paper.Id id, String base, Content content, String words) {
        mayWork(by);
        var before = open(id);
        var at = acts.at(before.paper());
        var me = Person.of(by.id());
        var after = before.paper().act(new Act.Revise(me, at, base, content.hash(), clean(words)), roster.now());
        keeper.acted(by, before.held(), after, content.version(after.version(), me, at));
        return after.content();
    }

    /** Files the paper differently while its drafter has it; who decides is judged anew. */
    @Transactional
    public void refile(Actor by, Paper.Id id, Filing filing) {
        refile(by, id, filing, null);
    }

    /** @param wished the line that belongs to the new filing; null when it stays as it is */
    @Transactional
    public void refile(Actor by, Paper.Id id, Filing filing, @Nullable Route wished) {
        mayWork(by);
        var open = open(id);
        var held = open.held();
        var paper = open.paper();
        var me = Person.of(by.id());
        if (!paper.line().drafter().equals(me)) throw Refused.invalid("approvals.draft.other");
        if (!paper.status().withDrafter()) throw Refused.conflict("approvals.refile.late");
        if (held.origin() != null && !held.filing().task().equals(filing.task()))
            throw Refused.invalid("approvals.refile.gate");
        papers.refile(id, filing, acts.now());
        keeper.changed(List.of(id));
        trail.record(
                by,
                "approvals",
                "paper.refiled",
                "paper:" + id,
                Map.of("kind", filing.kind().name()));
        var people = roster.now();
        var line = routes.line(me, wished == null ? Route.of(paper.line()) : wished, filing, people);
        if (!line.equals(paper.line()))
            keeper.acted(by, held, paper.act(new Act.ChangeLine(me, acts.at(paper), line, ""), people), null);
    }

    /** 상신. */
    public void submit(Actor by, Paper.Id id, String hash, String words) {
        mayWork(by);
        wish(new Wish.Submit(trail.hand(by), id, hash, clean(words)));
    }

    /** A new draft in place of a returned, withdrawn or approved paper (재기안); what another room asked stays asked. */
    @Transactional
    public Paper.Id redraft(Actor by, Paper.Id old, Content content, Route route) {
        mayWork(by);
        var open = open(old);
        if (!access.mayRead(by, old)) throw missing();
        open.held().asked();
        return redrafted(by, open, content, route, open.held().origin());
    }

    Paper.Id redrafted(Actor by, Opened old, Content content, Route route, PaperView.@Nullable Origin origin) {
        var filing = old.held().filing();
        var at = acts.at(old.paper());
        var people = roster.now();
        var me = Person.of(by.id());
        var id = new Paper.Id(Id.next(at));
        var line = routes.line(me, route, filing, people);
        var made = old.paper().redraft(id, line, content.hash(), at, people);
        // the old paper first: what it held of another room's subject is free for the new one only then
        keeper.acted(by, old.held(), made.old(), null);
        var begun = Held.of(by, id, filing, units.of(by.team()), old.held().id(), origin, at);
        keeper.acted(by, begun, made.fresh(), content.version(1, me, at));
        return id;
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
    @Transactional
    public void discard(Actor by, Paper.Id id) {
        mayWork(by);
        var origin = open(id).held().origin();
        if (origin != null && !origin.dropped()) throw Refused.conflict("approvals.discard.asked");
        act(by, id, Act.Discard::new);
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

    @Transactional
    public void changeLine(Actor by, Paper.Id id, Route route, String words) {
        mayWork(by);
        var open = open(id);
        var paper = open.paper();
        var people = roster.now();
        var line = routes.line(paper.line().drafter(), route, open.held().filing(), people);
        var act = new Act.ChangeLine(Person.of(by.id()), acts.at(paper), line, clean(words));
        keeper.acted(by, open.held(), paper.act(act, people), null);
    }

    /** 사후보고 확인. */
    public void confirmReport(Actor by, Paper.Id id, String words) {
        act(by, id, (me, at) -> new Act.ConfirmReport(me, at, clean(words)));
    }

    /** 공람 확인. */
    public void read(Actor by, Paper.Id id) {
        act(by, id, Act.Read::new);
    }

    private void act(Actor by, Paper.Id id, BiFunction<Person, Instant, Act> act) {
        wish(new Wish.Doing(trail.hand(by), id, act));
    }

    Opened open(Paper.Id id) {
        var open = papers.open(List.of(id)).get(id);
        if (open == null) throw missing();
        return open;
    }

    static Refused missing() {
        return Refused.missing("approvals.paper.missing");
    }

    private static void mayWork(Actor by) {
        if (!by.may("approvals", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.work");
    }

    private static String clean(String words) {
        return words.replace('\0', '\uFFFD');
    }
}
