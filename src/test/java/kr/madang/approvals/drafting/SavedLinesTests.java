package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import kr.madang.OfficeTest;
import kr.madang.approvals.drafting.Sketch.Part;
import org.junit.jupiter.api.Test;

/** Lines kept by name (저장한 결재선). */
@OfficeTest
class SavedLinesTests extends Drafters {
    @Test
    void aSavedLineComesBackUnderItsNameToItsOwnerOnly() {
        var owner = clerk();
        var line = Sketch.EMPTY.plus(Part.REVIEW, person(clerk())).plus(Part.APPROVE, person(clerk()));
        saved.keep(owner, " 홍보물  ", line);
        saved.keep(owner, "홍보물", line.plus(Part.CIRCULATE, person(owner)));
        var kept = saved.of(owner);
        assertThat(kept).extracting(SavedLines.Saved::name).containsExactly("홍보물");
        assertThat(kept.getFirst().sketch().rows()).hasSize(3);
        var stranger = clerk();
        assertThat(saved.find(stranger, kept.getFirst().id())).isEmpty();
        saved.forget(stranger, kept.getFirst().id());
        assertThat(saved.of(owner)).hasSize(1);
        saved.forget(owner, kept.getFirst().id());
        assertThat(saved.of(owner)).isEmpty();
    }

    @Test
    void aLineWithoutNameOrPeopleIsNotSaved() {
        var owner = clerk();
        var line = Sketch.EMPTY.plus(Part.APPROVE, person(owner));
        refused("approvals.saved.name", () -> saved.keep(owner, " \u0000 ", line));
        refused("approvals.saved.name", () -> saved.keep(owner, "가".repeat(61), line));
        refused("approvals.saved.empty", () -> saved.keep(owner, "빈 선", Sketch.EMPTY));
        for (int i = 0; i < 50; i++) saved.keep(owner, "선 " + i, line);
        refused("approvals.saved.many", () -> saved.keep(owner, "하나 더", line));
        assertThat(saved.of(owner)).hasSize(50);
    }
}
