package kr.madang.report.web;

import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line (견주기). */
final class LineDiff {
    private static final int MOST = 1_500;

    enum Change {
        SAME,
        GONE,
        NEW
    }

    record Line(Change change, String text) {}

    private LineDiff() {}

    static List<Line> of(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) head++;
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) tail++;
        var lines = new ArrayList<Line>();
        old.subList(0, head).forEach(l -> lines.add(new Line(Change.SAME, l)));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), lines);
        old.subList(old.size() - tail, old.size()).forEach(l -> lines.add(new Line(Change.SAME, l)));
        return List.copyOf(lines);
    }

    /** The longest common lines stay; beyond a bound everything counts as replaced. */
    private static void middle(List<String> old, List<String> now, List<Line> lines) {
        boolean fits = old.size() <= MOST && now.size() <= MOST;
        int[][] common = fits ? table(old, now) : new int[0][0];
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            boolean same =
                    fits && i < old.size() && j < now.size() && old.get(i).equals(now.get(j));
            if (same) {
                lines.add(new Line(Change.SAME, old.get(i++)));
                j++;
            } else if (i < old.size() && (j == now.size() || !fits || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.GONE, old.get(i++)));
            } else lines.add(new Line(Change.NEW, now.get(j++)));
        }
    }

    private static int[][] table(List<String> old, List<String> now) {
        var common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--)
            for (int j = now.size() - 1; j >= 0; j--)
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        return common;
    }
}
