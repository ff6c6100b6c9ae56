package kr.madang.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HostileTemplateTests {
    private static Template read(String text) {
        return TemplateReader.read("# Ⅰ. 장\n" + text);
    }

    @Test
    void aMegabyteInOneLineIsRefusedNotRead() {
        assertThat(read("가".repeat(1_000_000)).problems()).singleElement().matches(Problem::isError);
        assertThat(read("○ " + "{".repeat(300_000)).hasErrors()).isTrue();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(read("○ {=" + "(".repeat(1_500) + "1" + ")".repeat(1_500) + "}")
                        .hasErrors())
                .isTrue();
        assertThat(read("○ {=" + "합(".repeat(800) + "1" + ")".repeat(800) + "}").hasErrors())
                .isTrue();
        assertThat(read("○ {=" + "1+".repeat(1_500) + "1}").hasErrors()).isTrue();
    }

    @Test
    void aLongChainOfFormulasIsNoRecursion() {
        var table = new StringBuilder("[표] 사슬\n");
        for (int row = 1; row <= 290; row++) {
            for (int c = 0; c < 40; c++) table.append("| =").append(next(row, c));
            table.append("\n");
        }
        assertThat(read(table + "| 1" + " | 1".repeat(39)).problems())
                .as("the last row holds plain words")
                .isEmpty();
    }

    private static String next(int row, int column) {
        return column < 39
                ? FormulaOrder.address(new Expr.Cell(row - 1, column + 1))
                : FormulaOrder.address(new Expr.Cell(row, 0));
    }

    @Test
    void hugeTablesAndSpansAreRefused() {
        assertThat(read("[표] 큰\n" + "| 1\n".repeat(5_000)).hasErrors()).isTrue();
        assertThat(read("[표] 넓은\n" + "| 1 ".repeat(300)).hasErrors()).isTrue();
        assertThat(read("[표] 퍼진\n| [가로99 세로99] 1").hasErrors()).isTrue();
        assertThat(read("[표] 밖\n| =합(A1:ZZ9999)").hasErrors()).isTrue();
    }

    @Test
    void nothingWhateverMakesItThrow() {
        var words = new String[] {
            "# ",
            "## ",
            "{",
            "}",
            "=",
            "합(",
            ")",
            "@",
            "누계",
            "press.releases",
            "[표] ",
            "| ",
            "! ",
            "[가로2]",
            "너비: 1 2",
            "; ",
            "\n",
            "\\",
            "**",
            "□ ",
            "○ ",
            "- ",
            "> ",
            "+ ",
            "[조직도] ",
            "B2",
            ":",
            "1",
            "소수 1",
            "가",
            "\u0000",
            "\uD83D",
            "제목: ",
            "[",
            "]",
            "@press",
            "율(",
            ",",
            "-",
            "\t",
            "\r",
            "기준일: 2023-99-99"
        };
        var random = new SplittableRandom(20230531);
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            int parts = random.nextInt(40);
            for (int i = 0; i < parts; i++) text.append(words[random.nextInt(words.length)]);
            var template = TemplateReader.read(text.toString());
            for (var problem : template.problems()) assertThat(problem.line()).isPositive();
        }
    }
}
