package kr.madang.notices.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.gate.Approved;
import kr.madang.notices.cap.CapReader;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.sends.Content;
import kr.madang.notices.sends.Send;
import org.junit.jupiter.api.Test;

/** An alert from its draft over one approval to every way, and what follows it. */
class AlertsTests extends AlertCase {
    @Test
    void oneApprovalLetsItOutOnEveryWay() {
        var person = staff("010-0000-7001");
        var text = text();
        var ways = EnumSet.of(Way.SMS, Way.BANNER, Way.DISPLAY, Way.CALL);
        var draft = alerts.draft(officer, content(text, ways, tree(person), everybody()));
        var paper = asked(draft);
        assertThat(papers.open(officer, paper).current().text())
                .contains(text, AlertSeal.of(alerts.get(draft.id())), "문자", "직원 비상소집");
        refused("notices.alert.sealed", () -> alerts.write(officer, draft.id(), draft.version() + 1, real(text())));
        approved(paper);
        reaches(draft, Alert.Stage.OUT);
        var out = ways(draft);
        assertThat(out).extracting(WayOut::way).containsExactly(Way.SMS, Way.BANNER, Way.DISPLAY, Way.CALL);
        assertThat(out).extracting(WayOut::why).containsOnly("");
        int send = java.util.Objects.requireNonNull(out.getFirst().send());
        await().atMost(Duration.ofSeconds(20)).until(() -> heard(text) == 300);
        assertThat(sends.get(send).number()).isEqualTo(alerts.get(draft.id()).number());
        var call = calls.get(java.util.Objects.requireNonNull(out.getLast().call()));
        assertThat(call.cause()).isEqualTo(draft.identifier());
        assertThat(call.call().text()).isEqualTo(text);
        assertThat(heard.events)
                .filteredOn(AlertRaised.class::isInstance)
                .filteredOn(e -> ((AlertRaised) e).alert().identifier().equals(draft.identifier()))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(banner.strips(false))
                .anyMatch(s -> s.path().equals("/alerts/" + draft.identifier())));
        var message = CapReader.read(cap.write(alerts.get(draft.id())));
        assertThat(message.live()).isTrue();
        assertThat(message.infos().getFirst().description()).isEqualTo(text);
        assertThat(message.infos().getFirst().severity()).isEqualTo(CapWord.Severity.SEVERE);
    }

    private java.util.List<WayOut> ways(Alert alert) {
        return ways.of(alert.id());
    }

    @Test
    void nothingIsAskedThatCouldNotGoOut() {
        var gaps = alerts.draft(officer, real("[영등포구] {시각} 당산1동에 호우경보가 발령되었습니다. 외출을 삼가세요.", Way.SMS));
        refused("notices.alert.gaps", () -> asked(gaps));
        var nowhere = alerts.draft(officer, real(text()));
        refused("notices.alert.ways", () -> asked(nowhere));
        var nobodyCalled = alerts.draft(officer, real(text(), Way.CALL));
        refused("notices.alert.tree", () -> asked(nobodyCalled));
        var link = alerts.draft(officer, real("[영등포구] 오늘 15시 당산1동 침수. http://a.kr 에서 확인하고 대피하세요.", Way.BANNER));
        refused("notices.disaster.link", () -> asked(link));
        refused("notices.alert.text", () -> real("가".repeat(158), Way.BANNER));
        refused("notices.alert.text", () -> content("가".repeat(153), Set.of(), null, new Whom.Staff(Set.of())));
    }

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
                java.util.Objects.requireNonNull(alerts.get(draft.id()).paper()),
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
        var send = sends.get(
                java.util.Objects.requireNonNull(ways(draft).getFirst().send()));
        // nobody signed at the gate: what claims to be approved does not run
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sends.get(send.serial()).state() == Send.State.HELD);
        assertThat(heard(send.content().text())).isZero();
    }

    @SafeVarargs
    private static void atOnce(Callable<Void>... acts) throws Exception {
        try (var pool = Executors.newFixedThreadPool(acts.length)) {
            for (var done : pool.invokeAll(java.util.List.of(acts))) done.get();
        }
    }

    @Test
    void anUpdateTakesThePlaceAndACancellationEndsIt() throws Exception {
        var first = out(real(text(), Way.BANNER));
        var update = alerts.follow(officer, first.id(), Alert.Type.UPDATE, real(text(), Way.BANNER));
        refused(
                "notices.alert.following",
                () -> alerts.follow(officer, first.id(), Alert.Type.CANCEL, real(text(), Way.BANNER)));
        var second = out(update);
        assertThat(alerts.get(first.id()).ending()).isEqualTo(Alert.Ending.UPDATED);
        refused(
                "notices.alert.followed",
                () -> alerts.follow(officer, first.id(), Alert.Type.CANCEL, real(text(), Way.BANNER)));
        var third = out(alerts.follow(officer, second.id(), Alert.Type.CANCEL, real(text(), Way.BANNER)));
        assertThat(alerts.get(second.id()).ending()).isEqualTo(Alert.Ending.CANCELLED);
        assertThat(third.counts(clock.instant())).isFalse();
        var message = CapReader.read(cap.write(third));
        assertThat(message.type()).isEqualTo(CapWord.MessageType.CANCEL);
        assertThat(message.references())
                .extracting(r -> r.identifier())
                .containsExactly(second.identifier(), first.identifier());
        assertThat(heard.events)
                .filteredOn(e -> e.toString().contains(second.identifier())
                        || e.toString().contains(first.identifier()))
                .hasExactlyElementsOfTypes(AlertRaised.class, AlertChanged.class, AlertEnded.class);
        refused(
                "notices.alert.followed",
                () -> alerts.follow(officer, third.id(), Alert.Type.UPDATE, real(text(), Way.BANNER)));
    }

    @Test
    void twoWhoFollowAtOnceMakeOneFollower() throws Exception {
        var first = out(real(text(), Way.BANNER));
        var made = new java.util.concurrent.atomic.AtomicInteger();
        Callable<Void> follow = () -> {
            try {
                alerts.follow(officer, first.id(), Alert.Type.UPDATE, real(text(), Way.BANNER));
                made.incrementAndGet();
            } catch (Refused e) {
                assertThat(e.code()).isEqualTo("notices.alert.following");
            }
            return null;
        };
        atOnce(follow, follow, follow);
        assertThat(made).hasValue(1);
    }

    @Test
    void itRunsOutByItself() {
        var alert = out(real(text(), Way.BANNER));
        db.sql("update notices.alert set ends_at = now() - interval '1 second' where id = :id")
                .param("id", alert.id())
                .update();
        assertThat(alerts.get(alert.id()).counts(clock.instant())).isFalse();
        while (raising.expire()) Thread.onSpinWait();
        assertThat(alerts.get(alert.id()).ending()).isEqualTo(Alert.Ending.EXPIRED);
        assertThat(heard.events)
                .contains(new AlertEnded(
                        alert.identifier(),
                        Alert.Ending.EXPIRED,
                        java.util.Objects.requireNonNull(alerts.get(alert.id()).endedAt())));
        // what ran out may still be updated, for people to hear how it went on
        assertThat(alerts.get(alert.id()).mayBeFollowed()).isTrue();
    }

    @Test
    void anApprovalThatArrivesTooLateWaitsForSomebodyToSaySo() {
        var draft = alerts.draft(officer, real(text(), Way.BANNER));
        asked(draft);
        var late = new Approved(
                java.util.Objects.requireNonNull(alerts.get(draft.id()).paper()),
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

    @Test
    void aDraftAndADrillAreNothingToThePublic() {
        var draft = alerts.draft(officer, real(text(), Way.BANNER));
        refused("notices.alert.missing", () -> alerts.published(draft.identifier()));
        refused("notices.alert.missing", () -> alerts.published("MADANG-0000-000000"));
    }

    @Test
    void everySendOfAnAlertIsForDisastersAndSealedWithIt() {
        var draft = alerts.draft(officer, real(text(), Way.SMS, Way.EMAIL));
        assertThat(AlertSeal.sends(draft)).extracting(Content::kind).containsOnly(kr.madang.notices.Kind.DISASTER);
        var other = alerts.draft(officer, draft.content());
        assertThat(AlertSeal.of(other)).isNotEqualTo(AlertSeal.of(draft));
    }
}
