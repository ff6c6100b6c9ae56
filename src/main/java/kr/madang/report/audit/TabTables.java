package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tables typed with tabs or bars between the cells (탭으로 나눈 표). */
final class TabTables {
    private TabTables() {}

    /** Adds the grids and returns the lines (1-based) they stand on. */
    static Set<Integer> of(List<String> lines, Places places, List<Grid> grids) {
        Set<Integer> taken = new HashSet<>();
        int at = 0;
        while (at < lines.size()) {
            if (!celled(lines.get(at))) {
                at++;
                continue;
            }
            int from = at;
            List<List<Sheet.Cell>> rows = new ArrayList<>();
            while (at < lines.size() && celled(lines.get(at))) {
                taken.add(at + 1);
                if (!rule(lines.get(at))) {
                    rows.add(cells(lines.get(at), at + 1));
                }
                at++;
            }
            grids.addAll(Sheet.grids(rows, Units.near(lines, from, at - 1), places));
        }
        return taken;
    }

    private static boolean celled(String line) {
        return line.indexOf('\t') >= 0 || bars(line);
    }

    private static boolean bars(String line) {
        return line.chars().filter(c -> c == '|' || c == '│' || c == '┃').count() >= 2;
    }

    private static boolean rule(String line) {
        return line.matches("[\\s|│┃:+\\-─━=┼├┤]+");
    }

    private static List<Sheet.Cell> cells(String line, int number) {
        List<Sheet.Cell> cells = new ArrayList<>();
        boolean bars = line.indexOf('\t') < 0;
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            char c = i == line.length() ? '\t' : line.charAt(i);
            boolean cut = i == line.length() || (bars ? c == '|' || c == '│' || c == '┃' : c == '\t');
            if (cut) {
                cells.add(new Sheet.Cell(line.substring(start, i), number, start, false));
                start = i + 1;
            }
        }
        if (bars && cells.getFirst().empty()) {
            cells.removeFirst();
            if (!cells.isEmpty() && cells.getLast().empty()) {
                cells.removeLast();
            }
        }
        return cells;
    }
}
