package kr.madang.press.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

/** What counts in a text and what does not. */
class TextSketchTests {
    private static final String STORY = "영등포구가 5월 3일 당산1동 복지관에서 65세 이상 어르신을 대상으로 ‘스마트폰 교실’ 운영에 나선다고 2일 밝혔다. "
            + "구청장은 “배움에는 때가 없다는 말을 현장에서 보았다”고 말했다.";

    private static Sketch of(String text) {
        return Sketch.of("스마트폰 교실 열린다", text);
    }

    @Test
    void spacesWidthQuotesAndDecompositionDoNotCount() {
        var spaced = STORY.replace("대상으로", "대상 으로")
                .replace("‘", "'")
                .replace("’", "'")
                .replace("5월", "５월");
        assertThat(of(spaced)).isEqualTo(of(STORY));
        assertThat(of(Normalizer.normalize(STORY, Normalizer.Form.NFD)).shingles())
                .isEqualTo(of(STORY).shingles());
        assertThat(of(STORY.replace('“', '"').replace('”', '"')).quotes())
                .isEqualTo(of(STORY).quotes())
                .hasSize(1);
    }

    @Test
    void bylinesAddressesAndNoticesDoNotCount() {
        for (var dressed : new String[] {
            "[영등포=가나다 기자] " + STORY,
            "(서울=시험뉴스) 가나다 기자 = " + STORY,
            STORY + "\n가나다 기자 ga.na@example.kr",
            STORY + " ga.na@example.kr",
            STORY + "\n저작권자 ⓒ 시험신문 무단전재 및 재배포 금지",
            STORY + "\nCopyright © 시험신문. All rights reserved.",
        }) assertThat(of(dressed)).as(dressed).isEqualTo(of(STORY));
    }

    @Test
    void aLongSentenceThatSpeaksOfCopyrightStays() {
        var about = "구는 저작권자 표시를 지키자는 운동을 편다. " + STORY;
        assertThat(of(about).size()).isGreaterThan(of(STORY).size());
    }

    @Test
    void shortQuotationsAndOpenOnesAreNone() {
        assertThat(Plain.quotes("그는 “네”라고 했다")).isEmpty();
        assertThat(Plain.quotes("그는 “끝나지 않는 말을 시작했다\n다음 줄”")).isEmpty();
        assertThat(Plain.quotes("“" + "가".repeat(700) + "”")).isEmpty();
    }

    @Test
    void nothingAndHugeTextsAreTaken() {
        assertThat(Sketch.of("", "").size()).isZero();
        assertThat(Sketch.of("가", "").size()).isOne();
        assertThat(Likeness.of(Sketch.of("", ""), Sketch.of("", "")).same()).isFalse();
        var huge = Sketch.of("제목", "가나다라마바사아자차카타파하 ".repeat(400_000));
        assertThat(huge.size()).isLessThan(40);
        var hostile = Sketch.of(
                "((((".repeat(20_000),
                "가 기자".repeat(1_000) + "[".repeat(5_000) + "a@".repeat(2_000) + "가 기자".repeat(50_000));
        assertThat(hostile.size()).isPositive();
    }

    @Test
    void whatIsKeptIsWhatWasMade() {
        var made = of(STORY);
        var kept = Sketch.of(made.bytes());
        assertThat(kept).isEqualTo(made);
    }

    @Test
    void anEditedCopyIsNearAndAnotherStoryFar() {
        var edited = of(STORY.replace("밝혔다", "전했다"));
        var other = Sketch.of("안양천 걷기대회", "오는 주말 안양천 둔치에서 걷기대회가 열린다. 출발점에서 신정교를 돌아오는 길에 물과 의료진이 놓인다.");
        assertThat(Likeness.of(edited, of(STORY)).same()).isTrue();
        assertThat(Likeness.of(other, of(STORY)).percent()).isLessThan(5);
    }
}
