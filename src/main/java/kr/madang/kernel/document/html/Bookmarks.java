package kr.madang.kernel.document.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kr.madang.kernel.document.Block;

/** The outline beside the pages of a PDF (책갈피), nested like the headings. */
public final class Bookmarks {

    private Bookmarks() {}

    /** The {@code bookmarks} element that the PDF engine reads from a page's head. */
    public static String of(List<Block> blocks) {
        Markup markup = new Markup();
        markup.open("bookmarks");
        Deque<Integer> open = new ArrayDeque<>();
        int heading = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Heading title) {
                heading++;
                int level = Math.clamp(title.level(), 1, 3);
                while (!open.isEmpty() && open.element() >= level) {
                    open.pop();
                    markup.close("bookmark");
                }
                String label = title.label().isEmpty() ? "-" : title.label();
                markup.open("bookmark", "name", label, "href", "#" + Article.anchor(heading));
                open.push(level);
            }
        }
        open.forEach(level -> markup.close("bookmark"));
        return markup.close("bookmarks").toString();
    }
}
