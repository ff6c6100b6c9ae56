package kr.madang.notices.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.carriers.push.PushSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The line to browsers: its keys are made once, kept sealed, and the public one is shown while it is on. */
@OfficeTest
class PushLineTests {
    private static final Actor MANAGER =
            new Actor(UUID.randomUUID(), "manager", "manager", "press", Map.of("notices", Level.MANAGE));

    @Autowired
    LineDesk desk;

    @Autowired
    PushKeys keys;

    @Autowired
    LineSecrets secrets;

    @Autowired
    Lines lines;

    @Autowired
    JdbcClient db;

    @AfterEach
    void off() {
        var line = line();
        if (line.running()) desk.turn(MANAGER, line.number(), false, "시험 끝");
        desk.look();
    }

    private static LineDesk.Draft draft(String name, String subject) {
        return new LineDesk.Draft(name, 0, Map.of("subject", subject));
    }

    /** The only one there may be, whoever added it. */
    private StoredLine line() {
        return desk.all(MANAGER).stream()
                .filter(line -> line.kind() == LineKind.PUSH)
                .findFirst()
                .orElseGet(() -> desk.get(
                        MANAGER, desk.add(MANAGER, LineKind.PUSH, draft("브라우저", "mailto:push@office.example"))));
    }

    @Test
    void itsKeysAreMadeWithItAndItsPrivateOneIsNowhere() {
        var line = line();
        var both = secrets.open(line).get(LineSecrets.KEYS);
        assertThat(PushSettings.keys(both)).isNotNull();
        var parts = both.split(" ");
        assertThat(keys.of(line)).contains(parts[0]);
        assertThat(db.sql("select sealed || settings::text from notices.line where number = :number")
                        .param("number", line.number())
                        .query(String.class)
                        .single())
                .doesNotContain(parts[1])
                .doesNotContain(parts[0]);
        assertThat(line.toString()).doesNotContain(parts[0]);
    }

    @Test
    void whatIsChangedLeavesTheKeysForBrowsersKnowThem() {
        var before = line();
        var key = keys.of(before);
        desk.change(
                MANAGER,
                before.number(),
                new LineDesk.Draft(
                        before.name(),
                        0,
                        Map.of("subject", "https://office.example/contact", "kept", "48", "keys", "forged keys")));
        assertThat(keys.of(line())).isEqualTo(key);
        assertThat(line().settings()).containsEntry("kept", "48").doesNotContainKey("keys");
    }

    @Test
    void browsersAreOfferedTheKeyWhileItIsOn() {
        var line = line();
        if (line.running()) desk.turn(MANAGER, line.number(), false, "시험");
        assertThat(keys.open()).isEmpty();
        desk.turn(MANAGER, line.number(), true, "시험");
        desk.look();
        assertThat(keys.open()).isEqualTo(keys.of(line()));
        assertThat(lines.find(line.number()).orElseThrow().carrier().trouble()).isEmpty();
    }

    @Test
    void thereIsOneOfItAndNoMore() {
        line();
        assertThatThrownBy(() -> desk.add(MANAGER, LineKind.PUSH, draft("둘째", "mailto:push@office.example")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("notices.line.once");
    }

    @Test
    void whoAnswersIsAMailOrWebAddress() {
        for (var wrong :
                new String[] {"", "push@office.example", "http://office.example", "mailto:", "mailto:a\"b@c.example"})
            assertThatThrownBy(() -> desk.add(MANAGER, LineKind.PUSH, draft("셋째", wrong)))
                    .as(wrong)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("notices.line.wrong.");
    }
}
