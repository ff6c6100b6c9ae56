package kr.madang.stories;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for barriers with axe in the page itself, and asks it for nothing but what is wrong: most of its time goes into the rest. */
final class Axe {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String RUN = """
            tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                .then(found => found.violations.map(rule => rule.id + ': ' + rule.help + ' '
                    + rule.nodes.slice(0, 4).map(node => node.target + ' ' + node.html).join(', ')))""";
    private static final String SOURCE = source();

    private Axe() {}

    /** What it finds on the page and in its frames; empty when nothing stands in anybody's way. */
    static List<String> barriers(Page page) {
        for (var frame : page.frames())
            if (!Boolean.TRUE.equals(frame.evaluate("() => 'axe' in window"))) {
                frame.evaluate(SOURCE);
                frame.evaluate("() => axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })");
            }
        return ((List<?>) page.evaluate(RUN, TAGS))
                .stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
