package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import kr.madang.kernel.Refused;
import kr.madang.notices.wording.Template.Form;
import kr.madang.notices.wording.Template.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTests {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    private static String text(Filled filled) {
        return switch (filled) {
            case Filled.Text text -> text.text();
            case Filled.Blocked blocked -> throw new AssertionError(blocked);
        };
    }

    private static List<Gap> gaps(Filled filled) {
        return filled instanceof Filled.Blocked blocked ? blocked.gaps() : List.of();
    }

    @Test
    void fieldsAreFilledAndListedOnce() {
        var template = Template.parse("#{이름}님, #{ 날짜 }에 #{이름}님을 기다립니다. # { } $");
        assertThat(template.fields()).containsExactly("이름", "날짜");
        assertThat(text(template.fill(Map.of("이름", "가나", "날짜", "11. 23.", "남는 것", "x"))))
                .isEqualTo("가나님, 11. 23.에 가나님을 기다립니다. # { } $");
        assertThat(Template.parse("#{\u1112\u1161\u11ab}").fields()).containsExactly("한");
        assertThat(text(Template.parse("그대로").fill(Map.of()))).isEqualTo("그대로");
        assertThat(text(Template.parse("").fill(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'안녕 #{이름',notices.template.unclosed,1,4",
        "'안녕\n가나 #{이름\n}',notices.template.unclosed,2,4",
        "'#{가 #{나}',notices.template.unclosed,1,1",
        "'👍 #{',notices.template.unclosed,1,3",
        "'#{}',notices.template.name,1,1",
        "'a\n#{ }',notices.template.name,2,1",
        "'#{<b>}',notices.template.name,1,1",
        "'#{일이삼사오육칠팔구십일이삼사오육칠팔구십일}',notices.template.name,1,1"
    })
    void wrongFieldsAreRefusedWithTheirPlace(String text, String code, long line, long column) {
        assertThatThrownBy(() -> Template.parse(text)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo(code);
            assertThat(r.args()).startsWith(line, column);
            assertThat(Sentences.KOREAN.containsKey(code)).isTrue();
        });
    }

    @Test
    void aFieldNobodyHasValuesForIsRefused() {
        assertThatThrownBy(() -> Template.parse("이름은\n #{이름} #{나이}", Set.of("이름")))
                .isInstanceOfSatisfying(Refused.class, r -> {
                    assertThat(r.code()).isEqualTo("notices.template.unknown");
                    assertThat(r.args()).containsExactly(2L, 8L, "나이");
                });
        assertThat(Template.parse("#{이름}", Set.of("이름", "나이")).fields()).containsExactly("이름");
    }

    @Test
    void aRowWithoutAValueIsBlockedWithItsReason() {
        var template = Template.parse("#{이름} #{동} #{값}");
        assertThat(gaps(template.fill(Map.of("동", " \t\n", "값", "가".repeat(201)))))
                .containsExactly(
                        new Gap("이름", Gap.Why.MISSING), new Gap("동", Gap.Why.EMPTY), new Gap("값", Gap.Why.LONG));
        assertThat(gaps(Template.parse("#{a}").fill(Map.of("a", "\u200b\u202e\u0000\ud83d\u200d"))))
                .containsExactly(new Gap("a", Gap.Why.EMPTY));
    }

    @Test
    void valuesAreNeverFieldsNorLines() {
        var template = Template.parse("#{가}|#{나}");
        assertThat(text(template.fill(Map.of("가", "#{나}", "나", "비밀")))).isEqualTo("#{나}|비밀");
        assertThat(text(template.fill(Map.of("가", "$1 \\1 #{", "나", "}")))).isEqualTo("$1 \\1 #{|}");
        assertThat(text(template.fill(Map.of("가", " 홍\r\n길\u2028동\t ", "나", "\u202e가\u0000나\udc00"))))
                .isEqualTo("홍 길 동|가나");
        assertThat(text(template.fill(Map.of("가", "\u1112\u1161\u11ab", "나", "a\u00a0\u3000b"))))
                .isEqualTo("한|a b");
    }

    @Test
    void valuesAreEscapedInMarkup() {
        var filled = Template.parse("<b>#{이름}</b>").fill(Map.of("이름", "<img src='x' \"&>"), Form.HTML);
        assertThat(text(filled)).isEqualTo("<b>&lt;img src=&#39;x&#39; &quot;&amp;&gt;</b>");
    }

    @Test
    void whateverTheValuesAreTheTextStaysOneLineAndWhole() {
        var random = new SplittableRandom(17);
        var template = Template.parse("앞 #{가} 가운데 #{나} 뒤");
        for (int i = 0; i < 5_000; i++) {
            var values = new HashMap<String, String>();
            values.put("가", Texts.random(random, 10));
            if (random.nextInt(5) > 0) values.put("나", Texts.random(random, 10));
            switch (template.fill(values)) {
                case Filled.Text text -> {
                    assertThat(text.text()).startsWith("앞 ").contains(" 가운데 ").endsWith(" 뒤");
                    assertThat(text.text().codePoints().noneMatch(TemplateTests::hostile))
                            .isTrue();
                }
                case Filled.Blocked blocked -> assertThat(blocked.gaps()).isNotEmpty();
            }
        }
    }

    private static boolean hostile(int c) {
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        return half || Character.isISOControl(c) || c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    @ParameterizedTest
    @ValueSource(strings = {"#{", "#{가}", "}", "#", "가", "#{가", "\ud83d"})
    void hugeTemplatesAreParsedOrRefused(String bit) {
        var text = bit.repeat(Template.LONGEST / bit.length());
        try {
            assertThat(Template.parse(text).fields()).hasSizeLessThanOrEqualTo(1);
        } catch (Refused refused) {
            assertThat(refused.code()).isEqualTo("notices.template.unclosed");
        }
        assertThatThrownBy(() -> Template.parse(bit.repeat(200_000)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.template.size"));
    }

    @Test
    void versionsAreValues() {
        var first = Version.first("#{이름}님", "press", NOW);
        var second = first.next("#{이름} 님", "chief", NOW.plusSeconds(60));
        assertThat(first.hash())
                .hasSize(64)
                .isEqualTo(Version.first("#{이름}님", "x", NOW).hash());
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.by()).isEqualTo("chief");
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(second.next("#{이름} 님", "press", NOW)).isSameAs(second);
        assertThat(second.template()).isEqualTo(Template.parse("#{이름} 님"));
        assertThatThrownBy(() -> first.next("#{이름", "press", NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Version(1, "바뀐 글", first.hash(), "press", NOW))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.template.hash"));
    }
}
