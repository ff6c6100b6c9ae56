package kr.madang.approvals.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kr.madang.approvals.text.Written;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.Sheet.Line;
import kr.madang.kernel.document.Sheet.Style;

/** Lays a letter out on its sheet (공문서 배치), in the order the rule for official papers gives. */
public final class Layout {
    private static final int ABREAST = 5;
    private static final int MOST_COLUMNS = 20;
    private static final Pattern FIELD =
            Pattern.compile("\\s*(수\\s?신자?|\\(?경\\s?유\\)?|참\\s?조|발\\s?신)(?:\\s*[:：])?(?:\\s+(.*))?");
    private static final Pattern SENDER = Pattern.compile("\\S.{0,30}(?:장|관|원장)");

    private final Letter letter;
    private final List<Sheet.Part> parts = new ArrayList<>();

    private Layout(Letter letter) {
        this.letter = letter;
    }

    public static Sheet of(Letter letter) {
        var layout = new Layout(letter);
        var text = trimmed(Written.of(letter.text()));
        layout.head(text);
        layout.body(text);
        layout.closing(text);
        return new Sheet(letter.title(), letter.agency(), letter.day(), letter.note(), layout.parts);
    }

    /** Without the empty lines around it. */
    private static List<Written> trimmed(List<Written> text) {
        int from = 0;
        int to = text.size();
        while (from < to && blank(text.get(from))) from++;
        while (to > from && blank(text.get(to - 1))) to--;
        return text.subList(from, to);
    }

    private static boolean blank(Written part) {
        return part instanceof Written.Line line && line.blank();
    }

    /** A head that was typed stands instead of the one the paper's record gives, but whom it is sent to the record alone knows. */
    private void head(List<Written> text) {
        if (!letter.note().isEmpty()) add(Style.NOTE, letter.note());
        var typed = typed(text, Written.Place.HEAD);
        boolean receiver = typed.stream()
                .anyMatch(part -> part instanceof Written.Line(var _, int _, var _, var words)
                        && words.startsWith("수")
                        && FIELD.matcher(words).matches());
        boolean agency = typed.stream().findFirst().filter(part -> !field(part)).isPresent();
        if (!agency) add(Style.MAST, letter.agency());
        if (!letter.second().isEmpty()) add(Style.FIELD, letter.second());
        typed.forEach(this::headed);
        if (!receiver) {
            parts.add(new Line(Style.FIELD, "수신", letter.receiver(), 0, 0));
            if (!letter.via().isEmpty()) parts.add(new Line(Style.FIELD, "(경유)", letter.via(), 0, 0));
        }
        parts.add(new Line(Style.TITLE, "제목", letter.title(), 0, 0));
    }

    /** Of a letter that goes out, what stands before the typed receivers; they and what follows may name somebody else. */
    private List<Written> typed(List<Written> text, Written.Place place) {
        return text.stream()
                .filter(part -> part.place() == place && !blank(part))
                .takeWhile(part -> !(letter.goesOut() && field(part)))
                .filter(part -> !(letter.goesOut() && sender(part)))
                .toList();
    }

    private static boolean sender(Written part) {
        return part.place() == Written.Place.CLOSING
                && part instanceof Written.Line line
                && SENDER.matcher(line.words()).matches();
    }

    private static boolean field(Written part) {
        return part instanceof Written.Line(var _, int _, var _, var words)
                && FIELD.matcher(words).matches();
    }

    private void headed(Written part) {
        switch (part) {
            case Written.Table table -> table(table);
            case Written.Line(var _, int _, var _, var words) -> {
                var field = FIELD.matcher(words);
                if (field.matches()) {
                    var value = field.group(2);
                    parts.add(new Line(Style.FIELD, field.group(1), value == null ? "" : value, 0, 0));
                } else add(parts.stream().anyMatch(Layout::mast) ? Style.FIELD : Style.MAST, words);
            }
        }
    }

    private static boolean mast(Sheet.Part part) {
        return part instanceof Line line && line.style() == Style.MAST;
    }

    private void body(List<Written> text) {
        for (var part : text)
            switch (part.place()) {
                case HEAD, CLOSING -> {}
                case TITLE -> title(part);
                case BODY, ATTACHMENT -> written(part);
            }
    }

