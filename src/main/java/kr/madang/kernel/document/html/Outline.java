package kr.madang.kernel.document.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;

/** The outline of □ ○ - · lines as nested lists, so that a screen reader knows what belongs under what. */
final class Outline {

    private final Markup markup;
    private final Consumer<List<Inline>> inlines;
    private final Deque<Integer> depths = new ArrayDeque<>();

    Outline(Markup markup, Consumer<List<Inline>> inlines) {
        this.markup = markup;
        this.inlines = inlines;
    }

    /** @param room a further class for the item, which begins with a space; may be empty */
    void line(Block.Line line, String room) {
        int depth = line.marker().ordinal();
        if (line.marker() == Block.Marker.NOTE || line.marker() == Block.Marker.PLAIN) {
            besides(line);
            return;
        }
        while (!depths.isEmpty() && depths.element() > depth) {
            closeList();
        }
        if (!depths.isEmpty() && depths.element() == depth) {
            markup.close("li").newLine();
        } else {
            depths.push(depth);
            markup.open("ul", "class", "report-outline", "role", "list").newLine();
        }
        markup.open("li", "class", "report-item report-" + kind(line) + room);
        sentence(line);
    }

    /** Ends the outline; a table, a heading or a picture follows. */
    void end() {
        while (!depths.isEmpty()) {
            closeList();
        }
    }

    private void besides(Block.Line line) {
        markup.open("div", "class", "report-besides report-" + kind(line));
        sentence(line);
        markup.close("div").newLine();
    }

    private void sentence(Block.Line line) {
        markup.open("p", "class", "report-line");
        if (!line.marker().sign().isEmpty()) {
            markup.element("span", line.marker().sign() + " ", "class", "report-mark");
        }
        inlines.accept(line.content());
        markup.close("p");
    }

    private void closeList() {
        depths.pop();
        markup.close("li").close("ul").newLine();
    }

    private static String kind(Block.Line line) {
        return line.marker().name().toLowerCase(Locale.ROOT);
    }
}
