package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A text as it stands on paper (문서의 줄): line by line, each with its part of the paper, its mark and how far it stands from the left. */
public sealed interface Written {
    /** Which part of the paper. */
    Place place();

    enum Place {
        HEAD,
        TITLE,
        BODY,
        ATTACHMENT,
        CLOSING
    }

    /**
     * @param indent in half letters (타); of an item, as its level asks for, however it was typed
     * @param mark of an item or 붙임; empty when it has none
     */
    record Line(Place place, int indent, String mark, String words) implements Written {
        public boolean blank() {
            return mark.isEmpty() && words.isEmpty();
        }
    }

    /**
     * Lines drawn with bars, gathered.
     *
     * @param headed whether a row of dashes followed the first
     */
    record Table(Place place, List<List<String>> rows, boolean headed) implements Written {}

    Pattern DASHES = Pattern.compile("\\s*:?-{2,}:?\\s*");
    Pattern ATTACHED = Pattern.compile("[ \\t\\u3000]*(붙 ?임)[ \\t\\u3000\\u00a0:：]*(.*)");

    /** 타: how far the second attachment stands from the left, below the first. */
    int BELOW_ATTACHED = 6;

    static List<Written> of(String text) {
        var rows = Row.of(text);
        var at = Parts.bounds(rows);
        var written = new ArrayList<Written>();
        for (int i = 0; i < rows.size(); i++) {
            var place = place(at, i);
            int end = i;
            while (end < rows.size() && drawn(rows.get(end)) && place(at, end) == place) end++;
            if (end > i) {
                written.add(table(place, rows.subList(i, end)));
                i = end - 1;
            } else written.add(line(place, rows.get(i)));
        }
        return List.copyOf(written);
    }

    private static Place place(Parts.Bounds at, int row) {
        if (row < at.title()) return Place.HEAD;
        if (row == at.title()) return Place.TITLE;
        if (row < at.attachments()) return Place.BODY;
        return row < at.closing() ? Place.ATTACHMENT : Place.CLOSING;
    }

    private static boolean drawn(Row row) {
        var text = row.text().strip();
        return text.length() > 2 && text.startsWith("|") && text.endsWith("|");
    }

    private static Table table(Place place, List<Row> rows) {
        var cells = rows.stream().map(Written::cells).toList();
        boolean headed = cells.size() > 1 && dashes(cells.get(1));
        return new Table(place, cells.stream().filter(row -> !dashes(row)).toList(), headed);
    }

    private static boolean dashes(List<String> row) {
        return row.stream().allMatch(cell -> DASHES.matcher(cell).matches());
    }

    private static List<String> cells(Row row) {
        var text = row.text().strip();
        var inner = text.substring(1, text.length() - 1);
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static Line line(Place place, Row row) {
        var attached = ATTACHED.matcher(row.text());
        if (place == Place.ATTACHMENT && Attachments.begins(row) && attached.matches())
            return new Line(place, 0, attached.group(1), attached.group(2).strip());
        var marker = Marker.of(row);
        boolean item = place == Place.BODY || place == Place.ATTACHMENT;
        if (marker.isPresent() && item) {
            var mark = marker.get();
            int indent = place == Place.ATTACHMENT ? BELOW_ATTACHED : mark.indent();
            var written = row.text().substring(mark.from(), mark.to()).strip();
            return new Line(
                    place, indent, written, row.text().substring(mark.to()).strip());
        }
        var blank = row.text().substring(0, row.indent());
        return new Line(place, Row.width(blank), "", row.text().strip());
    }
}
