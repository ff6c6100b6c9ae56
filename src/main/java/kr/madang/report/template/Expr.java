package kr.madang.report.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.madang.kernel.figures.FigureKey;

/** How a number comes about: a figure, a cell of the same table, or something reckoned from them. */
public sealed interface Expr {

    /**
     * A figure at a time.
     *
     * @param written the key as the clerk wrote it, dimensions in their order
     */
    record Term(String written, FigureKey key, When when, int line, int column) implements Expr {}

    /** A cell of the same table, zero-based in the grid. */
    record Cell(int row, int column) implements Expr {}

    /** All cells from one corner to the other; only inside {@link Function#SUM}. */
    record Range(Cell first, Cell last) implements Expr {
        Stream<Cell> all() {
            return IntStream.rangeClosed(first.row, last.row).boxed().flatMap(r -> IntStream.rangeClosed(
                            first.column, last.column)
                    .mapToObj(c -> new Cell(r, c)));
        }
    }

    record Literal(BigDecimal value) implements Expr {}

    record Call(Function function, List<Expr> arguments) implements Expr {}

    enum Function {
        /** 합: any number of parts */
        SUM("합", "SUM"),
        /** 차: the first less the second; also written {@code a - b} */
        DIFFERENCE("차", "DIFF"),
        /** 율: percent of the first in the second, by the one rounding rule */
        RATE("율", "RATE"),
        /** 몫: the first divided by the second, e.g. copies per issue */
        QUOTIENT("몫", "QUOT");

        private final String word;
        private final String latin;

        Function(String word, String latin) {
            this.word = word;
            this.latin = latin;
        }

        public String word() {
            return word;
        }

        boolean called(String name) {
            return name.equals(word) || name.equalsIgnoreCase(latin);
        }
    }

    /** Every figure this number rests on, left to right. */
    default Stream<Term> terms() {
        return switch (this) {
            case Term term -> Stream.of(term);
            case Call call -> call.arguments().stream().flatMap(Expr::terms);
            case Cell cell -> Stream.empty();
            case Range range -> Stream.empty();
            case Literal literal -> Stream.empty();
        };
    }

    /** Every cell this number rests on. */
    default Stream<Cell> cells() {
        return switch (this) {
            case Cell cell -> Stream.of(cell);
            case Range range -> range.all();
            case Call call -> call.arguments().stream().flatMap(Expr::cells);
            case Term term -> Stream.empty();
            case Literal literal -> Stream.empty();
        };
    }
}
