package kr.madang.press.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.seed.Draw;
import kr.madang.press.coverage.demo.Reprint;
import kr.madang.press.coverage.demo.Told;
import org.junit.jupiter.api.Test;

/** Which release an article goes back to. */
class MatchingTests {
    private static final Instant OUT = Instant.parse("2023-03-02T01:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final String TEXT = "영등포구가 3월 12일 당산1동 복지관에서 어르신을 대상으로 스마트폰 교실을 연다고 2일 밝혔다. "
            + "사진 보내기와 길 찾기, 병원 예약처럼 날마다 쓰는 기능을 강사가 곁에서 함께 익힌다. 마지막 날에는 무인주문기 앞에서 음식을 시켜 본다.";
    private static final String QUOTE = "배움에는 때가 없다는 말을 현장에서 다시 보았다";
    private static final Original RELEASE = new Original(ID, "영등포구, 스마트폰 교실 열어", TEXT, List.of(QUOTE), OUT);

    private static java.util.Optional<Match> match(String text, Duration after) {
        return new Matching(List.of(RELEASE)).of(Sketch.of("", text), OUT.plus(after));
    }

    @Test
    void aCopyIsSureAndSaysWhy() {
        var match = match("[시험=가나다 기자] " + TEXT, Duration.ofHours(2)).orElseThrow();
        assertThat(match.release()).isEqualTo(ID);
        assertThat(match.confidence()).isEqualTo(100);
        assertThat(match.percent()).isEqualTo(100);
        assertThat(match.early()).isFalse();
    }

    @Test
    void aQuotationMakesAGuessSurer() {
        var half = TEXT.substring(TEXT.indexOf("마지막")) + " 행사장에는 이른 아침부터 여러 동네에서 온 사람이 길게 줄을 서 있었고 봄바람이 불었다.";
        int without = match(half, Duration.ofHours(2)).map(Match::confidence).orElse(0);
        var with = match(half + " 구청장은 \"" + QUOTE + "\"고 했다.", Duration.ofHours(2))
                .orElseThrow();
        assertThat(with.quotes()).isOne();
        assertThat(with.confidence()).isGreaterThan(without).isGreaterThanOrEqualTo(Match.SURE);
    }

    @Test
    void clocksMayDifferAndBrokenEmbargoesAreFlagged() {
        assertThat(match(TEXT, Duration.ofMinutes(-9)).orElseThrow().early()).isFalse();
        assertThat(match(TEXT, Duration.ofMinutes(-11)).orElseThrow().early()).isTrue();
        assertThat(match(TEXT, Duration.ofDays(-3))).isEmpty();
        assertThat(match(TEXT, Duration.ofDays(22))).isEmpty();
    }

    @Test
    void anotherStoryIsNoMatch() {
        assertThat(match("장마에 앞서 낙엽으로 막힌 빗물받이를 흡입차로 비우고 덮개를 새로 단다. 영등포구가 밝혔다.", Duration.ofHours(1)))
                .isEmpty();
        assertThat(match("", Duration.ofHours(1))).isEmpty();
    }

    @Test
    void reprintsFindTheirOwnReleaseAmongMany() {
        var draw = new Draw("releases");
        int right = 0;
        int found = 0;
        int all = 0;
        for (int n = 0; n < 60; n += 12) {
            var told = java.util.stream.IntStream.range(n, n + 12)
                    .mapToObj(i -> Told.of(draw, i, OUT))
                    .toList();
            var matching = new Matching(java.util.stream.IntStream.range(0, 12)
                    .mapToObj(i -> new Original(
                            new UUID(2, i),
                            told.get(i).title(),
                            told.get(i).text(),
                            List.of(told.get(i).quote()),
                            OUT))
                    .toList());
            for (int i = 0; i < 12; i++)
                for (int k = 0; k < 8; k++, all++) {
                    var made = Reprint.of(told.get(i), draw, 0.5);
                    var match = matching.of(Sketch.of(made.title(), made.lead()), made.at());
                    if (match.isPresent() && match.get().confidence() >= Match.SURE) {
                        found++;
                        if (match.get().release().equals(new UUID(2, i))) right++;
                    }
                }
        }
        assertThat(right).isEqualTo(found);
        assertThat((double) found / all).isGreaterThan(0.95);
    }
}
