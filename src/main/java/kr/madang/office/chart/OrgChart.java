package kr.madang.office.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An organization chart (조직도): one section, its teams side by side, the duties of each below. The picture needs no style sheet and
 * no script; it names itself for screen readers and prints in black on white.
 */
public final class OrgChart {
    /** A team as the picture shows it. */
    public record Box(String name, List<String> duties) {}

    private static final int WIDTH = 164;
    private static final int GAP = 12;
    private static final int MARGIN = 8;
    private static final int HEAD = 46;
    private static final int TOP = 52;
    private static final int LINE = 20;
    /** How wide a line of a duty may be, in half-width characters. */
    private static final int MEASURE = 20;

    private OrgChart() {}

    /** The picture as a whole SVG document, to be shown in a page as it is. */
    public static String draw(String title, String section, List<Box> teams) {
        int columns = Math.max(1, teams.size());
        int width = MARGIN * 2 + columns * WIDTH + (columns - 1) * GAP;
        var wrapped = teams.stream().map(t -> wrap(t.duties)).toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
        int teamTop = MARGIN + TOP + 48;
        int height = teamTop + HEAD + (lines == 0 ? 0 : lines * LINE + 24) + MARGIN;
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                .formatted(width, height, width, height));
        svg.append("role=\"img\" aria-labelledby=\"chart-title chart-desc\" ");
        svg.append("font-family=\"'Pretendard GOV', Pretendard, 'Noto Sans KR', NanumGothic, sans-serif\">");
        svg.append("<title id=\"chart-title\">").append(escape(title)).append("</title>");
        svg.append("<desc id=\"chart-desc\">")
                .append(escape(describe(section, teams)))
                .append("</desc>");
        svg.append("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>".formatted(width, height));
        int middle = width / 2;
        lines(svg, teams.size(), middle, teamTop);
        head(svg, middle - 130, MARGIN, 260, TOP, section, "#063a74", "#ffffff", 19);
        for (int i = 0; i < teams.size(); i++)
            team(svg, MARGIN + i * (WIDTH + GAP), teamTop, teams.get(i).name, wrapped.get(i), lines);
        return svg.append("</svg>").toString();
    }

    private static void lines(StringBuilder svg, int teams, int middle, int teamTop) {
        if (teams == 0) return;
        int bar = teamTop - 24;
        svg.append("<g stroke=\"#58616a\" stroke-width=\"2\" fill=\"none\">");
        svg.append("<path d=\"M%d %dV%d\"/>".formatted(middle, MARGIN + TOP, bar));
        int first = MARGIN + WIDTH / 2;
        int last = first + (teams - 1) * (WIDTH + GAP);
        svg.append("<path d=\"M%d %dH%d\"/>".formatted(first, bar, last));
        for (int i = 0; i < teams; i++)
            svg.append("<path d=\"M%d %dV%d\"/>".formatted(first + i * (WIDTH + GAP), bar, teamTop));
        svg.append("</g>");
    }

    private static void team(StringBuilder svg, int x, int y, String name, List<String> duties, int lines) {
        if (lines > 0)
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f4f5f6\" stroke=\"#8a949e\"/>"
                    .formatted(x, y + HEAD, WIDTH, lines * LINE + 24));
        head(svg, x, y, WIDTH, HEAD, name, "#d8e5fd", "#052561", 17);
        int at = y + HEAD + 26;
        for (var duty : duties) {
            int indent = duty.startsWith("·") ? 12 : 24;
            svg.append("<text x=\"%d\" y=\"%d\" font-size=\"13.5\" fill=\"#1e2124\">%s</text>"
                    .formatted(x + indent, at, escape(duty)));
            at += LINE;
        }
    }

    private static void head(
            StringBuilder svg, int x, int y, int w, int h, String text, String fill, String ink, int size) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\" stroke=\"#063a74\"/>"
                .formatted(x, y, w, h, fill));
        svg.append(
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"700\" text-anchor=\"middle\" fill=\"%s\">%s</text>"
                        .formatted(x + w / 2, y + h / 2 + size / 3 + 1, size, ink, escape(text)));
    }

    /** Breaks duties into lines at blanks, each duty starting with a dot. */
    static List<String> wrap(List<String> duties) {
        var lines = new ArrayList<String>();
        for (var duty : duties) {
            var line = new StringBuilder("· ");
            boolean begun = false;
            for (var word : duty.strip().split("\\s+")) {
                for (var piece : pieces(word)) {
                    if (begun && width(line) + 1 + width(piece) > MEASURE) {
                        lines.add(line.toString());
                        line = new StringBuilder();
                    } else if (begun) line.append(' ');
                    line.append(piece);
                    begun = true;
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word too long for a line is cut. */
    private static List<String> pieces(String word) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (int point : word.codePoints().toArray()) {
            if (width(piece) + 2 > MEASURE - 2) {
                pieces.add(piece.toString());
                piece = new StringBuilder();
            }
            piece.appendCodePoint(point);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static int width(CharSequence text) {
        return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }

    private static String describe(String section, List<Box> teams) {
        var text = new StringBuilder(section).append(", ").append(teams.size()).append("개 팀.");
        for (var team : teams)
            text.append(' ')
                    .append(team.name)
                    .append(": ")
                    .append(String.join(", ", team.duties))
                    .append('.');
        return text.toString();
    }

    private static String escape(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    // control characters and lone surrogates have no place in XML
                    boolean allowed = c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    if (allowed) safe.appendCodePoint(c);
                    else safe.append(' ');
                }
            }
        });
        return safe.toString();
    }
}
