package kr.madang.notices.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.desk.AbsenceCalendar;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Period;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Subject;
import kr.madang.notices.sends.Calendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A paper that waits is news for whom it waits, and for nobody else. */
class NewsOfPapersTests extends PostCase {
    private static final Wish DUE = new Wish(Set.of("approvals.due"), true, false, ALWAYS);

    @Autowired
    AbsenceCalendar absences;

    private Paper.Id paper(Actor drafter) {
        var face = new Face("새글 시험", "새글", List.of("1. 시험합니다."), "/desk/notices/mine", "seal");
        return new Paper.Id(gate.ask(drafter, new Subject("notices", "news:" + System.nanoTime()), "press", face));
    }

    /** A paper that waits for the chief is news for him, once, and for nobody else. */
    @Test
    void aPaperThatWaitsIsNewsForWhomItWaits() {
        var team = "pt" + System.nanoTime();
        var drafter = person(team, "기획팀장", Level.WORK);
        var chief = person(team, "홍보미디어과장", Level.APPROVE);
        for (var each : List.of(drafter, chief)) subscriptions.change(each, DUE);
        var paper = paper(drafter);
        var hash = papers.open(drafter, paper).hash();
        approvals.submit(drafter, paper, hash, "");
        kept(chief, 1);
        assertThat(items(chief).getFirst().link()).isEqualTo("/desk/approvals/papers/" + paper.value());
        assertThat(items(chief).getFirst().title()).doesNotContain("새글 시험");
        approvals.sign(chief, paper, hash, "");
        assertThat(items(drafter)).isEmpty();
        assertThat(items(chief)).hasSize(1);
    }

    private Actor person(String team, String title, Level level) {
        var login = "pp" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details(title, team, title, "", ""));
        grants.change(Actor.SYSTEM, account.id(), Map.of("approvals", java.util.Optional.of(level)), "시험");
        return new Actor(account.id().value(), login, title, team, Map.of("notices", level, "approvals", level));
    }

    /** Who acts for an absent chief hears of it too, and who is away may hear of it as he wished. */
    @Test
    void aPaperThatWaitsForSomebodyAbsentIsNewsForHisDeputy() {
        var team = "pd" + System.nanoTime();
        var drafter = person(team, "기획팀장", Level.WORK);
        var chief = person(team, "홍보미디어과장", Level.APPROVE);
        var deputy = person(team, "주무관", Level.APPROVE);
        var other = person(team, "주무관", Level.APPROVE);
        for (var each : List.of(drafter, chief, deputy, other)) subscriptions.change(each, DUE);
        var today = LocalDate.now(Calendar.SEOUL);
        absences.plan(
                chief,
                new Absence(Person.of(chief.id()), Period.day(today), Absence.Cause.TRIP, Person.of(deputy.id())));
        var paper = paper(drafter);
        approvals.submit(drafter, paper, papers.open(drafter, paper).hash(), "");
        kept(chief, 1);
        kept(deputy, 1);
        assertThat(items(deputy).getFirst().link()).isEqualTo("/desk/approvals/papers/" + paper.value());
        assertThat(items(drafter)).isEmpty();
        assertThat(items(other)).isEmpty();
    }
}
