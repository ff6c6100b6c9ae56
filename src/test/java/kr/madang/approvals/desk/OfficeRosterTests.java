package kr.madang.approvals.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kr.madang.OfficeTest;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.line.StandIn;
import kr.madang.kernel.Period;
import kr.madang.kernel.access.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class OfficeRosterTests {
    private static final LocalDate DAY = LocalDate.of(2031, 11, 24);

    @Autowired
    OfficeRoster roster;

    @Autowired
    AbsenceCalendar calendar;

    @Autowired
    Accounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Test
    void theOfficeDayIsSeoulsAndWhoLeftActsForNobody() {
        var desk = new Desk(accounts, approvals, papers);
        var chief = desk.chief();
        var deputy = desk.leader();
        var trip = new Absence(Desk.person(chief), Period.day(DAY), Absence.Cause.TRIP, Desk.person(deputy));
        calendar.plan(chief, trip);
        var lastSecond =
                DAY.plusDays(1).atStartOfDay(OfficeRoster.SEOUL).toInstant().minusSeconds(1);

        assertThat(roster.now().standIn(Desk.person(chief), lastSecond)).isInstanceOf(StandIn.Deputy.class);
        assertThat(roster.now().standIn(Desk.person(chief), lastSecond.plusSeconds(1)))
                .isEqualTo(new StandIn.Present());

        accounts.suspend(Actor.SYSTEM, new Account.Id(deputy.id()), "퇴직");
        assertThat(roster.now().serves(Desk.person(deputy), lastSecond)).isFalse();
        assertThat(roster.now().standIn(Desk.person(chief), lastSecond))
                .isInstanceOfSatisfying(
                        StandIn.Broken.class,
                        broken -> assertThat(broken.why().code()).isEqualTo("approvals.deputy.gone"));
    }
}
