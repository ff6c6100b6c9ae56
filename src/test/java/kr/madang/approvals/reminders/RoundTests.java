package kr.madang.approvals.reminders;

import static kr.madang.approvals.reminders.Waiting.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.OfficeTest;
import kr.madang.approvals.dispatch.office.PostOffice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock reminds of what waits too long. */
@OfficeTest
class RoundTests {
    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient db;

    private Waiting office;

    @BeforeEach
    void open() {
        office = new Waiting(beans);
    }

    private Waiting.Node on(int day, String time) {
        return office.node(office.at(day, time), PostOffice.none());
    }

    @Test
    void everyWorkingDayOnce() {
        var paper = office.late("늦은 문서");
        assertThat(on(0, "09:00").go().reminders()).isEqualTo(1);
        assertThat(on(0, "09:00").go().reminders()).as("run twice").isZero();
        assertThat(on(0, "23:59:59").go().reminders()).isZero();
        assertThat(on(1, "00:00").go().reminders())
                .as("the day begins at midnight in Seoul")
                .isEqualTo(1);
        assertThat(on(5, "09:00").go().reminders()).as("Saturday").isZero();
        assertThat(on(6, "23:59:59").go().reminders()).as("Sunday").isZero();
        assertThat(on(7, "00:00").go().reminders()).as("Monday").isEqualTo(1);
        assertThat(office.reminders(paper)).hasSize(3).allMatch(Reminder::clock);
        assertThat(on(5, "09:00").job.run()).contains("쉬는 날");
    }

    @Test
    void threeDaysAreNotYetLate() {
        var paper = office.waiting("세 날");
        office.since(paper, office.at(-3, "09:00"));
        assertThat(on(0, "09:00").go().reminders()).isZero();
        assertThat(on(0, "09:00:01").go().reminders()).isEqualTo(1);
    }

    @Test
    void byHandAndByTheClockDoNotCountForEachOther() {
        var paper = office.late("늦은 문서");
        on(0, "08:00").remind(office.clerk, paper, office.leader, "");
        assertThat(on(0, "09:00").go().reminders()).isEqualTo(1);
        assertThat(office.reminders(paper)).hasSize(2);
    }

    @Test
    void nobodyHearsForThoseWhoLeftAndTheTrailSaysSo() {
        var paper = office.late("주인 없는 문서");
        office.leaves(office.leader);
        var node = on(0, "09:00");
        var came = node.go();
        assertThat(came.unheard()).isEqualTo(1);
        assertThat(came.reminders()).isZero();
        assertThat(office.reminders(paper).getFirst().told()).isNull();
        assertThat(node.store.since(new java.util.UUID[] {paper.value()}, new java.util.UUID[] {office.leader.id()}))
                .as("nobody was urged")
                .isEmpty();
        assertThat(db.sql("select count(*) from kernel.trail_entry where subject = :paper and act = 'paper.unheard'")
                        .param("paper", "paper:" + paper)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(on(1, "09:00").job.run()).contains("아무도 받지 못한 독촉 1건");
    }

    @Test
    void theDeputyHearsWhatHeCanDoAndNothingElse() {
        var review = office.late("검토할 문서");
        var deputy = office.person("주무관", office.team);
        office.away(office.leader, deputy, office.monday);
        var own = office.papers.open(office.clerk, review).paper().line();
        assertThat(own.seats()).contains(seat(office.leader));
        on(0, "09:00").go();
        assertThat(office.reminders(review).getFirst().told()).isEqualTo(seat(deputy));
        db.sql("update approvals.seat set duty = 'READ' where paper = :paper and due")
                .param("paper", review)
                .update();
        office.away(office.leader, deputy, office.monday.plusDays(1));
        on(1, "09:00").go();
        assertThat(office.reminders(review).getFirst().told())
                .as("nobody reads for somebody else")
                .isEqualTo(seat(office.leader));
    }

    @Test
    void anAbsentPersonWhoseDeputyDraftedItHearsItHimself() {
        var paper = office.late("기안자가 대리인");
        office.away(office.leader, office.clerk, office.monday);
        on(0, "09:00").go();
        assertThat(office.reminders(paper).getFirst().told()).isEqualTo(seat(office.leader));
    }

    @Test
    void twoNodesAtOnceRemindOnce() throws Exception {
        for (int i = 0; i < 20; i++) office.late("늦은 문서 " + i);
        var node = on(0, "09:00");
        Callable<Integer> round = () -> node.go().reminders();
        int all = 0;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var one : nodes.invokeAll(List.of(round, round, round, round))) all += one.get();
        }
        assertThat(all).isEqualTo(20);
    }

    @Test
    void withoutAMailServerNoLetterIsKept() {
        office.late("늦은 문서");
        var came = on(0, "09:00").go();
        assertThat(came.letters()).isZero();
        assertThat(came.homeless()).isEqualTo(1);
        assertThat(db.sql("select count(*) from approvals.reminder_letter where account = :account")
                        .param("account", office.leader.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
