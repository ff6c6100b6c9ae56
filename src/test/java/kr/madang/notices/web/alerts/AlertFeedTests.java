package kr.madang.notices.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.xml.parsers.DocumentBuilderFactory;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.AlertContent;
import kr.madang.notices.alerts.Way;
import kr.madang.notices.alerts.Whom;
import kr.madang.notices.wording.disaster.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The feed is XML whatever stands in an alert, and links each message. */
class AlertFeedTests {
    private static final Instant NOW = Instant.parse("2026-07-14T03:20:00.123456Z");

    private static Alert alert(String headline, String text) {
        var content = new AlertContent(
                headline,
                Grade.URGENT,
                "호우",
                AlertContent.Terms.of(Grade.URGENT, "호우"),
                text,
                "",
                6,
                "",
                Set.of(Way.BANNER),
                null,
                new Whom.Residents(Set.of()));
        return new Alert(
                new UUID(1, 1),
                "MADANG-2026-000001",
                Alert.Stage.OUT,
                1,
                Alert.Type.ALERT,
                null,
                content,
                null,
                "x",
                new UUID(1, 2),
                "팀장",
                NOW,
                NOW,
                null,
                "1",
                NOW,
                NOW.plusSeconds(60),
                null,
                null);
    }

    private static Document read(byte[] feed) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(feed));
    }

    @Test
    void whatIsOutIsAnEntryWithItsMessage() throws Exception {
        var feed =
                AlertFeed.write("https://madang.example", "영등포구청", List.of(alert("호우 <경보> & \"끝\"", "글\t ]]> 끝")), NOW);
        var document = read(feed);
        var entries = document.getElementsByTagName("entry");
        assertThat(entries.getLength()).isEqualTo(1);
        var text = new String(feed, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(document.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("호우 <경보> & \"끝\"");
        assertThat(text)
                .contains(
                        "https://madang.example/alerts/MADANG-2026-000001.xml",
                        "application/cap+xml",
                        "2026-07-14T03:20:00Z");
    }

    /** No program could read a feed in which such a sign stands, nor the entries beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0001", "\u000b", "\u001f", "\ufffe", "\uffff", "\ud800", "\udc00"})
    void whatXmlCannotCarryBecomesNoAlert(String sign) {
        for (var write : List.<Callable<Alert>>of(
                () -> alert("호우" + sign + "경보", "대피하세요."), () -> alert("호우경보", "대피" + sign + "하세요.")))
            assertThatThrownBy(write::call).hasMessageContaining("notices.send.unreadable");
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        var document = read(AlertFeed.write("https://madang.example", "영등포구청", List.of(), NOW));
        assertThat(document.getElementsByTagName("updated").getLength()).isEqualTo(1);
    }
}
