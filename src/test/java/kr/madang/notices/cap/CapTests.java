package kr.madang.notices.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CapTests {
    private static final String RAIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>MADANG-2026-0001</identifier>
              <sender>safety@district.example</sender>
              <sent>2026-07-14T03:20:00+09:00</sent>
              <status>Actual</status>
              <msgType>Update</msgType>
              <scope>Public</scope>
              <addresses>"상황실 당직" 1004</addresses>
              <references>safety@district.example,MADANG-2026-0000,2026-07-14T01:00:00+09:00</references>
              <info>
                <language>ko-KR</language>
                <category>Met</category>
                <event>호우</event>
                <responseType>Avoid</responseType>
                <responseType>AllClear</responseType>
                <urgency>Immediate</urgency>
                <severity>Severe</severity>
                <certainty>Observed</certainty>
                <onset>2026-07-14T03:30:00+09:00</onset>
                <headline>호우경보 &amp; 하천 출입 통제</headline>
                <parameter><valueName>강우량</valueName><value>30mm</value></parameter>
                <resource><resourceDesc>지도</resourceDesc><mimeType>image/png</mimeType><size>1024</size></resource>
                <area>
                  <areaDesc>안양천변</areaDesc>
                  <polygon>37.51,126.88 37.52,126.88 37.52,126.89 37.51,126.88</polygon>
                  <circle>37.5262,126.8964 1.5</circle>
                  <geocode><valueName>법정동코드</valueName><value>1156010100</value></geocode>
                  <altitude>10</altitude>
                  <ceiling>20.5</ceiling>
                </area>
              </info>
            </alert>
            """;

    private static CapAlert read(String text) {
        return CapReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void anAlertIsReadAsItStands() {
        var alert = read(RAIN);
        assertThat(alert.live()).isTrue();
        assertThat(alert.sent()).isEqualTo(OffsetDateTime.parse("2026-07-14T03:20:00+09:00"));
        assertThat(alert.addresses()).containsExactly("상황실 당직", "1004");
        assertThat(alert.references().getFirst().identifier()).isEqualTo("MADANG-2026-0000");
        var info = alert.infos().getFirst();
        assertThat(info.headline()).isEqualTo("호우경보 & 하천 출입 통제");
        assertThat(info.responses()).containsExactly(CapWord.ResponseType.AVOID, CapWord.ResponseType.ALL_CLEAR);
        assertThat(info.expires()).isNull();
        assertThat(info.resources().getFirst().size()).isEqualTo(1024);
        var area = info.areas().getFirst();
        assertThat(area.polygons().getFirst()).hasSize(4);
        assertThat(area.circles().getFirst().radius()).isEqualByComparingTo("1.5");
        assertThat(area.codes()).containsExactly(new CapInfo.Named("법정동코드", "1156010100"));
    }

    @Test
    void whatIsWrittenAndReadAgainSaysTheSame() {
        var alert = read(RAIN);
        assertThat(CapReader.read(CapWriter.write(alert))).isEqualTo(alert);
    }

    @Test
    void anythingThatCanBeSaidComesBack() {
        var random = new Random(17);
        for (int i = 0; i < 3_000; i++) {
            var alert = drawn(random);
            assertThat(CapReader.read(CapWriter.write(alert))).isEqualTo(alert);
        }
    }

    private static CapAlert drawn(Random random) {
        var type = one(random, CapWord.MessageType.values());
        var at = OffsetDateTime.parse("2026-01-01T00:00:00"
                        + List.of("+09:00", "-00:00", "+05:30", "-11:00")
                                .get(random.nextInt(4))
                                .replace("-00:00", "+00:00"))
                .plusSeconds(random.nextInt(40_000_000));
        var references = type == CapWord.MessageType.ALERT
                ? List.<CapAlert.Reference>of()
                : List.of(new CapAlert.Reference("a@b", "id-" + random.nextInt(), at.minusHours(1)));
        var infos = new ArrayList<CapInfo>();
        for (int i = random.nextInt(3); i > 0; i--) infos.add(info(random, at));
        return new CapAlert(
                "id-" + random.nextInt(),
                "a@b",
                at,
                one(random, CapWord.Status.values()),
                type,
                text(random),
                one(random, CapWord.Scope.values()),
                "이유",
                List.of("상황실 당직", "1004"),
                random.nextBoolean() ? List.of() : List.of("kr-1", "둘"),
                text(random),
                references,
                List.of(),
                infos);
    }

    private static CapInfo info(Random random, OffsetDateTime at) {
        var point = new CapArea.Point(decimal(random, 90), decimal(random, 180));
        var polygon = List.of(point, new CapArea.Point(decimal(random, 90), decimal(random, 180)), point, point);
        var area = new CapArea(
                "곳" + text(random),
                random.nextBoolean() ? List.of() : List.of(polygon, polygon),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new CapArea.Circle(point, decimal(random, 90).abs())),
                List.of(new CapInfo.Named("법정동코드", text(random))),
                random.nextBoolean() ? null : decimal(random, 90),
                null);
        return new CapInfo(
                random.nextBoolean() ? "ko-KR" : "en-US",
                List.of(one(random, CapWord.Category.values())),
                "사건" + text(random),
                List.of(one(random, CapWord.ResponseType.values())),
                one(random, CapWord.Urgency.values()),
                one(random, CapWord.Severity.values()),
                one(random, CapWord.Certainty.values()),
                text(random),
                List.of(),
                random.nextBoolean() ? null : at,
                null,
                random.nextBoolean() ? null : at.plusHours(3),
                text(random),
                text(random),
                text(random),
                text(random),
                "",
                "",
                List.of(),
                List.of(new CapResource(
                        "그림", "image/png", random.nextBoolean() ? null : random.nextLong(1L << 40), "", "", "")),
                List.of(area));
    }

    private static BigDecimal decimal(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most * 20_000) - most * 10_000L, 4);
    }

    /** Texts a form could hand over, stripped as a form strips them. */
    private static String text(Random random) {
        var all = List.of("", "가", "<b>&amp;]]>", "줄\n바꿈\t끝", "\uD83C\uDF27 비", "\"따옴표\" 'x'", "--><!--");
        return all.get(random.nextInt(all.size()));
    }

    private static <T> T one(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <status>Actual</status>          | <status>actual</status>        | notices.cap.word
            <status>Actual</status>          |                                | notices.cap.missing
            <msgType>Update</msgType>        | <msgType>Update</msgType><msgType>Alert</msgType> | notices.cap.twice
            <scope>Public</scope>            | <scope>Restricted</scope>      | notices.cap.needed
            2026-07-14T03:20:00+09:00        | 2026-07-14T03:20:00Z           | notices.cap.moment
            2026-07-14T03:20:00+09:00        | 2026-02-30T03:20:00+09:00      | notices.cap.moment
            2026-07-14T03:20:00+09:00        | 2026-07-14 03:20               | notices.cap.moment
            MADANG-2026-0001                 | MADANG 2026                    | notices.cap.key
            MADANG-2026-0000,                | MADANG-2026-0000;              | notices.cap.reference
            <event>호우</event>              | <event> </event>               | notices.cap.needed
            <event>호우</event>              | <surprise>호우</surprise>      | notices.cap.unknown
            37.51,126.88 37.52,126.88        | 37.51,126.88 37.5x,126.88      | notices.cap.number
            37.52,126.89 37.51,126.88        | 37.52,126.89 37.51,126.89      | notices.cap.polygon
            37.5262,126.8964 1.5             | 97.5262,126.8964 1.5           | notices.cap.degrees
            37.5262,126.8964 1.5             | 37.5262,126.8964 -1.5          | notices.cap.circle
            37.5262,126.8964 1.5             | 37.5262,126.8964               | notices.cap.number
            <altitude>10</altitude>          |                                | notices.cap.needed
            <size>1024</size>                | <size>1e9</size>               | notices.cap.number
            cap:1.2                          | cap:1.1                        | notices.cap.namespace
            </info>                          |                                | notices.cap.xml
            """)
    void whatTheStandardForbidsIsRefused(String from, String to, String code) {
        assertThat(RAIN).contains(from);
        refused(code, RAIN.replace(from, to == null ? "" : to));
    }

    @Test
    void aSignatureOfSomebodyElseIsLeftAlone() {
        var signed = RAIN.replace(
                "</alert>",
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><a><b>x</b></a></Signature></alert>");
        assertThat(read(signed)).isEqualTo(read(RAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE alert [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE alert>"
            })
    void aDocumentTypeIsRefusedAndNothingIsLookedUp(String type) {
        refused("notices.cap.doctype", RAIN.replace("?>\n", "?>\n" + type).replace("호우경보", "&x;&b;"));
    }

    @Test
    void anOutsideDocumentTypeIsNeverFetched() {
        var type = "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:9/x.dtd\">";
        assertThatThrownBy(() -> read(RAIN.replace("?>\n", "?>\n" + type)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.code()).isIn("notices.cap.doctype", "notices.cap.xml"));
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() {
        refused("notices.cap.size", RAIN.replace("호우경보", "가".repeat(700_000)));
        refused("notices.cap.large", RAIN.replace("<category>", "<a><a><a><a><a><category>"));
        refused(
                "notices.cap.large",
                RAIN.replace("<category>", "<category>Met</category>".repeat(30_000) + "<category>"));
        refused("notices.cap.xml", "");
        refused("notices.cap.xml", "꽝");
        refused("notices.cap.xml", RAIN + "<again/>");
    }

    @Test
    void brokenBytesAreRefusedAndNeverCrash() {
        var random = new Random(3);
        var good = RAIN.getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            var bad = good.clone();
            for (int k = random.nextInt(6); k >= 0; k--) bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            try {
                CapReader.read(bad);
                read++;
            } catch (Refused refused) {
                assertThat(refused.code()).startsWith("notices.cap.");
            }
        }
        assertThat(read).isLessThan(4_000);
    }
}
