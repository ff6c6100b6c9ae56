package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables that lost their cells (펼쳐진 표), as they come out of a PDF: rows of a name and some numbers, names broken over lines with
 * the numbers on a line of their own, headings broken anywhere.
 */
final class FlatTables {
    private static final int GAP = 4;

    private record Row(int line, String label, List<Amount> numbers) {}

    private final List<String> lines;
    private final List<@Nullable Row> rows = new ArrayList<>();
    private final Places places;
    private final List<Grid> grids = new ArrayList<>();

    private FlatTables(List<String> lines, Places places) {
        this.lines = lines;
        this.places = places;
        for (int i = 0; i < lines.size(); i++) {
            rows.add(row(lines.get(i), i + 1));
        }
    }

    /** Lines of tables read otherwise come in empty. */
    static List<Grid> of(List<String> lines, Places places) {
        FlatTables tables = new FlatTables(lines, places);
        tables.run();
        return tables.grids;
    }

    private static @Nullable Row row(String line, int number) {
        if (line.isBlank() || line.length() > 400 || Outline.depth(line) >= 20 && Outline.depth(line) < 99) {
            return null;
        }
        List<int[]> words = FlatHeadings.words(line);
        List<Amount> numbers = new ArrayList<>();
        int at = words.size() - 1;
        while (at >= 0) {
            int start = words.get(at)[0];
            int end = words.get(at)[1];
            String word = line.substring(start, end);
            if (word.matches("\\([^()\\d][^()]*\\)") && at > 0) {
                start = words.get(--at)[0];
                word = line.substring(start, end);
            }
            if (at > 0
                    && line.substring(words.get(at - 1)[0], words.get(at - 1)[1])
                            .matches("[△▲]")) {
                start = words.get(--at)[0];
                word = line.substring(start, end);
            }
            Amount amount = Numerals.cell(word, number, start);
            if (amount == null || amount.unit().matches("년|월|일|급|호|조|항|쪽|시|분|차")) {
                break;
            }
            numbers.addFirst(amount.withoutScale());
            at--;
        }
        // 20대 100 33.3: the first word is the name of an age group and not a number of machines
        if (at < 0
                && numbers.size() > 1
                && !numbers.getFirst().unit().isEmpty()
                && numbers.get(1).unit().isEmpty()) {
            numbers.removeFirst();
            at = 0;
        }
        boolean counted = numbers.stream().anyMatch(amount -> !amount.blank());
        String label = at < 0 ? "" : line.substring(0, words.get(at)[1]);
        if (!counted || label.matches(".*[:=×~,]\\s*$") || label.length() > 60) {
            return null;
        }
        return new Row(number, label, numbers);
    }

    private void run() {
        int i = 0;
        while (i < rows.size()) {
            Row first = rows.get(i);
            if (first == null) {
                i++;
                continue;
            }
            List<Row> block = new ArrayList<>(List.of(first));
            int last = i;
            int words = 0;
            for (int next = i + 1; next < rows.size() && words < GAP; next++) {
                Row row = rows.get(next);
                if (row != null && row.numbers().size() == first.numbers().size()) {
                    block.add(row);
                    last = next;
                    words = 0;
                } else if (row != null || marked(lines.get(next))) {
                    break;
                } else {
                    words += lines.get(next).isBlank() ? 0 : 1;
                }
            }
            grid(i, last, block);
            i = last + 1;
        }
    }

    private static boolean marked(String line) {
        int depth = Outline.depth(line);
        return depth < 99
                || line.length() > 80
                || line.strip().startsWith("<")
                || line.matches(".*[\\(\\[]\\s*단\\s*위.*")
                || line.matches("\\s*\\d{1,2}\\.?\\s+[가-힣A-Za-z].*")
                || FlatHeadings.heading(line);
    }

    private void grid(int from, int to, List<Row> block) {
        int width = block.getFirst().numbers().size();
        if (width < 2 && block.size() < 3) {
            return;
        }
        List<List<String>> tops = FlatHeadings.of(lines, from, width, decimals(block, width));
        List<List<String>> sides = new ArrayList<>();
        List<List<@Nullable Amount>> values = new ArrayList<>();
        int previous = from - 1;
        for (Row row : block) {
            List<String> side = List.of(label(row, previous));
            previous = row.line() - 1;
            sides.add(side);
            List<@Nullable Amount> line = new ArrayList<>(row.numbers());
            for (int column = 0; column < width; column++) {
                places.cell(row.numbers().get(column).spot(), side, tops.get(column));
            }
            values.add(line);
        }
        grids.add(new Grid(Units.near(lines, from, to), tops, sides, values, false));
    }

    private static boolean[] decimals(List<Row> block, int width) {
        boolean[] decimals = new boolean[width];
        for (Row row : block) {
            for (int column = 0; column < width; column++) {
                Amount amount = row.numbers().get(column);
                decimals[column] |= amount.decimals() > 0 || amount.unit().equals("%");
            }
        }
        return decimals;
    }

    /** A name broken over lines stands above its numbers. */
    private String label(Row row, int previous) {
        if (!row.label().isBlank()) {
            return row.label();
        }
        StringBuilder label = new StringBuilder();
        for (int line = previous + 1; line < row.line() - 1; line++) {
            if (line >= 0 && !lines.get(line).isBlank()) {
                label.append(label.isEmpty() ? "" : " ").append(lines.get(line).strip());
            }
        }
        return label.length() > 80 ? "" : label.toString();
    }
}
