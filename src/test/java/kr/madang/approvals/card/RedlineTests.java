package kr.madang.approvals.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import kr.madang.approvals.card.Redline.Change;
import kr.madang.approvals.card.Redline.Piece;
import org.junit.jupiter.api.Test;

class RedlineTests {
    /** The text of one side again. */
    private static String side(Redline redline, Change side) {
        return redline.rows().stream()
                .filter(row -> row.pieces().isEmpty()
                        || row.pieces().stream().anyMatch(p -> p.change() == Change.SAME || p.change() == side))
                .map(row -> row.pieces().stream()
                        .filter(p -> p.change() == Change.SAME || p.change() == side)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void anAlteredLineShowsItsWords() {
        var redline = Redline.between("1. 목적\n2. 예산: 금 100원 집행\n끝.", "1. 목적\n2. 예산: 금 200원 집행\n끝.");
        assertThat(redline.rows()).hasSize(3);
        assertThat(redline.rows().get(1).pieces())
                .containsExactly(
                        new Piece(Change.SAME, "2. 예산: 금 "),
                        new Piece(Change.GONE, "100원"),
                        new Piece(Change.NEW, "200원"),
                        new Piece(Change.SAME, " 집행"));
    }

    @Test
    void theSameTextHasNoRedline() {
        assertThat(Redline.between("가\n나", "가\n나").changed()).isFalse();
        assertThat(Redline.between("", "").rows()).isEmpty();
    }

    @Test
    void bothTextsComeBack() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 3_000; i++) {
            var before = text(random);
            var after = text(random);
            var redline = Redline.between(before, after);
            assertThat(side(redline, Change.GONE)).isEqualTo(before);
            assertThat(side(redline, Change.NEW)).isEqualTo(after);
        }
    }

    private static String text(SplittableRandom random) {
        var lines = new java.util.ArrayList<String>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            var words = new java.util.ArrayList<String>();
            for (int j = random.nextInt(4); j >= 0; j--) words.add("w" + random.nextInt(4));
            lines.add(String.join(" ", words));
        }
        return String.join("\n", lines);
    }

    @Test
    void aHugeTextCostsAMoment() {
        var before = "가\n".repeat(1) + "나\n".repeat(200_000) + "다";
        var after = "가\n" + "라\n".repeat(200_000) + "다";
        assertThat(Redline.between(before, after).rows()).hasSize(200_002);
    }
}
