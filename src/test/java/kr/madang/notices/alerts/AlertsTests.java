package kr.madang.notices.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.cap.CapReader;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.sends.Content;
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
        for (var way : new Way[] {Way.SMS, Way.BANNER}) {
            var smile = alerts.draft(officer, real(text() + "\uD83D\uDE00", way));
            refused("notices.text.marked", () -> asked(smile));
        }
        // no feed and no message could be read in which this stands
        for (var sign : List.of("\uFFFF", "\u0001", "\0"))
            refused("notices.send.unreadable", () -> real(text() + sign, Way.BANNER));
        refused("notices.alert.text", () -> real("가".repeat(158), Way.BANNER));
        refused("notices.alert.text", () -> content("가".repeat(153), Set.of(), null, new Whom.Staff(Set.of())));
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
    void aDraftAndADrillAreNothingToThePublic() {
        var draft = alerts.draft(officer, real(text(), Way.BANNER));
        refused("notices.alert.missing", () -> alerts.published(draft.identifier()));
        refused("notices.alert.missing", () -> alerts.published("MADANG-0000-000000"));
    }

    @Test
    void everySendOfAnAlertIsForDisastersAndSealedWithIt() {
        var draft = alerts.draft(officer, real(text(), Way.SMS, Way.EMAIL, Way.PUSH));
        assertThat(AlertSeal.sends(draft)).extracting(Content::channel).containsExactly(Channel.values());
        assertThat(AlertSeal.sends(draft).getLast().subject())
                .isEqualTo(draft.content().title());
        assertThat(AlertSeal.sends(draft)).extracting(Content::kind).containsOnly(kr.madang.notices.Kind.DISASTER);
        var other = alerts.draft(officer, draft.content());
        assertThat(AlertSeal.of(other)).isNotEqualTo(AlertSeal.of(draft));
    }
}
