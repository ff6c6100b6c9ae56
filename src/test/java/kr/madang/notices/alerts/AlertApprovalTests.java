package kr.madang.notices.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.gate.Approved;
import kr.madang.notices.calls.Rung;
import kr.madang.notices.calls.Tree;
import kr.madang.notices.sends.Send;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What people signed goes out, once and late or not; what they did not sign does not. */
class AlertApprovalTests extends AlertCase {
    @Autowired
    AlertStore store;

    @Test
    void anAlertChangedBehindTheGateNeverGoesOut() throws Exception {
        var draft = alerts.draft(officer, real(text(), Way.SMS, Way.BANNER));
        var paper = asked(draft);
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> tamper(draft, "가짜 글"));
        db.sql("alter table notices.alert disable trigger alert_is_sealed").update();
        tamper(draft, "가짜 글");
        db.sql("alter table notices.alert enable trigger alert_is_sealed").update();
        int before = sendsInAll();
        approved(paper);
        Thread.sleep(700);
        assertThat(alerts.get(draft.id()).stage()).isEqualTo(Alert.Stage.APPROVAL);
        assertThat(sendsInAll()).isEqualTo(before);
        assertThat(heard.anythingOf(draft)).isFalse();
        db.sql("delete from kernel.event_publication where serialized_event like :id")
                .param("id", "%" + draft.id() + "%")
                .update();
    }

    private void tamper(Alert alert, String text) {
        db.sql("update notices.alert set text = :text where id = :id")
                .param("text", text)
                .param("id", alert.id())
                .update();
    }

    /** The same decision told again, by two nodes at once, changes nothing. */
    @Test
    void aDecisionToldTwiceLetsItOutOnce() throws Exception {
        var text = text();
        var draft = alerts.draft(officer, real(text, Way.SMS, Way.BANNER));
        var paper = asked(draft);
        approved(paper);
        reaches(draft, Alert.Stage.OUT);
        int before = sendsInAll();
        var again = new Approved(
                paper.value(),
                AlertApproval.subject(draft),
                AlertApproval.TASK,
                alerts.get(draft.id()).seal(),
                "x-1",
                chief.id(),
                "과장",
                clock.instant());
        atOnce(run(() -> approval.on(again)), run(() -> approval.on(again)), run(() -> approval.on(again)));
        // listeners work beside
        Thread.sleep(500);
        assertThat(sendsInAll()).isEqualTo(before);
        assertThat(alerts.steps(draft.id()))
                .filteredOn(s -> s.act().equals("raised"))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard(text) == 300);
    }

    /** Two who tell it at the very same moment, before it is out. */
    @Test
    void twoWhoTellItAtOnceLetItOutOnce() throws Exception {
        var draft = alerts.draft(officer, real(text(), Way.SMS));
        asked(draft);
        var told = new Approved(
                Objects.requireNonNull(alerts.get(draft.id()).paper()),
                AlertApproval.subject(draft),
                AlertApproval.TASK,
                alerts.get(draft.id()).seal(),
                "x-2",
                chief.id(),
                "과장",
                clock.instant());
        int before = sendsInAll();
        atOnce(run(() -> approval.on(told)), run(() -> approval.on(told)), run(() -> approval.on(told)));
        reaches(draft, Alert.Stage.OUT);
        Thread.sleep(500);
        assertThat(sendsInAll()).isEqualTo(before + 1);
        var send = sends.get(Objects.requireNonNull(ways(draft).getFirst().send()));
        // nobody signed at the gate: what claims to be approved does not run
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sends.get(send.serial()).state() == Send.State.HELD);
        assertThat(heard(send.content().text())).isZero();
    }

    @Test
    void anApprovalThatArrivesTooLateWaitsForSomebodyToSaySo() {
        var draft = alerts.draft(officer, real(text(), Way.BANNER));
        asked(draft);
        var late = new Approved(
                Objects.requireNonNull(alerts.get(draft.id()).paper()),
                AlertApproval.subject(draft),
                AlertApproval.TASK,
                alerts.get(draft.id()).seal(),
                "x-3",
                chief.id(),
                "과장",
                clock.instant().minus(Duration.ofHours(30)));
        approval.on(late);
        reaches(draft, Alert.Stage.HELD);
        assertThat(heard.anythingOf(draft)).isFalse();
        refused("notices.alert.reason", run(() -> raising.confirm(officer, draft.id(), " ")));
        var other = person("다른팀", "주무관", Level.WORK);
        refused("notices.alert.foreign", run(() -> raising.confirm(other, draft.id(), "남의 것")));
        refused("notices.alert.foreign", run(() -> alerts.drop(other, draft.id(), "남의 것")));
        raising.confirm(officer, draft.id(), "아직 비가 옴");
        assertThat(alerts.get(draft.id()).stage()).isEqualTo(Alert.Stage.OUT);
        refused("notices.alert.notheld", run(() -> raising.confirm(officer, draft.id(), "다시")));
    }

    /** A node that dies between the signature and the news must not keep an alert for minutes. */
    @Test
    void whatWasSignedGoesOutThoughItsNewsAreLost() {
        var draft = alerts.draft(officer, real(text(), Way.BANNER));
        var paper = asked(draft);
        assertThat(approval.catchUp()).isZero();
        var seal = alerts.get(draft.id()).seal();
        // the news arrive while nothing is asked with their seal, and are gone
        seal(draft, "another");
        approved(paper);
        await().atMost(Duration.ofSeconds(20)).until(() -> open(draft) == 0);
        assertThat(alerts.get(draft.id()).stage()).isEqualTo(Alert.Stage.APPROVAL);
        approval.catchUp();
        assertThat(alerts.get(draft.id()).stage()).isEqualTo(Alert.Stage.APPROVAL);
        seal(draft, seal);
        approval.catchUp();
        assertThat(alerts.get(draft.id()).stage()).isEqualTo(Alert.Stage.OUT);
        approval.catchUp();
        assertThat(alerts.steps(draft.id()))
                .filteredOn(s -> s.act().equals("raised"))
                .hasSize(1);
    }

    private void seal(Alert alert, String seal) {
        db.sql("update notices.alert set seal = :seal where id = :id")
                .param("seal", seal)
                .param("id", alert.id())
                .update();
    }

    private long open(Alert alert) {
        return db.sql(
                        "select count(*) from kernel.event_publication where completion_date is null and serialized_event like :id")
                .param("id", "%" + alert.id() + "%")
                .query(Long.class)
                .single();
    }

    /** One that cannot go out must not keep the next from going out. */
    @Test
    void oneThatCannotGoOutKeepsNoOtherFromIt() {
        var stuck = signedWithoutNews();
        var fine = signedWithoutNews();
        db.sql("insert into notices.alert_way (alert, drill, way) values (:id, false, 'BANNER')")
                .param("id", stuck.id())
                .update();
        resealed(stuck);
        resealed(fine);
        approval.catchUp();
        assertThat(alerts.get(stuck.id()).stage()).isEqualTo(Alert.Stage.APPROVAL);
        assertThat(alerts.get(fine.id()).stage()).isEqualTo(Alert.Stage.OUT);
        db.sql("delete from notices.alert_way where alert = :id")
                .param("id", stuck.id())
                .update();
        approval.catchUp();
        assertThat(alerts.get(stuck.id()).stage()).isEqualTo(Alert.Stage.OUT);
    }

    private Alert signedWithoutNews() {
        var draft = alerts.draft(officer, real(text(), Way.BANNER));
        var paper = asked(draft);
        seal(draft, "another");
        approved(paper);
        await().atMost(Duration.ofSeconds(20)).until(() -> open(draft) == 0);
        return draft;
    }

    private void resealed(Alert alert) {
        seal(alert, AlertSeal.of(alerts.get(alert.id())));
    }

    /** Whoever writes in the tree while people decide changes nothing of what they decide about. */
    @Test
    void whoIsCalledIsPartOfWhatIsApproved() {
        var meant = staff("010-0000-7011");
        var other = staff("010-0000-7012");
        var tree = tree(meant);
        var text = text();
        var draft = alerts.draft(officer, content(text, EnumSet.of(Way.BANNER, Way.CALL), tree, everybody()));
        var paper = asked(draft);
        assertThat(papers.open(officer, paper).current().text()).contains("비상연락망: 연락망", "첫 단계 1명");
        var rung = trees.get(tree).tree().rungs().getFirst();
        var changed = new Rung(rung.title(), List.of(other.toString()), 1, rung.span(), rung.repeat(), rung.most());
        trees.write(Actor.SYSTEM, tree, 1, new Tree(trees.get(tree).tree().name(), List.of(changed)));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> db.sql("update notices.alert set called_rungs = '[]' where id = :id")
                        .param("id", draft.id())
                        .update());
        approved(paper);
        reaches(draft, Alert.Stage.OUT);
        var call =
                calls.get(Objects.requireNonNull(ways(draft).getLast().call())).call();
        assertThat(call.tree().rungs().getFirst().people()).containsExactly(meant.toString());
        calls.end(Actor.SYSTEM, Objects.requireNonNull(ways(draft).getLast().call()), "시험이 끝남");
        // asked anew, it is another decision
        var again = alerts.draft(officer, draft.content());
        var before = AlertSeal.of(again);
        store.freeze(again.id(), trees.get(tree).tree());
        assertThat(AlertSeal.of(alerts.get(again.id()))).isNotEqualTo(before);
    }

    @Test
    void sentBackItIsWrittenAnew() {
        var draft = alerts.draft(officer, real(text(), Way.BANNER));
        var paper = asked(draft);
        approvals.submit(officer, paper, papers.open(officer, paper).hash(), "");
        approvals.sendBack(chief, paper, "글을 줄이십시오");
        reaches(draft, Alert.Stage.RETURNED);
        var back = alerts.get(draft.id());
        var again = alerts.write(officer, draft.id(), back.version(), real(text(), Way.BANNER));
        refused("notices.alert.overtaken", () -> alerts.write(officer, draft.id(), back.version(), real(text())));
        assertThat(out(again).stage()).isEqualTo(Alert.Stage.OUT);
    }
}
