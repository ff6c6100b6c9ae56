package kr.madang.notices.wording.disaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import kr.madang.notices.wording.DisasterRules;
import kr.madang.notices.wording.DisasterRules.Medium;
import kr.madang.notices.wording.Encoding;
import kr.madang.notices.wording.Encoding.LineEnd;
import kr.madang.notices.wording.Filled;
import kr.madang.notices.wording.Gap;
import kr.madang.notices.wording.Repertoire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardsTests {
    /** As long as an officer ever writes them. */
    private static final Map<String, String> VALUES = Map.of(
            "시각", "11월 22일 14시 30분",
            "끝시각", "11월 23일 06시 30분",
            "장소", "영등포구 신길6동 대방천 사거리",
            "대피장소", "영등포초등학교 체육관",
            "번호", "02-2670-3000",
            "규모", "6.4",
            "태풍", "12",
            "감염병", "인플루엔자",
            "사람", "김○○ 씨(여, 82세)",
            "인상착의", "키 152cm, 짧은 흰머리, 자주색 외투");

    private static final Map<String, String> MORE = Map.of("특보", "집중호우");

    static Stream<Standard> all() {
        return Standards.all().stream();
    }

    private static String filled(Standard standard) {
        var values = new HashMap<>(VALUES);
        values.putAll(MORE);
        return switch (standard.write("영등포구청", values)) {
            case Filled.Text text -> text.text();
            case Filled.Blocked blocked -> throw new AssertionError(standard.code() + " " + blocked);
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySentenceFitsAndSaysWhatPeopleNeed(Standard standard) {
        var text = filled(standard);
        assertThat(text).startsWith("[영등포구] ").doesNotContain("#{");
        assertThat(text.length()).as(text).isLessThanOrEqualTo(157);
        assertThat(DisasterRules.check(text, Medium.BROADCAST)).as(text).isEmpty();
        assertThat(DisasterRules.check(text, Medium.SUBTITLE)).as(text).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPhoneShowsIt(Standard standard) {
        var reading = new Encoding(Repertoire.KS_X_1001, LineEnd.ONE).read(filled(standard));
        assertThat(reading.marks()).isEmpty();
        assertThat(reading.bytes()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void theLibraryCoversWhatAnOfficeMeets() {
        assertThat(Standards.all()).hasSizeGreaterThan(45);
        assertThat(Standards.all()).extracting(Standard::code).doesNotHaveDuplicates();
        assertThat(Standards.hazards())
                .contains(
                        "호우", "대설", "폭염", "한파", "강풍", "태풍", "지진", "화재", "정전", "단수", "미세먼지", "감염병", "가스", "붕괴", "도로 통제",
                        "침수", "산사태", "실종", "민방공", "산불", "인파", "결빙");
        assertThat(Standards.hazards()).hasSizeGreaterThanOrEqualTo(25);
        for (var grade : Grade.values()) assertThat(Standards.of(grade)).isNotEmpty();
        assertThat(Standards.find("rain.warning").orElseThrow().grade()).isEqualTo(Grade.URGENT);
        assertThat(Standards.find("rain.nothing")).isEmpty();
        assertThat(Standards.search("반지하")).extracting(Standard::code).contains("rain.evacuate", "flooding.home");
    }

    @Test
    void aMissingFieldIsNamed() {
        var standard = Standards.find("rain.warning").orElseThrow();
        assertThat(standard.fields()).containsExactly("시각", "장소", "번호");
        assertThat(standard.write("영등포구청", Map.of("시각", "오늘", "번호", "119")))
                .isEqualTo(new Filled.Blocked(List.of(new Gap("장소", Gap.Why.MISSING))));
    }

    @Test
    void theOfficeSpeaksUnderTheNameOfItsPlace() {
        assertThat(Standard.prefix("영등포구청")).isEqualTo("[영등포구] ");
        assertThat(Standard.prefix(" 서울특별시청 ")).isEqualTo("[서울특별시] ");
        assertThat(Standard.prefix("마당구")).isEqualTo("[마당구] ");
        assertThat(Standard.prefix("산림청")).isEqualTo("[산림청] ");
        for (var office : List.of("", " ", "a]b", "[x", "가".repeat(21), "a\nb"))
            assertThatThrownBy(() -> Standard.prefix(office)).isInstanceOf(Refused.class);
    }
}
