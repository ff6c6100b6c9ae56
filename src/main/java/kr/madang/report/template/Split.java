package kr.madang.report.template;

import java.util.ArrayList;
import java.util.List;

/** Cuts a table row at its bars and a cell at its formula, minding braces and backslashes. */
final class Split {
    private Split() {}

    static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var bars = ends(row, '|');
        int start = 0;
        for (int bar : bars) {
            cells.add(row.substring(start, bar));
            start = bar + 1;
        }
        var last = row.substring(start);
        // a closing bar is decoration
        if (!last.isBlank() || cells.isEmpty()) cells.add(last);
        return cells;
    }

    /** Where the formula of a cell begins: a {@code =} first, or after a blank; −1 when it has none. */
    static int formula(String cell) {
        for (int at : ends(cell, '=')) if (at == 0 || Character.isWhitespace(cell.charAt(at - 1))) return at;
        return -1;
    }

    private static List<Integer> ends(String text, char sign) {
        var found = new ArrayList<Integer>();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') i++;
            else if (c == '{') depth++;
            else if (c == '}') depth = Math.max(0, depth - 1);
            else if (c == sign && depth == 0) found.add(i);
        }
        return found;
    }
}
