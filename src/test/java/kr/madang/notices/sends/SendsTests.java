package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.State;
import org.junit.jupiter.api.Test;

/** A send from its draft to the telephones, and every way around the gate that does not exist. */
class SendsTests extends SendCase {
    @Test
    void whatPeopleApproveGoesToEverybodyAndNothingElseDoes() {
        var text = "도로를 막습니다 " + System.nanoTime();
        var send = sends.draft(officer, content(text, null));
        refused("notices.send.untried", () -> approval.ask(officer, send.serial(), send.version()));
        assertThat(trials.send(officer, send.serial(), OWN).state()).isEqualTo("handed");
        assertThat(heard(text)).isEqualTo(1);
        assertThat(trials.list(send.serial()).getFirst().ending()).isEqualTo("010-****-9999");
        var paper = asked(send);
        assertThat(papers.open(officer, paper).current().text()).contains(text, Seal.of(send.content()));
        refused(
                "notices.send.sealed",
                () -> sends.write(officer, send.serial(), send.version(), content("다른 글", null)));
        approved(paper);
        reaches(send, Send.State.CLOSED);
        assertThat(heard(text)).isEqualTo(302);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> facts.counts(send.serial()).of(State.DELIVERED) == 300);
        assertThat(sends.get(send.serial()).number()).isNotEmpty();
        assertThat(sends.steps(send.serial()))
                .extracting(Step::act)
                .containsExactly("drafted", "asked", "approved", "started");
        assertThat(audits.run(officer).findings()).isZero();
    }

    @Test
    void aTextThatIsChangedBehindTheGateNeverRuns() throws Exception {
        var text = "진짜 글 " + System.nanoTime();
        var due = clock.instant().plusSeconds(3);
        var send = sends.draft(officer, content(text, due));
        approved(asked(send));
        reaches(send, Send.State.SCHEDULED);
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> tamper(send, "가짜 글"));
        db.sql("alter table notices.send disable trigger send_is_sealed").update();
        tamper(send, "가짜 글 " + text);
        db.sql("alter table notices.send enable trigger send_is_sealed").update();
        reaches(send, Send.State.HELD);
        assertThat(sends.steps(send.serial()).getLast().act()).isEqualTo("held.broken");
        Thread.sleep(500);
        assertThat(heard("가짜 글 " + text)).isZero();
        assertThat(heard(text)).isEqualTo(1);
    }

    private void tamper(Send send, String text) {
        db.sql("update notices.send set text = :text where serial = :serial")
                .param("text", text)
                .param("serial", send.serial())
                .update();
    }

    @Test
    void aSendThatIsChangedWhileItRunsStops() {
        var text = "긴 줄 " + System.nanoTime();
        var send = sends.draft(officer, content(Kind.PUBLIC, text, "3000", null, "시험"));
        var paper = asked(send);
        center.slow(Duration.ofMillis(30));
        approved(paper);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard(text) > 100);
        db.sql("alter table notices.send disable trigger send_is_sealed").update();
        tamper(send, "가짜 " + text);
        db.sql("alter table notices.send enable trigger send_is_sealed").update();
        reaches(send, Send.State.PAUSED);
        assertThat(heard("가짜 " + text)).isZero();
        refused("notices.send.broken", run(() -> operating.resume(chief, send.serial())));
        tamperBack(send, text);
        operating.cancel(chief, send.serial(), "바뀐 글");
    }

    private void tamperBack(Send send, String text) {
        db.sql("alter table notices.send disable trigger send_is_sealed").update();
        tamper(send, text);
        db.sql("alter table notices.send enable trigger send_is_sealed").update();
    }

    @Test
    void aPaperWithAnotherSealApprovesNothing() {
        var text = "다른 시각 " + System.nanoTime();
        var send = sends.draft(officer, content(text, clock.instant().plusSeconds(600)));
        var paper = asked(send);
        db.sql("update notices.send set due_at = due_at - interval '2 hours', seal = seal where serial = :serial")
                .param("serial", send.serial())
                .update();
        resealed(send);
        approved(paper);
        // the paper bears the seal of another hour, so nothing is approved by it
        assertThat(sends.get(send.serial()).state()).isEqualTo(Send.State.APPROVAL);
        assertThat(heard(text)).isEqualTo(1);
    }

    private void resealed(Send send) {
        var now = sends.get(send.serial());
        db.sql("update notices.send set seal = :seal where serial = :serial")
                .param("seal", Seal.of(now.content()))
                .param("serial", send.serial())
                .update();
    }

    @Test
    void anApprovalThatComesTooLateIsHeldUntilSomebodySaysSo() {
        var text = "늦은 결재 " + System.nanoTime();
        var stale = new OfficeTerms("영등포구청", "", Duration.ofMinutes(1), 3);
        terms.change(Actor.SYSTEM, stale);
        var send = sends.draft(officer, content(text, clock.instant().minusSeconds(55)));
        var paper = asked(send);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Calendar.stale(send.meant(), clock.instant(), stale.stale()));
        approved(paper);
        reaches(send, Send.State.HELD);
        assertThat(heard(text)).isEqualTo(1);
        refused("notices.send.reason", run(() -> sends.confirm(officer, send.serial(), " ")));
        var other = person("다른팀", "주무관", Level.WORK);
        refused("notices.send.foreign", run(() -> sends.confirm(other, send.serial(), "남의 것")));
        refused("notices.send.foreign", run(() -> sends.drop(other, send.serial(), "남의 것")));
        sends.confirm(officer, send.serial(), "그래도 알려야 함");
        reaches(send, Send.State.CLOSED);
        assertThat(heard(text)).isEqualTo(301);
    }

    @Test
    void sentBackItIsWrittenAnewAndTriedAnew() {
        var send = sends.draft(officer, content("첫 글 " + System.nanoTime(), null));
        var paper = asked(send);
        approvals.submit(officer, paper, papers.open(officer, paper).hash(), "");
        approvals.sendBack(chief, paper, "글을 줄이십시오");
        reaches(send, Send.State.RETURNED);
        assertThat(sends.steps(send.serial()).getLast().words()).isEqualTo("글을 줄이십시오");
        var again = sends.write(officer, send.serial(), sends.get(send.serial()).version(), content("짧은 글", null));
        refused("notices.send.untried", () -> approval.ask(officer, again.serial(), again.version()));
        approved(asked(again));
        reaches(send, Send.State.CLOSED);
    }
}
