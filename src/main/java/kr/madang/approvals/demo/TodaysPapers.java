package kr.madang.approvals.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kr.madang.accounts.Account;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Routes;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.seed.Draw;
import org.springframework.stereotype.Component;

/** Papers that wait for somebody on the day the demo office opens (결재 대기 문서), so that nobody finds an empty inbox. */
@Component
class TodaysPapers {
    private static final List<String> TEAMS = List.of("press", "planning", "media", "computing", "telecom");
    private static final List<String> CHIEFS = List.of("plan", "office.plan", "notice");

    private final Approvals approvals;
    private final Papers papers;
    private final Routes routes;
    private final Clock clock;

    TodaysPapers(Approvals approvals, Papers papers, Routes routes, Clock clock) {
        this.approvals = approvals;
        this.papers = papers;
        this.routes = routes;
        this.clock = clock;
    }

    /** Some wait for the chief, who may have put one aside, some for the leaders. @return how many */
    int sow(Draw draw, Staff staff) {
        int made = 0;
        var some = Topics.ALL.stream()
                .filter(topic -> TEAMS.contains(topic.team()) && topic.second() == null)
                .toList();
        for (int i = 0; i < some.size(); i++) {
            boolean forChief = CHIEFS.contains(some.get(i).task());
            if ((forChief || i % 3 == 0) && waits(draw, staff, some.get(i), forChief)) made++;
        }
        return made;
    }

    private boolean waits(Draw draw, Staff staff, Topic topic, boolean forChief) {
        var drafter = staff.writers(topic.team()).getFirst();
        var by = Staff.actor(drafter);
        var day = LocalDate.ofInstant(clock.instant(), Workdays.SEOUL);
        var amount = topic.most() == 0 ? null : (Long) (1_000L * topic.least());
        var content =
                Content.of(new Wording(topic, draw, day, amount).version(1, Staff.person(drafter), clock.instant()));
        var filing =
                new Filing(topic.kind(), topic.second(), topic.task(), amount, topic.disclosure(), topic.unitTask());
        var route = routes.propose(by, topic.task(), amount).route();
        if (route.isEmpty()) return false;
        var id = approvals.draft(by, content, filing, route.get());
        var hash = hash(drafter, id);
        approvals.submit(by, id, hash, "");
        if (!forChief) return true;
        var leader = staff.leader(topic.team());
        approvals.sign(Staff.actor(leader), id, hash, "");
        if (draw.chance(0.2)) approvals.hold(Staff.actor(staff.chief(topic.team())), id, "예산 부서의 답을 기다림");
        return true;
    }

    private String hash(Account drafter, Paper.Id id) {
        return papers.open(Staff.actor(drafter), id).hash();
    }
}
