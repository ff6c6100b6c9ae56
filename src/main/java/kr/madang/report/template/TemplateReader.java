package kr.madang.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.kernel.document.Block.Marker;
import org.jspecify.annotations.Nullable;

/** Reads a template line by line. It never throws: what it cannot read becomes a {@link Problem} with line and column. */
public final class TemplateReader {
    private static final Pattern NUMBER = Pattern.compile("([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[0-9]{1,3})\\.?\\s+(.*)");
    private static final Pattern ASIDE = Pattern.compile("(.*?)\\s*\\[([^\\[\\]]*)]\\s*");
    private static final Pattern TEAMS = Pattern.compile("(.*?)((?:\\s@[a-z][a-z0-9_-]{0,30})+)\\s*");
    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_TEXT = 400_000;

    private final Problems problems = new Problems();
    private final List<Node> nodes = new ArrayList<>();
    private final CoverReader cover = new CoverReader(problems);
    private @Nullable TableReader table;
    private boolean begun;

    private TemplateReader() {}

    public static Template read(String text) {
        var reader = new TemplateReader();
        reader.all(text);
        return new Template(reader.cover.cover(), List.copyOf(reader.nodes), reader.problems.list());
    }

    private void all(String text) {
        if (text.length() > LONGEST_TEXT) {
            problems.error(1, 1, "text.long", LONGEST_TEXT);
            return;
        }
        int number = 0;
        for (var raw : (Iterable<String>) text.lines()::iterator) line(raw.strip(), ++number);
        close();
        if (!begun) problems.error(1, 1, "heading.none");
    }

    private void line(String text, int number) {
        if (text.length() > LONGEST_LINE) {
            problems.error(number, LONGEST_LINE, "line.long", LONGEST_LINE);
            return;
        }
        if (text.startsWith("//")) return;
        if (table != null && TableReader.isRow(text)) {
            table.row(text, number);
            return;
        }
        close();
        if (text.isEmpty()) return;
        if (text.startsWith("#")) heading(text, number);
        else if (!begun) cover.line(text, number);
        else body(text, number);
    }

    private void close() {
        if (table == null) return;
        var done = table.table();
        if (done != null) nodes.add(done);
        table = null;
    }

    private void body(String text, int number) {
        if (text.startsWith("[표]")) table = new TableReader(text.substring(3), number, problems);
        else if (text.startsWith("[조직도]")) chart(text, number);
        else if (text.startsWith("+ ")) branch(text, number);
        else if (text.equals("[쪽 나눔]")) nodes.add(new Node.Break(number));
        else if (TableReader.isRow(text)) problems.error(number, 1, "table.stray");
        else if (text.startsWith(">")) lead(text, number);
        else outline(text, number);
    }

    private void outline(String text, int number) {
        var marker = marker(text.charAt(0), text);
        var words = marker == Marker.PLAIN ? text : text.substring(1);
        int column = marker == Marker.PLAIN
                ? 1
                : 2 + words.length() - words.stripLeading().length();
        var pieces = InlineReader.read(words.strip(), number, column, problems);
        nodes.add(new Node.Line(marker, pieces, number));
    }

    private static Marker marker(char sign, String text) {
        return switch (sign) {
            case '□', '■' -> Marker.SQUARE;
            case '○', 'ㅇ', '◦', '●' -> Marker.CIRCLE;
            case '·', 'ㆍ', '∙', '•', '․' -> Marker.DOT;
            case '※' -> Marker.NOTE;
            case '-', '–' -> text.length() > 1 && Character.isDigit(text.charAt(1)) ? Marker.PLAIN : Marker.DASH;
            default -> Marker.PLAIN;
        };
    }

    private void lead(String text, int number) {
        var pieces = InlineReader.read(text.substring(1).strip(), number, 3, problems);
        if (!nodes.isEmpty() && nodes.getLast() instanceof Node.Lead before) {
            var joined = new ArrayList<>(before.content());
            joined.add(new Piece.Words(" ", false, number, 1));
            joined.addAll(pieces);
            nodes.set(nodes.size() - 1, new Node.Lead(List.copyOf(joined), before.line()));
        } else nodes.add(new Node.Lead(pieces, number));
    }

    private void chart(String text, int number) {
        var title = InlineReader.read(text.substring(5).strip(), number, 7, problems);
        if (title.isEmpty()) problems.error(number, 1, "chart.title");
        nodes.add(new Node.Chart(title, List.of(), number));
    }

    private void branch(String text, int number) {
        if (!nodes.isEmpty()
                && nodes.getLast() instanceof Node.Chart chart
                && chart.branches().size() < 20) {
            var branches = new ArrayList<>(chart.branches());
            branches.add(text.substring(2).strip());
            nodes.set(nodes.size() - 1, new Node.Chart(chart.title(), List.copyOf(branches), chart.line()));
        } else problems.error(number, 1, "chart.branch");
    }

    private void heading(String text, int number) {
        begun = true;
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') level++;
        if (level > 3) problems.error(number, 1, "heading.level");
        var words = text.substring(level).strip();
        var teams = List.<String>of();
        var owners = TEAMS.matcher(words);
        if (owners.matches()) {
            teams = List.of(owners.group(2).strip().replace("@", "").split("\\s+"));
            words = owners.group(1);
        }
        var aside = "";
        var right = ASIDE.matcher(words);
        if (right.matches()) {
            aside = right.group(2).strip();
            words = right.group(1);
        }
        var numbered = NUMBER.matcher(words);
        boolean has = numbered.matches();
        if ((has ? numbered.group(2) : words).isBlank()) problems.error(number, 1, "heading.empty");
        nodes.add(new Node.Heading(
                Math.min(level, 3),
                has ? numbered.group(1) : "",
                has ? numbered.group(2) : words,
                aside,
                teams,
                number));
    }
}
