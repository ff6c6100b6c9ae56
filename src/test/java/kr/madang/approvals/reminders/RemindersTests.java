package kr.madang.approvals.reminders;

import static kr.madang.approvals.reminders.Waiting.refused;
import static kr.madang.approvals.reminders.Waiting.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.approvals.desk.Inbox;
import kr.madang.approvals.dispatch.office.PostOffice;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People remind each other of papers by hand. */
@OfficeTest
class RemindersTests {
    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient db;

    @Autowired
    Inbox inbox;

    private Waiting office;
    private Paper.Id paper;

    @BeforeEach
    void aPaperWaits() {
        office = new Waiting(beans);
        paper = office.late("협조 요청");
    }

    private Waiting.Node on(int day, String time) {
        return office.node(office.at(day, time), PostOffice.none());
    }

    @Test
    void theDrafterRemindsOncePerWorkingDay() {
        on(3, "10:00").remind(office.clerk, paper, office.leader, "급합니다");
        refused("approvals.urge.today", () -> on(3, "23:59").remind(office.clerk, paper, office.leader, ""));
        on(4, "00:00").remind(office.clerk, paper, office.leader, "");
        // Saturday counts for Monday
        on(5, "11:00").remind(office.clerk, paper, office.leader, "");
        refused("approvals.urge.today", () -> on(6, "11:00").remind(office.clerk, paper, office.leader, ""));
        refused("approvals.urge.today", () -> on(7, "09:00").remind(office.clerk, paper, office.leader, ""));
        on(8, "09:00").remind(office.clerk, paper, office.leader, "");
        assertThat(office.reminders(paper)).hasSize(4).last().satisfies(r -> {
            assertThat(r.words()).isEqualTo("급합니다");
            assertThat(r.by()).isEqualTo(office.clerk.name());
            assertThat(r.told()).isEqualTo(seat(office.leader));
            assertThat(r.clock()).isFalse();
        });
    }

    @Test
    void onlyWhoHoldsThePaperNowIsReminded() {
        var node = on(1, "10:00");
        refused("approvals.urge.notdue", () -> node.remind(office.clerk, paper, office.chief, ""));
        office.approvals.hold(office.leader, paper, "검토 중");
        node.remind(office.clerk, paper, office.leader, "");
        office.approvals.resume(office.leader, paper, "");
        office.approvals.sign(office.leader, paper, office.hash(paper), "");
        refused("approvals.urge.notdue", () -> on(2, "10:00").remind(office.clerk, paper, office.leader, ""));
        node.remind(office.clerk, paper, office.chief, "");
        office.approvals.sign(office.chief, paper, office.hash(paper), "");
        refused("approvals.urge.notdue", () -> on(2, "10:00").remind(office.clerk, paper, office.chief, ""));
        var back = office.waiting("회수할 문서");
        office.approvals.withdraw(office.clerk, back, "다시 씀");
        refused("approvals.urge.notdue", () -> node.remind(office.clerk, back, office.leader, ""));
        var none = Paper.Id.of("00000000-0000-7000-8000-000000000000");
        refused("approvals.paper.missing", () -> node.remind(office.clerk, none, office.leader, ""));
    }

    @Test
    void onlyTheDraftingTeamReminds() {
        var node = on(1, "10:00");
        var stranger = office.person("주무관", "elsewhere");
        refused("approvals.urge.other", () -> node.remind(stranger, paper, office.leader, ""));
        refused("approvals.urge.other", () -> node.remind(office.chief, paper, office.leader, ""));
        var looker = new Actor(stranger.id(), "x", "x", office.team, Map.of("approvals", Level.VIEW));
        refused("approvals.may.work", () -> node.remind(looker, paper, office.leader, ""));
        var lent = new Actor(office.clerk.id(), "x", "x", office.team, Map.of());
        refused("approvals.may.work", () -> node.remind(lent, paper, office.leader, ""));
        refused("approvals.urge.self", () -> node.remind(office.leader, paper, office.leader, ""));
        node.remind(office.person("주무관", office.team), paper, office.leader, "");
        assertThat(office.reminders(paper)).hasSize(1);
    }

    @Test
    void aPaperOfNoTeamIsOnlyTheDraftersOwn() {
        db.sql("update approvals.paper set team = '' where id = :id")
                .param("id", paper)
                .update();
        var teamless = office.person("주무관", "");
        refused("approvals.urge.other", () -> on(1, "10:00").remind(teamless, paper, office.leader, ""));
        on(1, "10:00").remind(office.clerk, paper, office.leader, "");
    }

