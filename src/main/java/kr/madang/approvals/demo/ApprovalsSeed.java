package kr.madang.approvals.demo;

import kr.madang.accounts.Directory;
import kr.madang.approvals.desk.BulkPapers;
import kr.madang.approvals.desk.Delegations;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.shelf.YearEnd;
import kr.madang.kernel.Korean;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.stereotype.Component;

/** Sows the approvals of the demo office: who decides what, the papers of 2023, and some that wait today. */
@Component
class ApprovalsSeed implements Seed {
    private static final int YEAR = 2023;

    private final Delegations delegations;
    private final BulkPapers bulk;
    private final Directory directory;
    private final Units units;
    private final YearEnd yearEnd;
    private final TodaysPapers today;

    ApprovalsSeed(
            Delegations delegations,
            BulkPapers bulk,
            Directory directory,
            Units units,
            YearEnd yearEnd,
            TodaysPapers today) {
        this.delegations = delegations;
        this.bulk = bulk;
        this.directory = directory;
        this.units = units;
        this.yearEnd = yearEnd;
        this.today = today;
    }

    /** After accounts, office and the unit tasks. */
    @Override
    public int order() {
        return 410;
    }

    @Override
    public String title() {
        return "전자결재";
    }

    @Override
    public String sow(Draw draw) {
        SeededTable.rows().forEach(row -> delegations.add(Actor.SYSTEM, row));
        var staff = new Staff(directory);
        if (!staff.complete()) return "전결 기준 " + SeededTable.rows().size() + "건";
        var lives = new SeededYear(draw, staff, SeededTable.rows()).of(YEAR);
        bulk.take(Actor.SYSTEM, lives);
        for (var unit : units.all()) yearEnd.close(Actor.SYSTEM, unit.code(), YEAR);
        int waiting = today.sow(draw, staff);
        return "전결 기준 " + SeededTable.rows().size() + "건, " + YEAR + "년 문서 " + Korean.number(lives.size()) + "건, 결재 대기 "
                + waiting + "건";
    }
}
