package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the items of the body (항목 구분): order of the levels, counting, a lone item, indentation and the blank after the mark. */
final class Items {
    /** A list of items that is still going on. */
    private static final class Open {
        final Row row;
        final Marker first;
        final boolean misplaced;
        int last;
        int count;
        boolean children;

        Open(Row row, Marker first, boolean misplaced) {
            this.row = row;
            this.first = first;
            this.misplaced = misplaced;
        }
    }

    private final @Nullable Open[] open = new Open[Marker.DEEPEST + 1];
    private final List<Finding> findings = new ArrayList<>();

    private Items() {}

    static List<Finding> check(List<Row> body) {
        var items = new Items();
        boolean apart = true;
        for (var row : body) {
            if (row.table()) continue;
            var marker = Marker.of(row);
            if (marker.isPresent()) items.item(row, marker.get());
            else if (apart && !row.blank() && row.indent() == 0) items.close(1);
            apart = row.blank();
        }
        items.close(1);
        return items.findings;
    }

    private void item(Row row, Marker marker) {
        close(marker.level() + 1);
        var list = open[marker.level()];
        if (list == null) list = begin(row, marker);
        count(row, marker, list);
        list.last = marker.ordinal();
        list.count++;
        if (!list.misplaced) shape(row, marker);
    }

    private Open begin(Row row, Marker marker) {
        int parent = marker.level() - 1;
        while (parent > 0 && open[parent] == null) parent--;
        boolean misplaced = parent + 1 != marker.level();
        if (misplaced) {
            var right = Marker.text(parent + 1, marker.ordinal());
            findings.add(row.maybe(
                    Check.ITEM_LEVEL,
                    marker.from(),
                    marker.to(),
                    proposal(right),
                    marker.text(),
                    Marker.text(parent + 1, 1)));
        }
        var above = open[parent];
        if (above != null) above.children = true;
        var list = new Open(row, marker, misplaced);
        open[marker.level()] = list;
        return list;
    }

    private void count(Row row, Marker marker, Open list) {
        int expected = list.last + 1;
        if (marker.ordinal() == expected) return;
        var check = list.last == 0 ? Check.ITEM_FIRST : marker.ordinal() > expected ? Check.ITEM_GAP : Check.ITEM_ORDER;
        var right = Marker.text(marker.level(), expected);
        findings.add(row.maybe(check, marker.from(), marker.to(), proposal(right), marker.text(), right));
    }

    private static @Nullable String proposal(String mark) {
        return mark.isEmpty() ? null : mark;
    }

    private void shape(Row row, Marker marker) {
        var indent = row.text().substring(0, marker.from());
        if (Row.width(indent) != marker.indent())
            findings.add(row.sure(
                    Check.ITEM_INDENT, 0, marker.from(), " ".repeat(marker.indent()), marker.text(), marker.indent()));
        int end = marker.to();
        while (end < row.text().length() && Row.space(row.text().charAt(end))) end++;
        boolean empty = end == row.text().length()
                || Ending.of(row).filter(ending -> ending.from() <= marker.to()).isPresent();
        if (!empty && !row.text().substring(marker.to(), end).equals(" "))
            findings.add(row.sure(Check.ITEM_BLANK, marker.to(), end, " ", marker.text()));
    }

    /** Ends the lists of this level and below. */
    private void close(int level) {
        for (int at = Marker.DEEPEST; at >= level; at--) {
            var list = open[at];
            open[at] = null;
            if (list == null || list.count != 1 || list.misplaced) continue;
            int end = list.first.to();
            while (end < list.row.text().length() && Row.space(list.row.text().charAt(end))) end++;
            findings.add(list.row.maybe(
                    Check.ITEM_LONE, list.first.from(), end, list.children ? null : "", list.first.text()));
        }
    }
}
