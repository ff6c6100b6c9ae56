package kr.madang.approvals.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GistTests {
    private static final String TEXT = """
            1. 구정 홍보를 강화하기 위하여 소셜미디어 홍보단을 모집합니다.
              가. 모집 인원은 홍보단 20명이며 구민이면 누구나 신청할 수 있습니다.
              나. 날씨가 추우니 건강에 유의하시기 바랍니다.
            2. 각 동에서는 소셜미디어 홍보단 모집을 게시판에 안내하여 주시기 바랍니다.

            붙임  모집 공고문 1부.  끝.
            """;

    @Test
    void itProposesWhatTheTextIsAbout() {
        var gist = Gist.of("소셜미디어 홍보단 모집 안내", TEXT);
        assertThat(gist.keywords()).startsWith("홍보단").contains("소셜미디어", "모집").hasSizeLessThanOrEqualTo(5);
        assertThat(gist.summary()).contains("홍보단을 모집합니다.").doesNotContain("추우니", "1. ", "끝.", "붙임");
    }

    @Test
    void theSameTextGivesTheSameProposal() {
        for (int i = 0; i < 20; i++) assertThat(Gist.of("가", TEXT)).isEqualTo(Gist.of("가", TEXT));
    }

    @Test
    void particlesAreStripped() {
        assertThat(Stems.of("예산을 예산이 예산에서는 예산으로부터 회의의 회의")).containsOnly("예산", "회의");
    }

    @Test
    void anEmptyTextHasNoGist() {
        assertThat(Gist.of("", "")).isEqualTo(new Gist("", java.util.List.of()));
        assertThat(Gist.of("", "\n끝.").keywords()).isEmpty();
    }

    @Test
    void aSummaryStaysShort() {
        assertThat(Gist.of("긴 글", "홍보 예산 ".repeat(500)).summary().length()).isLessThanOrEqualTo(200);
    }
}
