package kr.madang.notices.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.carriers.http.Callback;
import kr.madang.notices.wording.disaster.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Alerts of other systems: drafts at most, once each, only from those who may bring them. */
class CapInboxTests extends AlertCase {
    @Autowired
    CapInbox inbox;

    @Autowired
    CapSources sources;

    private static String identifier() {
        return "KMA-" + System.nanoTime();
    }

    private static byte[] cap(String identifier, String status, String type, String references, String more) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                  <identifier>%s</identifier><sender>kma@weather.example</sender>
                  <sent>2026-07-14T03:20:00+09:00</sent><status>%s</status><msgType>%s</msgType><scope>Public</scope>
                  %s
                  <info><language>ko-KR</language><category>Met</category><event>호우</event>
                    <urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty>
                    <headline>호우경보</headline><description>당산1동에 시간당 50mm의 비가 내립니다. 대피하세요.</description>
                    %s
                    <area><areaDesc>영등포구 당산1동, 문래동</areaDesc></area></info>
                </alert>
                """.formatted(
                        identifier,
                        status,
                        type,
                        references.isEmpty() ? "" : "<references>" + references + "</references>",
                        more)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String reference(String identifier) {
        return "kma@weather.example," + identifier + ",2026-07-14T03:20:00+09:00";
    }

    @Test
    void whatComesIsADraftAndNeverASend() {
        int before = sendsInAll();
        var received = inbox.bring(officer, cap(identifier(), "Actual", "Alert", "", ""));
        assertThat(received.fate()).isEqualTo(Received.Fate.DRAFTED);
        var draft = alerts.get(Objects.requireNonNull(received.alert()));
        assertThat(draft.stage()).isEqualTo(Alert.Stage.DRAFT);
        assertThat(draft.content().grade()).isEqualTo(Grade.CRITICAL);
        assertThat(draft.content().whom()).isEqualTo(new Whom.Residents(java.util.Set.of("당산1동", "문래동")));
        assertThat(draft.content().text()).contains("시간당 50mm");
        assertThat(sendsInAll()).isEqualTo(before);
    }

    @Test
    void theSameOneBroughtByManyAtOnceIsOneDraft() throws Exception {
        var document = cap(identifier(), "Actual", "Alert", "", "");
        Callable<Received> bring = () -> inbox.bring(officer, document);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var ids = pool.invokeAll(List.of(bring, bring, bring, bring)).stream()
                    .map(f -> Objects.requireNonNull(
                            f.resultNow() == null ? null : f.resultNow().alert()))
                    .toList();
            assertThat(ids).containsOnly(ids.getFirst());
        }
    }

    @Test
    void anExerciseIsADrillAndATestIsNothing() {
        var exercise = inbox.bring(officer, cap(identifier(), "Exercise", "Alert", "", ""));
        assertThat(alerts.get(Objects.requireNonNull(exercise.alert())).drill()).isTrue();
        for (var status : List.of("Test", "System", "Draft"))
            assertThat(inbox.bring(officer, cap(identifier(), status, "Alert", "", ""))
                            .fate())
                    .isEqualTo(Received.Fate.KEPT);
    }

    @Test
    void anUpdateOfWhatIsOutFollowsIt() {
        var first = identifier();
        var received = inbox.bring(officer, cap(first, "Actual", "Alert", "", ""));
        var draft = alerts.get(Objects.requireNonNull(received.alert()));
        // what is still in hand is not touched; the officer sees that more has come
        var early = inbox.bring(officer, cap(identifier(), "Actual", "Update", reference(first), ""));
        assertThat(early.fate()).isEqualTo(Received.Fate.KEPT);
        assertThat(inbox.about(draft.id())).extracting(Received::id).containsExactly(early.id());
        var written = alerts.write(officer, draft.id(), draft.version(), real(text(), Way.BANNER));
        out(written);
        var cancel = inbox.bring(officer, cap(identifier(), "Actual", "Cancel", reference(first), ""));
        assertThat(cancel.fate()).isEqualTo(Received.Fate.FOLLOWED);
        var follower = alerts.get(Objects.requireNonNull(cancel.alert()));
        assertThat(follower.type()).isEqualTo(Alert.Type.CANCEL);
        assertThat(follower.previous()).isEqualTo(draft.id());
        assertThat(follower.stage()).isEqualTo(Alert.Stage.DRAFT);
        assertThat(alerts.get(draft.id()).stage()).isEqualTo(Alert.Stage.OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">&x;</alert>",
                "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><alert>&b;</alert>",
                "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.1\"/>",
                "nothing at all",
                ""
            })
    void nastiesAreRefusedAndKeptNowhere(String document) {
        long before = inbox.count();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> inbox.bring(officer, document.getBytes(StandardCharsets.UTF_8)));
        assertThat(inbox.count()).isEqualTo(before);
    }

    /** Texts of any length and kind make a draft an officer can open, or a refusal in words. */
    @Test
    void longAndStrangeTextsBecomeDraftsThatCanBeOpened() {
        var strange = "<instruction>" + "😀".repeat(3_000) + "</instruction>";
        var received = inbox.bring(officer, cap(identifier(), "Actual", "Alert", "", strange));
        var draft = alerts.get(Objects.requireNonNull(received.alert()));
        assertThat(draft.content().detail().length()).isLessThanOrEqualTo(1_000);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(draft.content().detail()))
                .isTrue();
    }

    private CapSources.Made source(String sender) {
        return sources.make(Actor.SYSTEM, "기상 시스템", sender);
    }

    private Callback signed(CapSources.Made source, byte[] body, long skew) {
        var at = Long.toString(clock.instant().getEpochSecond() + skew);
        var key = source.key().getBytes(StandardCharsets.UTF_8);
        return new Callback(at, HexFormat.of().formatHex(Callback.sign(key, at, body)), body);
    }

    @Test
    void onlyWhoHoldsTheKeyIsHeardAndOnlyForHimself() {
        var mine = source("kma@weather.example");
        var other = source("other" + System.nanoTime() + "@example");
        var body = cap(identifier(), "Actual", "Alert", "", "");
        var good = signed(mine, body, 0);
        assertThat(inbox.receive(mine.source().id(), good).fate()).isEqualTo(Received.Fate.DRAFTED);
        refused("notices.hook.refused", () -> inbox.receive(other.source().id(), signed(other, body, 0)));
        refused("notices.hook.refused", () -> inbox.receive(mine.source().id(), signed(other, body, 0)));
        refused("notices.hook.refused", () -> inbox.receive(mine.source().id(), signed(mine, body, -400)));
        refused("notices.hook.refused", () -> inbox.receive(UUID.randomUUID(), good));
        var changed = body.clone();
        changed[changed.length - 20] ^= 1;
        refused(
                "notices.hook.refused",
                () -> inbox.receive(mine.source().id(), new Callback(good.timestamp(), good.signature(), changed)));
        sources.retire(Actor.SYSTEM, mine.source().id());
        refused("notices.hook.refused", () -> inbox.receive(mine.source().id(), signed(mine, body, 0)));
        sources.retire(Actor.SYSTEM, other.source().id());
    }

    @Test
    void keysAreMadeByThoseWhoManage() {
        refused("notices.send.forbidden", () -> sources.make(chief, "시스템", "a@b"));
        var looker = person("t" + System.nanoTime(), "주무관", Level.VIEW);
        refused("notices.send.forbidden", () -> inbox.bring(looker, cap(identifier(), "Actual", "Alert", "", "")));
    }
}
