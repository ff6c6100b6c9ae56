package kr.madang.approvals.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.madang.accounts.Account;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.delegation.Decision;
import kr.madang.approvals.delegation.Position;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Role;
import kr.madang.approvals.line.Roster;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.line.StandIn;
import kr.madang.kernel.seed.Draw;

/** How one paper of the demo office goes along its line (결재 경과); most are simply signed, a few take every other turn there is. */
final class Course implements Roster {
    private static final int DAY = 24 * 60;
    private static final String BACK = "금액과 일정을 다시 확인하여 올려 주시기 바랍니다.";

    /** What may befall a paper beside being signed. */
    private enum Fate {
        SIGNED,
        WITHDRAWN,
        RETURNED,
        SKIPPED,
        DISSENTED,
        REVISED,
        DEPUTED,
        /** Lies for days. */
        LATE;

        static Fate draw(Draw draw) {
            int lot = draw.between(1, 1000);
            if (lot <= 4) return WITHDRAWN;
            if (lot <= 20) return RETURNED;
            if (lot <= 25) return SKIPPED;
            if (lot <= 45) return DISSENTED;
            if (lot <= 65) return REVISED;
            if (lot <= 95) return DEPUTED;
            return lot <= 115 ? LATE : SIGNED;
        }
    }

    private final Draw draw;
    private final Wording wording;
    private final Line line;
    private final Person deputy;
    private final List<Version> versions = new ArrayList<>();
    private Fate fate;
    private Paper paper;
    private Instant at;

    Course(Draw draw, Staff staff, Account drafter, Decision decision, boolean consults, Wording wording, Instant at) {
        this.draw = draw;
        this.wording = wording;
        this.at = at;
        this.line = line(draw, staff, drafter, decision, consults);
        this.deputy = Staff.person(staff.leader("planning"));
        this.fate = Fate.draw(draw);
        var first = wording.version(1, line.drafter(), at);
        versions.add(first);
        this.paper = Paper.draft(new Paper.Id(draw.id(at)), line, first.hash(), at, this);
    }

    private static Line line(Draw draw, Staff staff, Account drafter, Decision decision, boolean consults) {
        var leader = Staff.person(staff.leader(drafter.team()));
        var stages = new ArrayList<Stage>();
        if (decision.position().compareTo(Position.LEADER) < 0) stages.add(Stage.review(leader));
        if (decision.position() == Position.DIRECTOR)
            stages.add(Stage.review(Staff.person(staff.chief(drafter.team()))));
        var others = staff.leaders().stream()
                .filter(other -> !other.team().equals(drafter.team()))
                .toList();
        if (consults) stages.add(Stage.concur(Staff.person(draw.pick(others))));
        var approver =
                switch (decision.position()) {
                    case HEAD, VICE_HEAD, DIRECTOR -> Staff.person(staff.account("director"));
                    case CHIEF -> Staff.person(staff.chief(drafter.team()));
                    case LEADER, OFFICER -> leader;
                };
        boolean reviewed = decision.position().compareTo(Position.LEADER) < 0;
        var readers =
                draw.chance(0.15) ? List.of(Staff.person(draw.pick(staff.writers(drafter.team())))) : List.<Person>of();
        return new Line(Staff.person(drafter), stages, approver, readers, decision.terms(reviewed));
    }

    /** To the end, whatever that is. */
    Paper run() {
        step(2, 40);
        act(new Act.Submit(line.drafter(), at, paper.content(), ""));
        if (fate == Fate.WITHDRAWN) {
            step(1, 20);
            act(new Act.Withdraw(line.drafter(), at, "붙임을 보완하여 다시 올리겠습니다."));
            return paper;
        }
        while (paper.status().underway()) {
            if (fate == Fate.LATE) step(3 * DAY, 9 * DAY);
            else step(10, 400);
            settle(paper.due().getFirst());
        }
        afterwards();
        return paper;
    }

    private void settle(Person seat) {
        var role = line.roleOf(seat).orElse(Role.APPROVE);
        if (fate == Fate.RETURNED) act(new Act.Return(seat, at, BACK));
        else if (fate == Fate.SKIPPED && role == Role.REVIEW)
            once(new Act.SkipReview(line.drafter(), seat, at, "출장으로 검토를 생략함"));
        else if (fate == Fate.DISSENTED && role != Role.APPROVE)
            once(new Act.Dissent(seat, at, paper.content(), "취지에는 같은 생각이나 시기를 한 달 늦추는 것이 좋겠습니다."));
        else if (fate == Fate.REVISED && role == Role.REVIEW) revise(seat);
        else if (fate == Fate.DEPUTED
                && role == Role.APPROVE
                && !line.seats().contains(deputy)
                && !line.drafter().equals(deputy)) once(new Act.SignFor(deputy, seat, at, paper.content(), ""));
        else act(new Act.Sign(seat, at, paper.content(), ""));
    }

    private void revise(Person seat) {
        var next = wording.revised(versions.size() + 1, seat, at);
        once(new Act.Revise(seat, at, paper.content(), next.hash(), "검토 의견을 넣음"));
        versions.add(next);
        step(1, 5);
        act(new Act.Sign(seat, at, paper.content(), ""));
    }

    private void afterwards() {
        if (paper.reportDue()) {
            step(60, 2_000);
            act(new Act.ConfirmReport(line.approver(), at, ""));
        }
        if (paper.approvedAt().isEmpty()) return;
        for (var reader : line.circulation()) {
            step(5, 600);
            act(new Act.Read(reader, at));
        }
    }

    /** 재기안: the same once more, in the place of what was sent back. */
    Course again() {
        step(30, 900);
        var next = new Course(this);
        var first = wording.version(1, line.drafter(), at);
        next.versions.add(first);
        var made = paper.redraft(new Paper.Id(draw.id(at)), line, first.hash(), at, this);
        paper = made.old();
        next.paper = made.fresh();
        return next;
    }

    private Course(Course old) {
        this.draw = old.draw;
        this.wording = old.wording;
        this.line = old.line;
        this.deputy = old.deputy;
        this.paper = old.paper;
        this.at = old.at;
        this.fate = Fate.SIGNED;
    }

    boolean sentBack() {
        return fate == Fate.RETURNED;
    }

    Paper paper() {
        return paper;
    }

    List<Version> versions() {
        return versions;
    }

    private void step(int least, int most) {
        at = Workdays.later(at, draw, least, most);
    }

    private void once(Act act) {
        act(act);
        fate = Fate.SIGNED;
    }

    private void act(Act act) {
        paper = paper.act(act, this);
    }

    @Override
    public boolean serves(Person person, Instant moment) {
        return true;
    }

    @Override
    public StandIn standIn(Person person, Instant moment) {
        boolean away = fate == Fate.DEPUTED && person.equals(line.approver());
        return away ? new StandIn.Deputy(deputy, List.of(person)) : new StandIn.Present();
    }
}
