package kr.madang.notices.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kr.madang.notices.cap.CapReader;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.singles.Singles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A drill goes the whole way and reaches nobody but the staff on its list, whatever somebody tries. */
class DrillTests extends AlertCase {
    @Autowired
    Singles singles;

    @Autowired
    MockMvcTester mvc;

    private AlertContent drill(String text, UUID tree, UUID... staff) {
        var ways = EnumSet.of(Way.SMS, Way.EMAIL, Way.PUSH, Way.BANNER, Way.DISPLAY);
        if (tree != null) ways.add(Way.CALL);
        return content(text, ways, tree, new Whom.Staff(Set.of(staff)));
    }

    private static String drillText() {
        return "[영등포구] 오늘 15시 당산1동에서 호우 대피 훈련을 합니다. 안내에 따라 대피하세요. " + System.nanoTime() % 1_000_000;
    }

    @Test
    void aDrillReachesItsStaffAndNobodyElse() throws Exception {
        var one = staff("010-0000-7101");
        var unreached = person("u" + System.nanoTime(), "주무관", kr.madang.kernel.access.Level.VIEW)
                .id();
        var text = drillText();
        int before = sendsInAll();
        long phones =
                center.phones.stream().filter(r -> r.text().contains(text)).count();
        var out = out(drill(text, tree(one), one, unreached));
        assertThat(phones).isZero();
        assertThat(sendsInAll()).isEqualTo(before);
        assertThat(ways.of(out.id())).hasSize(6).allSatisfy(way -> assertThat(way.send())
                .isNull());
        var told = ways.told(out.id());
        assertThat(told).hasSize(4);
        assertThat(told.stream().map(Told::single).filter(Objects::nonNull)).hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> center.phones.stream().anyMatch(r -> r.text().contains(text)));
        assertThat(center.phones.stream().filter(r -> r.text().contains(text))).allSatisfy(r -> {
            assertThat(r.text()).startsWith("[훈련] ");
            assertThat(r.to()).isEqualTo("01000007101");
        });
        assertThat(singles.standing(
                        told.stream().map(Told::single).filter(Objects::nonNull).toList()))
                .hasSize(1);
    }

    @Test
    void theWorldHearsNothingOfADrill() throws Exception {
        var one = staff("010-0000-7102");
        var out = out(drill(drillText(), null, one));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(banner.strips(true))
                .anyMatch(s -> s.tone().equals("drill")
                        && s.path().equals("/desk/notices/alerts/" + out.id())
                        && s.text().startsWith("[훈련]")));
        assertThat(banner.strips(false))
                .noneMatch(s -> s.text().contains("훈련") || s.path().contains(out.identifier()));
        for (var at : List.of("/alerts/" + out.identifier(), "/alerts/" + out.identifier() + ".xml"))
            assertThat(mvc.get().uri(at).exchange()).hasStatus(404);
        for (var at : List.of("/", "/alerts", "/alerts/feed.atom"))
            assertThat(mvc.get().uri(at).exchange().getResponse().getContentAsString())
                    .doesNotContain(out.identifier(), out.content().text());
        assertThat(heard.anythingOf(out)).isFalse();
        var message = CapReader.read(cap.write(out));
        assertThat(message.status()).isEqualTo(CapWord.Status.EXERCISE);
        assertThat(message.live()).isFalse();
        assertThat(message.infos().getFirst().headline()).startsWith("[훈련]");
        assertThat(message.infos().getFirst().description()).startsWith("[훈련]");
    }

    @Test
    void aDrillNeverBecomesRealNorTheOtherWayRound() {
        var one = staff("010-0000-7103");
        var drill = alerts.draft(officer, drill(drillText(), null, one));
        var real = alerts.draft(officer, real(text(), Way.BANNER));
        refused("notices.alert.otherkind", () -> alerts.write(officer, drill.id(), 1, real(text(), Way.SMS)));
        refused("notices.alert.otherkind", () -> alerts.write(officer, real.id(), 1, drill.content()));
        var out = out(drill);
        refused(
                "notices.alert.otherkind",
                () -> alerts.follow(officer, out.id(), Alert.Type.UPDATE, real(text(), Way.SMS)));
        var update = alerts.follow(officer, out.id(), Alert.Type.UPDATE, drill(drillText(), null, one));
        assertThat(update.drill()).isTrue();
    }

    /** Also not by whoever writes into the database, short of taking its constraints away. */
    @Test
    void theDatabaseKnowsNoWayFromADrillToResidents() {
        var drill = alerts.draft(officer, drill(drillText(), null, staff("010-0000-7104")));
        var out = out(alerts.draft(officer, drill(drillText(), null, staff("010-0000-7105"))));
        impossible("update notices.alert set audience = '{}' where id = :id", drill.id());
        impossible("update notices.alert set audience = '{}', staff = null where id = :id", drill.id());
        impossible("update notices.alert set drill = false, audience = '{}', staff = null where id = :id", drill.id());
        int send = db.sql("select coalesce(max(serial), 0) from notices.send")
                .query(Integer.class)
                .single();
        impossible(
                "insert into notices.alert_way (alert, drill, way, send) values (:id, true, 'CALL', " + send + ")",
                out.id());
        impossible(
                "insert into notices.alert_way (alert, drill, way, send) values (:id, false, 'CALL', " + send + ")",
                out.id());
        impossible("update notices.alert_way set send = " + send + " where alert = :id", out.id());
        impossible("update notices.alert_way set drill = false where alert = :id", out.id());
    }

    private void impossible(String sql, UUID id) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(sql)
                .isThrownBy(() -> db.sql(sql).param("id", id).update());
    }

    @Test
    void aDrillWithoutStaffIsNotAsked() {
        var drill = alerts.draft(officer, drill(drillText(), null));
        refused("notices.alert.staff", () -> asked(drill));
    }

    /** The telephones of the staff are telephones too. */
    @Test
    void aDrillWithCharactersPhonesCannotShowIsNotAsked() {
        var drill = alerts.draft(officer, drill(drillText() + "\uD83C\uDF0A", null, staff("010-0000-7106")));
        refused("notices.text.marked", () -> asked(drill));
    }

    /** Written by hand or not, the mark stands there once. */
    @Test
    void everyTextOfADrillBeginsWithItsMarkOnce() {
        var content = drill("[훈련] [영등포구] 오늘 15시 당산1동에서 훈련합니다. 안내에 따라 주세요.", null, UUID.randomUUID());
        assertThat(content.said()).startsWith("[훈련] [영등포구]");
        assertThat(content.title()).startsWith("[훈련] ");
        var inside = drill("[영등포구] [훈련] 오늘 15시 당산1동에서 훈련합니다. 안내에 따라 주세요.", null, UUID.randomUUID());
        assertThat(inside.said()).isEqualTo(content.said());
        assertThat(AlertSeal.sends(alerts.draft(officer, content))).isEmpty();
    }
}
