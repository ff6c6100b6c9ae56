package kr.madang.report.template;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of a template's text (쪽): a chapter head or a numbered task, cut at its heading so that each team edits its own.
 *
 * @param level 1 or 2
 * @param heading the heading line as written, e.g. {@code ## 1 조직 @section}
 * @param teams codes of the teams who write it
 * @param body everything up to the next heading
 */
public record PageText(int level, String heading, List<String> teams, String body) {

    /** The pages of a whole text; what stands before the first heading is the cover's and is left out. */
    public static List<PageText> split(String text) {
        var pages = new ArrayList<PageText>();
        var body = new ArrayList<String>();
        String heading = null;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var stripped = line.strip();
            if (stripped.startsWith("#") && !stripped.startsWith("###")) {
                if (heading != null) pages.add(of(heading, body));
                heading = stripped;
                body.clear();
            } else if (heading != null) body.add(line.stripTrailing());
        }
        if (heading != null) pages.add(of(heading, body));
        return List.copyOf(pages);
    }

    private static PageText of(String heading, List<String> body) {
        var read = TemplateReader.read(heading);
        var head = (Node.Heading) read.nodes().getFirst();
        return new PageText(
                head.level(), heading, head.teams(), String.join("\n", body).strip());
    }

    /** What is wrong with a body under a heading; lines count from the body's first. */
    public static List<Problem> check(String heading, String body) {
        var read = TemplateReader.read(heading + "\n" + body);
        var problems = new Problems();
        read.nodes().stream()
                .filter(n -> n instanceof Node.Heading h && h.level() < 3 && h.line() > 1)
                .forEach(n -> problems.error(n.line(), 1, "page.heading"));
        var all = new ArrayList<>(read.problems());
        all.addAll(problems.list());
        return all.stream().map(p -> p.onLine(Math.max(1, p.line() - 1))).toList();
    }

    /** The words of the heading without signs, team codes and brackets. */
    public static String title(String heading) {
        var read = TemplateReader.read(heading);
        return read.nodes().isEmpty() || !(read.nodes().getFirst() instanceof Node.Heading head)
                ? heading
                : (head.number().isEmpty() ? "" : head.number() + ". ") + head.text();
    }
}
