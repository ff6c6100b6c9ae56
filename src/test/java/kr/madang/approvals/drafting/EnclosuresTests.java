package kr.madang.approvals.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnclosuresTests {
    private static final String TWO = "1. 알림\n2. 협조\n\n붙임  1. 청사 안내판 교체 계획 1부.\n      2. 견적서 2부.  끝.";

    private static List<String> codes(String text, String... files) {
        return Enclosures.check(text, List.of(files)).stream()
                .map(Enclosures.Mismatch::code)
                .toList();
    }

    @Test
    void whatIsListedIsRead() {
        assertThat(Enclosures.named(TWO)).containsExactly("청사 안내판 교체 계획", "견적서");
        assertThat(Enclosures.named("알림\n붙임  계획 1부.  끝.")).containsExactly("계획");
        assertThat(Enclosures.named("알림\n붙임  아주 긴 이름의\n      추진 계획 1부.  끝.")).containsExactly("아주 긴 이름의 추진 계획");
        assertThat(Enclosures.named("붙임이 없는 글  끝.")).isEmpty();
    }

    @Test
    void filesThatFitSayNothing() {
        assertThat(codes(TWO, "청사안내판_교체계획.hwpx", "견적서(2개사).pdf")).isEmpty();
        assertThat(codes("알림  끝.")).isEmpty();
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        assertThat(codes(TWO)).containsExactly("approvals.enclosure.none");
        assertThat(codes("알림  끝.", "견적서.pdf")).containsExactly("approvals.enclosure.unnamed");
        assertThat(codes(TWO, "견적서.pdf")).containsExactly("approvals.enclosure.count", "approvals.enclosure.unlike");
        assertThat(codes(TWO, "청사 안내판 교체 계획.hwp", "사진.png")).containsExactly("approvals.enclosure.unlike");
    }
}
