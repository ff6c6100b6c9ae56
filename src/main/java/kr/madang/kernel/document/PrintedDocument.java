package kr.madang.kernel.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document of the office ready to print (인쇄 문서): a cover, perhaps a table of contents, and blocks in reading order. The work
 * report is one.
 *
 * @param session the council session on the cover, e.g. {@code 제245회 구의회 제1차 정례회}
 * @param dates the dates of the session as printed, e.g. {@code 2023. 6. 12. ~ 6. 27.}
 * @param section the section that reports, e.g. {@code 홍보미디어과}
 * @param asOf the day the figures speak of
 * @param contents whether a table of contents (보고 순서) follows the cover, made from the level-1 and level-2 headings
 */
public record PrintedDocument(
        String title,
        String session,
        String dates,
        String section,
        LocalDate asOf,
        boolean contents,
        List<Block> blocks) {

    /** The title in one line, for the window, the file's properties and the page heads; never empty. */
    public String titleLine() {
        String line = PlainText.oneLine(title);
        return line.isEmpty() ? "주요업무 보고" : line;
    }

    /** All numbers in reading order, so that two outputs of the same report can be checked against each other. */
    public List<Inline.Number> numbers() {
        List<Inline.Number> found = new ArrayList<>();
        inlines()
                .filter(Inline.Number.class::isInstance)
                .map(Inline.Number.class::cast)
                .forEach(found::add);
        return List.copyOf(found);
    }

    /** The gaps in reading order: what this report would print if its room had records. */
    public List<Inline.Gap> gaps() {
        return inlines()
                .filter(Inline.Gap.class::isInstance)
                .map(Inline.Gap.class::cast)
                .toList();
    }

    private Stream<Inline> inlines() {
        return blocks.stream().flatMap(PrintedDocument::inlinesOf);
    }

    private static Stream<Inline> inlinesOf(Block block) {
        return switch (block) {
            case Block.Heading heading -> Stream.of();
            case Block.Lead lead -> lead.content().stream();
            case Block.Line line -> line.content().stream();
            case Block.Table table ->
                table.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.content().stream());
            case Block.Picture picture -> Stream.of();
            case Block.PageBreak pageBreak -> Stream.of();
        };
    }
}
