package kr.madang.approvals.desk;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.records.Register;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers as people read and look for them (문서 열람·검색). */
@Component
public class Papers {
    private final PaperStore papers;
    private final ListStore lists;
    private final RegisterStore registers;
    private final Units units;
    private final OfficeRoster roster;
    private final Access access;
    private final Clock clock;

    Papers(
            PaperStore papers,
            ListStore lists,
            RegisterStore registers,
            Units units,
            OfficeRoster roster,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.lists = lists;
        this.registers = registers;
        this.units = units;
        this.roster = roster;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Opens a paper; the look is recorded, and so is a refusal.
     *
     * @throws Refused missing when there is none, forbidden when it is not for this reader
     */
    @Transactional(noRollbackFor = Refused.class)
    public PaperView open(Actor by, Paper.Id id) {
        var held = papers.find(id).orElseThrow(Approvals::missing);
        boolean allowed = access.mayRead(by, id);
        access.record(by, id, allowed);
        if (!allowed) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.paper.forbidden");
        return view(by, held);
    }

    /** The paper as the office itself sends it out; nobody looks at it. */
    @Transactional(readOnly = true)
    public PaperView outgoing(Paper.Id id) {
        return view(Actor.SYSTEM, papers.find(id).orElseThrow(Approvals::missing));
    }

    private PaperView view(Actor by, Held held) {
        var paper = Paper.replay(held.id(), papers.events(held.id()));
        var people = roster.now();
        var moves = by.may("approvals", Level.WORK)
                ? Moves.of(paper, Person.of(by.id()), clock.instant(), people)
                : Set.<Move>of();
        return new PaperView(
                paper,
                papers.versions(held.id()),
                held.filing(),
                held.team(),
                units.coded(held.unit()).name(),
                number(paper.id()),
                second(paper.id(), held.filing().second()),
                held.origin(),
                held.madeAt(),
                names(paper, people),
                moves);
    }

    String number(Paper.Id paper) {
        return registers
                .of(paper.value(), Register.PRODUCTION.name())
                .map(n -> n.unitName() + "-" + n.serial())
                .orElse("");
    }

    private String second(Paper.Id paper, SecondNumber.@Nullable Kind kind) {
        if (kind == null) return "";
        return registers
                .of(paper.value(), kind.name())
                .map(n -> new SecondNumber(kind, n.year(), n.serial()).text())
                .orElse("");
    }

    private static Map<Person, String> names(Paper paper, OfficeRoster.Now people) {
        var all = new HashSet<Person>(paper.line().seats());
        all.add(paper.line().drafter());
        all.addAll(paper.line().circulation());
        for (Event event : paper.events()) {
            all.add(event.who());
            all.add(event.seat());
        }
        var names = new HashMap<Person, String>();
        for (var person : all) names.put(person, people.name(person));
        return names;
    }

    /** Papers the person may read, newest first. */
    @Transactional(readOnly = true)
    public Slice<PaperItem> find(Actor by, PaperQuery query, @Nullable String cursor, int size) {
        return lists.find(query, access.keys(by), cursor, size);
    }
}
