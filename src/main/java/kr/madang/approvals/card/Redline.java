package kr.madang.approvals.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What changed from one version to the next (대비표): line by line, and inside changed lines word by word. Beyond a bound everything
 * between the common beginning and end counts as replaced, so that no text costs more than a moment.
 */
public record Redline(List<Row> rows) {
    private static final int MOST = 1_500;
    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");

    public enum Change {
        SAME,
        GONE,
        NEW
    }

    /** Words of a line that share their fate. */
    public record Piece(Change change, String text) {}

    /** One line; of an altered line, the gone and the new words stand together. */
    public record Row(List<Piece> pieces) {
        public Row {
            pieces = List.copyOf(pieces);
        }

        public boolean changed() {
            return pieces.stream().anyMatch(piece -> piece.change() != Change.SAME);
        }
    }

    public Redline {
        rows = List.copyOf(rows);
    }

    public static Redline between(String before, String after) {
        var rows = new ArrayList<Row>();
        var gone = new ArrayList<String>();
        var fresh = new ArrayList<String>();
        for (var piece : compare(before.lines().toList(), after.lines().toList())) {
            switch (piece.change()) {
                case GONE -> gone.add(piece.text());
                case NEW -> fresh.add(piece.text());
                case SAME -> {
                    altered(gone, fresh, rows);
                    rows.add(new Row(List.of(piece)));
                }
            }
        }
        altered(gone, fresh, rows);
        return new Redline(rows);
    }

    public boolean changed() {
        return rows.stream().anyMatch(Row::changed);
    }

    /** As many gone as new lines in one place are the same lines rewritten. */
    private static void altered(List<String> gone, List<String> fresh, List<Row> rows) {
        if (gone.size() == fresh.size())
            for (int i = 0; i < gone.size(); i++)
                rows.add(new Row(joined(compare(words(gone.get(i)), words(fresh.get(i))))));
        else {
            gone.forEach(line -> rows.add(new Row(List.of(new Piece(Change.GONE, line)))));
            fresh.forEach(line -> rows.add(new Row(List.of(new Piece(Change.NEW, line)))));
        }
        gone.clear();
        fresh.clear();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(found -> found.group()).toList();
    }

    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            boolean goesOn = !joined.isEmpty() && joined.getLast().change() == piece.change();
            if (goesOn) joined.add(new Piece(piece.change(), joined.removeLast().text() + piece.text()));
            else joined.add(piece);
        }
        return joined;
    }

    private static List<Piece> compare(List<String> before, List<String> after) {
        int head = 0;
        int least = Math.min(before.size(), after.size());
        while (head < least && before.get(head).equals(after.get(head))) head++;
        int tail = 0;
        while (tail < least - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail)))
            tail++;
        var pieces = new ArrayList<Piece>();
        before.subList(0, head).forEach(same -> pieces.add(new Piece(Change.SAME, same)));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), pieces);
        before.subList(before.size() - tail, before.size()).forEach(same -> pieces.add(new Piece(Change.SAME, same)));
        return pieces;
    }

    private static void middle(List<String> before, List<String> after, List<Piece> pieces) {
        if (before.size() > MOST || after.size() > MOST) {
            before.forEach(gone -> pieces.add(new Piece(Change.GONE, gone)));
            after.forEach(fresh -> pieces.add(new Piece(Change.NEW, fresh)));
            return;
        }
        var common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                pieces.add(new Piece(Change.SAME, before.get(i++)));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1]))
                pieces.add(new Piece(Change.GONE, before.get(i++)));
            else pieces.add(new Piece(Change.NEW, after.get(j++)));
        }
    }

    /** How long the longest common sequence is from each pair of places on. */
    private static int[][] common(List<String> before, List<String> after) {
        var length = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--)
            for (int j = after.size() - 1; j >= 0; j--) {
                boolean same = before.get(i).equals(after.get(j));
                length[i][j] = same ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        return length;
    }
}
