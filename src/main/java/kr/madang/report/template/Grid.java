package kr.madang.report.template;

import java.util.List;

/** Lays the cells of a table on its grid, minding what spreads over rows and columns. */
final class Grid {
    private final boolean[][] taken;
    private final int[] width;
    private final int most;
    private final Problems problems;

    Grid(int rows, int most, Problems problems) {
        this.taken = new boolean[rows][most];
        this.width = new int[rows];
        this.most = most;
        this.problems = problems;
    }

    /** @return the column the next cell of the row stands in */
    int place(int row, int across, int down, int line, int at) {
        int column = 0;
        while (column < most && taken[row][column]) column++;
        if (column + across > most || row + down > taken.length) {
            problems.error(line, at, "table.spread");
            return Math.min(column, most - 1);
        }
        for (int r = row; r < row + down; r++)
            for (int c = column; c < column + across; c++) {
                if (taken[r][c]) problems.error(line, at, "table.overlap");
                taken[r][c] = true;
                width[r] = Math.max(width[r], c + 1);
            }
        return column;
    }

    /** How many columns there are; every row must fill them all. */
    int columns(List<Integer> lines, int wanted) {
        int columns = wanted > 0 ? wanted : width[0];
        for (int r = 0; r < width.length; r++) {
            int filled = 0;
            for (int c = 0; c < most; c++) if (taken[r][c]) filled++;
            if (filled != columns) problems.error(lines.get(r), 1, "table.cells", filled, columns);
        }
        return Math.max(1, columns);
    }
}
