package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.State;
import org.junit.jupiter.api.Test;

/** Who may do what to a send, and when. */
class SendRulesTests extends SendCase {
    @Test
    void twoWhoWriteAtOnceDoNotOverwriteEachOther() throws Exception {
        var send = sends.draft(officer, content("글", null));
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> tryWrite(send, "하나"));
            var second = both.submit(() -> tryWrite(send, "둘"));
            assertThat(first.get() + second.get()).isEqualTo(1);
        }
        assertThat(sends.get(send.serial()).version()).isEqualTo(send.version() + 1);
        refused(
                "notices.send.overtaken",
                () -> sends.write(officer, send.serial(), send.version(), content("셋", null)));
        refused("notices.send.overtaken", () -> approval.ask(officer, send.serial(), send.version()));
    }

    private int tryWrite(Send send, String text) {
        try {
            sends.write(officer, send.serial(), send.version(), content(text, null));
            return 1;
        } catch (Refused overtaken) {
            return 0;
        }
    }

    @Test
    void aPauseHoldsAndACancellationSaysHowManyWereNotTold() {
        var text = "멈출 알림 " + System.nanoTime();
        var send = sends.draft(officer, content(Kind.PUBLIC, text, "2000", null, "시험"));
        var paper = asked(send);
        center.slow(Duration.ofMillis(30));
        approved(paper);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard(text) > 100);
        var other = person("다른팀", "주무관", Level.WORK);
        refused("notices.send.foreign", run(() -> operating.pause(other, send.serial())));
        refused("notices.send.foreign", () -> operating.cancel(other, send.serial(), "남의 것"));
        assertThat(sends.get(send.serial()).state()).isEqualTo(Send.State.RUNNING);
        operating.pause(officer, send.serial());
        assertThat(sends.get(send.serial()).state()).isEqualTo(Send.State.PAUSED);
        refused("notices.send.foreign", run(() -> operating.resume(other, send.serial())));
        operating.resume(officer, send.serial());
        refused("notices.send.reason", () -> operating.cancel(officer, send.serial(), ""));
        int left = operating.cancel(officer, send.serial(), "내용이 바뀜");
        assertThat(left).isPositive();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> facts.counts(send.serial()).remaining() == 0);
        assertThat(facts.counts(send.serial()).of(State.SUPPRESSED) + heard(text) - 1)
                .isEqualTo(2000);
        refused("notices.run.over", run(() -> operating.resume(officer, send.serial())));
    }

    @Test
    void hoursAndKindsAreWatched() {
        var tomorrow = LocalDate.ofInstant(clock.instant(), Calendar.SEOUL).plusDays(1);
        var night = tomorrow.atTime(22, 0).atZone(Calendar.SEOUL).toInstant();
        var advertising =
                sends.draft(officer, content(Kind.ADVERTISING, "(광고) 영등포구청\n행사\n무료수신거부 080-000-0000", "5", night, ""));
        trials.send(officer, advertising.serial(), OWN);
        refused("notices.send.closed.night", () -> approval.ask(officer, advertising.serial(), advertising.version()));
        var disaster = sends.draft(officer, content(Kind.DISASTER, "[영등포구] 대피하세요.", "5", night, ""));
        refused("notices.send.override", () -> approval.ask(officer, disaster.serial(), disaster.version()));
        var past = sends.draft(officer, content("지난 알림", clock.instant().minus(Duration.ofDays(1))));
        trials.send(officer, past.serial(), OWN);
        refused("notices.send.past", () -> approval.ask(officer, past.serial(), past.version()));
        refused(
                "notices.sender.unregistered",
                () -> sends.draft(
                        officer,
                        new Content(
                                "제목",
                                Kind.PUBLIC,
                                "근거",
                                Channel.SMS,
                                "",
                                "글",
                                "0212345678",
                                "5",
                                "",
                                "",
                                "",
                                null,
                                null)));
        refused("notices.template.unknown", () -> sends.draft(officer, content("#{주민번호}님", null)));
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        var looker = person("t", "주무관", Level.VIEW);
        var send = sends.draft(officer, content("글", null));
        refused("notices.send.forbidden", () -> sends.draft(looker, content("글", null)));
        refused("notices.send.forbidden", () -> sends.write(looker, send.serial(), 1, content("글", null)));
        refused("notices.send.forbidden", () -> approval.ask(looker, send.serial(), 1));
        refused("notices.send.forbidden", () -> trials.send(looker, send.serial(), OWN));
        refused("notices.send.forbidden", run(() -> sends.drop(looker, send.serial(), "그냥")));
        refused("notices.send.forbidden", () -> operating.cancel(looker, send.serial(), "그냥"));
        refused("notices.send.forbidden", () -> templates.create(looker, "이름", Kind.PUBLIC, Channel.SMS, "글"));
        refused("notices.send.forbidden", run(() -> terms.retire(officer, SENDER)));
        refused("notices.send.forbidden", run(() -> terms.rest(officer, Kind.PUBLIC, Calendar.Rule.NEVER)));
        refused("notices.send.forbidden", () -> audits.run(looker));
    }

    @Test
    void theExactVersionOfATemplateStaysWithTheSend() {
        var made = templates.create(officer, "서식 " + System.nanoTime(), Kind.PUBLIC, Channel.SMS, "첫 판");
        var use = new Content.TemplateUse(made.id(), made.latest().number());
        var content = new Content("제목", Kind.PUBLIC, "근거", Channel.SMS, "", "첫 판", SENDER, "5", "", "", "", null, use);
        var send = sends.draft(officer, content);
        templates.write(officer, made.id(), 1, "둘째 판");
        refused("notices.template.overtaken", () -> templates.write(officer, made.id(), 1, "셋째 판"));
        assertThat(sends.get(send.serial()).content().template()).isEqualTo(use);
        assertThat(templates.versions(made.id())).extracting(v -> v.text()).containsExactly("둘째 판", "첫 판");
    }

    @Test
    void whatDoesNotAddUpIsFound() {
        var send = sends.draft(officer, content("세어 볼 알림 " + System.nanoTime(), null));
        approved(asked(send));
        reaches(send, Send.State.CLOSED);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> facts.counts(send.serial()).of(State.DELIVERED) == 300);
        db.sql("update notices.tally set count = count + 1 where send = :send and state = 2")
                .param("send", send.serial())
                .update();
        var run = audits.run(officer);
        assertThat(audits.findings(run.id()))
                .extracting(f -> f.send() + " " + f.what() + " " + f.expected() + " " + f.found())
                .contains(send.serial() + " TALLY 300 301");
        db.sql("update notices.tally set count = count - 1 where send = :send and state = 2")
                .param("send", send.serial())
                .update();
        assertThat(audits.run(officer).findings()).isZero();
    }
}
