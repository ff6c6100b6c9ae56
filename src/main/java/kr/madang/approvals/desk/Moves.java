package kr.madang.approvals.desk;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import kr.madang.approvals.line.Act;
import kr.madang.approvals.line.Line;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Roster;
import kr.madang.kernel.Refused;

/** Finds out what somebody may do with a paper now by asking the rules themselves (가능한 처리), so that no page knows rules of its own. */
final class Moves {
    private static final String OTHER_CONTENT = "0".repeat(64);
    private static final String REASON = "-";

    private final Paper paper;
    private final Person me;
    private final Instant at;
    private final Roster roster;
    private final Set<Move> found = EnumSet.noneOf(Move.class);

    private Moves(Paper paper, Person me, Instant at, Roster roster) {
        this.paper = paper;
        this.me = me;
        this.at = at;
        this.roster = roster;
    }

    static Set<Move> of(Paper paper, Person me, Instant at, Roster roster) {
        return new Moves(paper, me, at, roster).all();
    }

    private Set<Move> all() {
        var hash = paper.content();
        attempt(Move.SUBMIT, new Act.Submit(me, at, hash, ""));
        attempt(Move.REVISE, new Act.Revise(me, at, hash, OTHER_CONTENT, ""));
        attempt(Move.SIGN, new Act.Sign(me, at, hash, ""));
        for (var seat : paper.due()) attempt(Move.SIGN_FOR, new Act.SignFor(me, seat, at, hash, ""));
        attempt(Move.DISSENT, new Act.Dissent(me, at, hash, REASON));
        attempt(Move.RETURN, new Act.Return(me, at, REASON));
        attempt(Move.HOLD, new Act.Hold(me, at, REASON));
        attempt(Move.RESUME, new Act.Resume(me, at, REASON));
        attempt(Move.WITHDRAW, new Act.Withdraw(me, at, REASON));
        for (var seat : paper.line().seats()) attempt(Move.SKIP_REVIEW, new Act.SkipReview(me, seat, at, REASON));
        attempt(Move.CHANGE_LINE, new Act.ChangeLine(me, at, paper.line(), ""));
        attempt(Move.CONFIRM_REPORT, new Act.ConfirmReport(me, at, ""));
        attempt(Move.READ, new Act.Read(me, at));
        attempt(Move.DISCARD, new Act.Discard(me, at));
        attempt(Move.RESTORE, new Act.Restore(me, at));
        if (paper.status().withDrafter()
                && paper.line().drafter().equals(me)
                && paper.successor().isEmpty()) found.add(Move.REFILE);
        redraft(paper.line());
        return found;
    }

    private void attempt(Move move, Act act) {
        try {
            paper.act(act, roster);
            found.add(move);
        } catch (Refused refused) {
            // the answer is no
        }
    }

    private void redraft(Line line) {
        try {
            var mine = new Line(
                    me,
                    line.stages(),
                    line.approver(),
                    line.circulation(),
                    line.terms().withAlone(true));
            paper.redraft(new Paper.Id(new UUID(0, 0)), mine, paper.content(), at, roster);
            found.add(Move.REDRAFT);
        } catch (Refused refused) {
            // the answer is no
        }
    }
}
