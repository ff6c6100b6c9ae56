package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kr.madang.kernel.gate.Face;
import kr.madang.kernel.gate.Gate;
import kr.madang.kernel.gate.Subject;
import kr.madang.notices.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends that are decided together run when exactly they were approved, and are no way around the gate. */
class BundlesTests extends SendCase {
    private static final String TASK = "notices.bundle";

    @Autowired
    Bundles bundles;

    @Autowired
    Gate gate;

    @Autowired
    TransactionTemplate transaction;

    private static Content disaster(String text) {
        return content(Kind.DISASTER, text, "5", null, "시험");
    }

    private List<Integer> release(Subject subject, String head, List<Content> contents, UUID paper) {
        return transaction.execute(status -> bundles.release(officer, subject, TASK, head, contents, paper, "과-1"));
    }

    private static Subject subject() {
        return new Subject("notices", "bundle:" + System.nanoTime());
    }

    private kr.madang.approvals.line.Paper.Id asked(Subject subject, String seal) {
        var face = new Face("묶음", "묶음", List.of("묶음"), "/desk/notices/sends", seal);
        return new kr.madang.approvals.line.Paper.Id(gate.ask(officer, subject, TASK, face));
    }

    @Test
    void whatWasApprovedTogetherRuns() {
        var subject = subject();
        var contents = List.of(disaster("하나 " + System.nanoTime()), disaster("둘 " + System.nanoTime()));
        var paper = asked(subject, Bundles.seal("머리", contents));
        approved(paper);
        for (int serial : release(subject, "머리", contents, paper.value()))
            reaches(sends.get(serial), Send.State.CLOSED);
        for (var content : contents) assertThat(heard(content.text())).isEqualTo(5);
    }

    @Test
    void withoutASignatureNothingRuns() {
        var subject = subject();
        var contents = List.of(disaster("서명 없이 " + System.nanoTime()));
        var paper = asked(subject, Bundles.seal("머리", contents));
        for (int serial : release(subject, "머리", contents, paper.value())) reaches(sends.get(serial), Send.State.HELD);
        assertThat(heard(contents.getFirst().text())).isZero();
    }

    @Test
    void oneMoreThanWasApprovedStopsAllOfThem() {
        var subject = subject();
        var good = disaster("결재한 글 " + System.nanoTime());
        var more = disaster("끼운 글 " + System.nanoTime());
        var paper = asked(subject, Bundles.seal("머리", List.of(good)));
        approved(paper);
        for (int serial : release(subject, "머리", List.of(good, more), paper.value()))
            reaches(sends.get(serial), Send.State.HELD);
        assertThat(heard(good.text()) + heard(more.text())).isZero();
    }

    @Test
    void anotherHeadIsAnotherDecision() {
        var subject = subject();
        var contents = List.of(disaster("다른 머리 " + System.nanoTime()));
        var paper = asked(subject, Bundles.seal("머리", contents));
        approved(paper);
        for (int serial : release(subject, "다른 머리", contents, paper.value()))
            reaches(sends.get(serial), Send.State.HELD);
    }
}