    @Test
    void theDeputyHearsItAndNobodyWhoLeft() {
        var deputy = office.person("주무관", office.team);
        office.away(office.leader, deputy, office.monday);
        on(0, "10:00").remind(office.clerk, paper, office.leader, "");
        assertThat(office.reminders(paper).getFirst().told()).isEqualTo(seat(deputy));
        on(1, "10:00").remind(office.clerk, paper, office.leader, "");
        assertThat(office.reminders(paper).getFirst().told()).isEqualTo(seat(office.leader));
        office.away(office.leader, office.clerk, office.monday.plusDays(2));
        on(2, "10:00").remind(deputy, paper, office.leader, "");
        assertThat(office.reminders(paper).getFirst().told())
                .as("a drafter who is the deputy cannot act on his own draft")
                .isEqualTo(seat(office.leader));
        office.leaves(office.leader);
        refused("approvals.urge.left", () -> on(3, "10:00").remind(office.clerk, paper, office.leader, ""));
    }

    @Test
    void ofManyAtOnceOneReminds() throws Exception {
        var node = on(1, "10:00");
        Callable<Boolean> remind = () -> {
            node.remind(office.clerk, paper, office.leader, "");
            return true;
        };
        int reminded = 0;
        try (var people = Executors.newFixedThreadPool(8)) {
            for (var one : people.invokeAll(java.util.Collections.nCopies(8, remind)))
                try {
                    one.get();
                    reminded++;
                } catch (ExecutionException late) {
                    assertThat(late.getCause()).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code())
                            .isEqualTo("approvals.urge.today"));
                }
        }
        assertThat(reminded).isEqualTo(1);
        assertThat(office.reminders(paper)).hasSize(1);
    }

    @Test
    void wordsAreOneShortLineAndStayOutOfTheTrail() {
        var node = on(1, "10:00");
        refused("approvals.urge.long", () -> node.remind(office.clerk, paper, office.leader, "가".repeat(201)));
        node.remind(office.clerk, paper, office.leader, " 첫 줄\r\n둘째\0줄 ");
        assertThat(office.reminders(paper).getFirst().words()).isEqualTo("첫 줄  둘째 줄");
        var told =
                db.sql("""
                select details::text from kernel.trail_entry where subject = :paper and act = 'paper.urged'""").param("paper", "paper:" + paper).query(String.class).list();
        assertThat(told)
                .hasSize(1)
                .first()
                .asString()
                .contains(office.leader.id().toString())
                .doesNotContain("둘째");
    }

    @Test
    void remindersAreWrittenOnce() {
        on(1, "10:00").remind(office.clerk, paper, office.leader, "");
        for (var sql : List.of("update approvals.reminder set words = 'x'", "delete from approvals.reminder"))
            org.assertj.core.api.Assertions.assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> db.sql(sql).update());
    }

    @Test
    void theInboxShowsWhatWasUrgedSinceItWaits() {
        var other = office.waiting("다른 문서");
        assertThat(inbox.urged(office.leader)).isZero();
        var now = office.node(Instant.now(), PostOffice.none());
        now.remind(office.clerk, paper, office.leader, "오늘까지 부탁드립니다");
        assertThat(inbox.urged(office.leader)).isEqualTo(1);
        var urged = inbox.urged(office.leader, null, 10).rows();
        assertThat(urged).extracting(item -> item.paper()).containsExactly(paper);
        var all = now.reminders.of(inbox.due(office.leader, null, null, 10).rows());
        assertThat(all.keySet()).extracting(item -> item.paper()).containsExactly(paper);
        assertThat(all.values().iterator().next().spoken().orElseThrow().words())
                .isEqualTo("오늘까지 부탁드립니다");
        // it waits anew: what was urged before counts no more
        office.since(paper, Instant.now().plusSeconds(60));
        assertThat(inbox.urged(office.leader)).isZero();
        assertThat(now.reminders.of(inbox.due(office.leader, null, null, 10).rows()))
                .isEmpty();
        assertThat(other).isNotEqualTo(paper);
    }

    @Test
    void aDeputySeesTheUrgedPapersOfTheAbsent() {
        var deputy = office.person("주무관", office.team);
        office.away(office.leader, deputy, LocalDate.now(Waiting.SEOUL));
        office.node(Instant.now(), PostOffice.none()).remind(office.clerk, paper, office.leader, "");
        assertThat(inbox.urged(deputy)).isEqualTo(1);
        assertThat(inbox.urged(deputy, null, 10).rows())
                .extracting(item -> item.paper())
                .containsExactly(paper);
    }
}
