package kr.madang.approvals.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.madang.accounts.Account;
import kr.madang.approvals.delegation.DelegationTable;
import kr.madang.approvals.delegation.Entry;
import kr.madang.approvals.desk.BulkPapers;
import kr.madang.approvals.desk.Filing;
import kr.madang.kernel.seed.Draw;

/** A year of papers of the demo office (한 해 문서), day by day, each decided by the rules like any other. */
final class SeededYear {
    private static final int A_DAY = 82;

    private final Draw draw;
    private final Staff staff;
    private final DelegationTable table;
    private final List<Topic> topics = new ArrayList<>();
    private final List<BulkPapers.Life> lives = new ArrayList<>();

    SeededYear(Draw draw, Staff staff, List<Entry> table) {
        this.draw = draw;
        this.staff = staff;
        this.table = new DelegationTable(table);
        for (var topic : Topics.ALL) for (int i = 0; i < topic.often(); i++) topics.add(topic);
    }

    List<BulkPapers.Life> of(int year) {
        for (var day : Workdays.of(year)) {
            int many = A_DAY + draw.between(-14, 16);
            for (int i = 0; i < many; i++) paper(day);
        }
        return List.copyOf(lives);
    }

    private void paper(LocalDate day) {
        var topic = draw.pick(topics);
        var amount = topic.most() == 0 ? null : (Long) (1_000L * draw.between(topic.least(), topic.most()));
        var filing =
                new Filing(topic.kind(), topic.second(), topic.task(), amount, topic.disclosure(), topic.unitTask());
        var drafter = draw.pick(staff.writers(topic.team()));
        var decision = table.decide(topic.task(), amount, day);
        boolean consults = topic.task().equals("office.consult");
        var course = new Course(
                draw, staff, drafter, decision, consults, new Wording(topic, draw, day, amount), draw.moment(day));
        course.run();
        if (course.sentBack()) {
            var again = course.again();
            again.run();
            keep(course, filing, drafter);
            keep(again, filing, drafter);
        } else keep(course, filing, drafter);
    }

    private void keep(Course course, Filing filing, Account drafter) {
        lives.add(new BulkPapers.Life(course.paper(), course.versions(), filing, drafter.team(), drafter.name()));
    }
}
