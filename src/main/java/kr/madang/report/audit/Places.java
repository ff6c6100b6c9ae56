package kr.madang.report.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Says in Korean words where a number stands (위치): the heading above it and, in a table, its row and column. */
final class Places {
    private final Map<Spot, String> cells = new HashMap<>();
    private final NavigableMap<Integer, String> headings = new TreeMap<>();
    private final Map<Integer, String> lines = new HashMap<>();

    void heading(int line, String text) {
        headings.put(line, text);
    }

    void line(int line, String text) {
        lines.put(line, text);
    }

    void cell(Spot spot, List<String> side, List<String> top) {
        String row = Grid.words(side);
        String column = Grid.words(top);
        cells.put(
                spot,
                (row.isEmpty() ? "" : "'" + shortened(row) + "' 행")
                        + (row.isEmpty() || column.isEmpty() ? "" : " ")
                        + (column.isEmpty() ? "" : "'" + shortened(column) + "' 열"));
    }

    String of(Amount amount) {
        Map.Entry<Integer, String> heading = headings.floorEntry(amount.spot().line());
        String above = heading == null ? "" : shortened(heading.getValue());
        String cell = cells.get(amount.spot());
        String near = cell != null && !cell.isEmpty()
                ? "표 " + cell
                : "'" + shortened(lines.getOrDefault(amount.spot().line(), "")) + "'";
        return above.isEmpty()
                        || heading != null && heading.getKey() == amount.spot().line()
                ? near
                : above + " - " + near;
    }

    private static String shortened(String text) {
        String one = text.strip().replaceAll("\\s+", " ");
        return one.length() <= 40 ? one : one.substring(0, 39) + "…";
    }
}
