package kr.madang.report.assembly;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.figures.Organogram.Team;

/** Draws the organization chart (조직도): the section above, one box per team below with its duties. */
final class ChartDrawing {
    private static final int WIDTH = 900;
    private static final int GAP = 10;
    private static final int TITLE = 44;
    private static final int HEAD = 34;
    private static final int LINE = 19;

    private ChartDrawing() {}

    static Block.Picture of(String title, List<Team> teams) {
        int count = Math.max(1, teams.size());
        int box = (WIDTH - GAP * (count - 1)) / count;
        var wrapped = teams.stream().map(t -> wrap(t.duties(), box)).toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
        int top = TITLE + 40;
        int height = teams.isEmpty() ? TITLE + 4 : top + HEAD + lines * LINE + 16;
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                        .formatted(WIDTH, height, WIDTH, height));
        box(svg, WIDTH / 2 - 190, 2, 380, TITLE, "#e8eef7");
        text(svg, WIDTH / 2, 31, 19, true, "middle", title);
        if (!teams.isEmpty()) line(svg, WIDTH / 2, TITLE + 2, WIDTH / 2, TITLE + 20);
        if (count > 1) line(svg, box / 2, TITLE + 20, (count - 1) * (box + GAP) + box / 2, TITLE + 20);
        for (int i = 0; i < teams.size(); i++) {
            int left = i * (box + GAP);
            line(svg, left + box / 2, TITLE + 20, left + box / 2, top);
            box(svg, left, top, box - 1, HEAD, "#f1f4f9");
            text(svg, left + box / 2, top + 23, 15, true, "middle", teams.get(i).name());
            box(svg, left, top + HEAD, box - 1, lines * LINE + 12, "#ffffff");
            for (int k = 0; k < wrapped.get(i).size(); k++)
                text(
                        svg,
                        left + 8,
                        top + HEAD + 20 + k * LINE,
                        12,
                        false,
                        "start",
                        wrapped.get(i).get(k));
        }
        svg.append("</svg>");
        return new Block.Picture(svg.toString(), spoken(title, teams));
    }

    /** @param branch {@code team: duty; duty} as a template writes it */
    static Team team(String branch) {
        int colon = branch.indexOf(':');
        if (colon < 0) return new Team(branch, List.of());
        var duties = new ArrayList<String>();
        for (var duty : branch.substring(colon + 1).split(";")) if (!duty.isBlank()) duties.add(duty.strip());
        return new Team(branch.substring(0, colon).strip(), duties);
    }

    /** A Hangul syllable of 12 units is about 12 wide. */
    private static List<String> wrap(List<String> duties, int box) {
        int fits = Math.max(4, (box - 16) / 12);
        var lines = new ArrayList<String>();
        for (var duty : duties) {
            var rest = "- " + duty;
            while (rest.length() > fits && lines.size() < 60) {
                int cut = rest.lastIndexOf(' ', fits);
                int at = cut > 2 ? cut : fits;
                lines.add(rest.substring(0, at));
                rest = "  " + rest.substring(at).strip();
            }
            lines.add(rest);
        }
        return lines;
    }

    private static String spoken(String title, List<Team> teams) {
        var words = new StringBuilder("조직도: ").append(title);
        for (var team : teams)
            words.append(". ").append(team.name()).append(": ").append(String.join(", ", team.duties()));
        return words.toString();
    }

    private static void box(StringBuilder svg, int x, int y, int width, int height, String fill) {
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#5b6b82\" stroke-width=\"1\"/>"
                        .formatted(x, y, width, height, fill));
    }

    private static void line(StringBuilder svg, int x1, int y1, int x2, int y2) {
        svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#5b6b82\" stroke-width=\"1\"/>"
                .formatted(x1, y1, x2, y2));
    }

    private static void text(StringBuilder svg, int x, int y, int size, boolean bold, String anchor, String words) {
        svg.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%s\" text-anchor=\"%s\">"
                .formatted(x, y, size, bold ? "bold" : "normal", anchor));
        svg.append(words.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        svg.append("</text>");
    }
}