    /** A title that was typed is the paper's own; only another one is worth a line. */
    private void title(Written part) {
        if (!(part instanceof Written.Line line)) return;
        var words = line.words().replaceFirst("^제\\s?목(?:\\s*[:：])?\\s+", "");
        if (!words.equals(letter.title())) add(Style.BODY, line.words());
    }

    private void written(Written part) {
        switch (part) {
            case Written.Table table -> table(table);
            case Written.Line line -> {
                var gap = line.mark().startsWith("붙") ? "  " : " ";
                var words = line.mark().isEmpty() || line.words().isEmpty()
                        ? line.mark() + line.words()
                        : line.mark() + gap + line.words();
                int hang = line.mark().isEmpty() ? 0 : Width.of(line.mark() + gap);
                parts.add(new Line(Style.BODY, "", words, 2 * line.indent(), hang));
            }
        }
    }

    private void table(Written.Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) return;
        if (columns > MOST_COLUMNS) {
            table.rows().forEach(row -> add(Style.BODY, String.join(" | ", row)));
            return;
        }
        var rows = IntStream.range(0, table.rows().size())
                .mapToObj(i -> new Block.Row(table.rows().get(i).stream()
                        .map(words -> cell(words, table.headed() && i == 0))
                        .toList()))
                .toList();
        var widths = IntStream.range(0, columns).mapToObj(i -> 1).toList();
        parts.add(new Sheet.Table(new Block.Table("본문의 표", "", widths, table.headed() ? 1 : 0, rows), true));
    }

    private void closing(List<Written> text) {
        typed(text, Written.Place.CLOSING).forEach(this::closed);
        if (letter.goesOut()) add(Style.SENDER, letter.sender());
        if (!letter.listed().isEmpty())
            parts.add(new Line(Style.FIELD, "수신자", String.join(", ", letter.listed()), 0, 0));
        boxes(letter.boxes());
        foot("시행", letter.number());
        // who receives it writes his number there
        if (letter.goesOut()) parts.add(new Line(Style.FOOT, "접수", letter.receipt(), 0, 0));
        if (!letter.address().isEmpty()) add(Style.FOOT, letter.address());
        foot("연락처", letter.contact());
        foot("공개구분", letter.disclosure());
    }

    private void closed(Written part) {
        switch (part) {
            case Written.Table table -> table(table);
            case Written.Line line -> {
                var field = FIELD.matcher(line.words());
                if (field.matches()) headed(line);
                else if (SENDER.matcher(line.words()).matches()) add(Style.SENDER, line.words());
                else if (!line.mark().isEmpty()) written(line);
                else add(Style.FOOT, line.words());
            }
        }
    }

    /** In rows of about equal length. */
    private void boxes(List<Letter.Box> boxes) {
        int rows = Math.ceilDiv(boxes.size(), ABREAST);
        for (int row = 0; row < rows; row++)
            abreast(boxes.subList(row * boxes.size() / rows, (row + 1) * boxes.size() / rows));
    }

    private void abreast(List<Letter.Box> boxes) {
        var head =
                new Block.Row(boxes.stream().map(box -> cell(box.role(), true)).toList());
        var signed = new Block.Row(boxes.stream()
                .map(box -> cell(box.words().isEmpty() ? box.name() : box.name() + "\n" + box.words(), false))
                .toList());
        var days =
                new Block.Row(boxes.stream().map(box -> cell(box.day(), false)).toList());
        var widths = boxes.stream().map(box -> 1).toList();
        parts.add(new Sheet.Table(new Block.Table("결재란", "", widths, 1, List.of(head, signed, days)), true));
    }

    private void foot(String label, String words) {
        if (!words.isEmpty()) parts.add(new Line(Style.FOOT, label, words, 0, 0));
    }

    private void add(Style style, String words) {
        parts.add(Line.of(style, words));
    }

    private static Block.Cell cell(String words, boolean head) {
        return new Block.Cell(List.of(Inline.Text.of(words)), 1, 1, Block.Align.CENTER, head, null);
    }
}
