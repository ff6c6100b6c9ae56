package kr.madang.kernel.document.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.Sheet;
import org.jspecify.annotations.Nullable;

/** Writes a sheet as a web page (낱장 문서 웹 화면), the master of all its forms. */
public final class SheetHtml {
    private static final String STYLE = "/static/assets/sheet-document.css";

    private final Markup markup = new Markup();
    private final int topLevel;

    private SheetHtml(int topLevel) {
        this.topLevel = topLevel;
    }

    /**
     * The sheet as one {@code article}, to be placed in a page that links {@code /assets/sheet-document.css}.
     *
     * @param topLevel 1 when the title of the sheet is the page's h1, 2 when the page has its own
     */
    public static String fragment(Sheet sheet, int topLevel) {
        var html = new SheetHtml(topLevel);
        html.write(sheet);
        return html.markup.toString();
    }

    /** A whole page to download and keep, with its own style. */
    public static String page(Sheet sheet) {
        return page(sheet, style());
    }

    /** A whole page with another style sheet in place of the usual one; well formed as XML too. */
    public static String page(Sheet sheet, String style) {
        var html = new SheetHtml(1);
        var markup = html.markup;
        markup.raw("<!DOCTYPE html>\n").open("html", "lang", "ko", "xmlns", "http://www.w3.org/1999/xhtml");
        markup.open("head").empty("meta", "charset", "UTF-8");
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.empty("meta", "name", "author", "content", sheet.author());
        markup.element("title", sheet.titleLine());
        markup.raw("<style>\n" + style + "</style>").close("head").newLine();
        markup.open("body", "class", "sheet-page").open("main").newLine();
        html.write(sheet);
        markup.newLine().close("main").close("body").close("html").newLine();
        return markup.toString();
    }

    /** The style sheet of the fragment and the page. */
    public static String style() {
        try (InputStream in = SheetHtml.class.getResourceAsStream(STYLE)) {
            if (in == null) throw new IllegalStateException("The style sheet is missing: " + STYLE);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the style element of the page in Base64, as a content security policy names it. */
    public static String styleHash() {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(("\n" + style()).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Indentations come as classes, because a style attribute is forbidden; the style sheet of the web page holds the same. */
    public static String steps() {
        var rules = new StringBuilder();
        for (int step = 1; step <= Sheet.DEEPEST; step++) {
            var em = step / 4.0 + "em";
            rules.append(".sheet-in-%d { margin-left: %s; }\n".formatted(step, em))
                    .append(".sheet-hang-%d { padding-left: %s; text-indent: -%s; }\n".formatted(step, em, em));
        }
        return rules.toString();
    }

    private void write(Sheet sheet) {
        markup.open("article", "class", "sheet", "lang", "ko").newLine();
        for (var part : sheet.parts())
            switch (part) {
                case Sheet.Line line -> line(line);
                case Sheet.Table table -> table(table);
                case Sheet.Picture picture -> picture(picture);
            }
        markup.close("article");
    }

    private void line(Sheet.Line line) {
        var name = line.style() == Sheet.Style.TITLE ? "h" + Math.clamp(topLevel, 1, 6) : "p";
        var kind = "sheet-" + line.style().name().toLowerCase(Locale.ROOT)
                + (line.indent() > 0 ? " sheet-in-" + line.indent() : "")
                + (line.hang() > 0 ? " sheet-hang-" + line.hang() : "");
        markup.open(name, "class", kind);
        if (!line.label().isEmpty()) markup.element("span", line.label(), "class", "sheet-label");
        markup.element("span", line.label().isEmpty() ? line.words() : " " + line.words());
        markup.close(name).newLine();
    }

    private void table(Sheet.Table part) {
        markup.open("div", "class", part.ruled() ? "sheet-ruled" : "sheet-open");
        new TableMarkup(markup, this::inlines).write(part.table());
        markup.close("div");
    }

    private void picture(Sheet.Picture picture) {
        var jpeg = picture.photograph().jpeg();
        var source = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
        markup.open("p", "class", "sheet-picture");
        markup.empty("img", "src", source, "alt", picture.description(), "width", String.valueOf(picture.shownWidth()));
        markup.close("p").newLine();
    }

    private void inlines(List<Inline> runs) {
        runs.forEach(run -> markup.element("span", run.printed(), "class", strong(run)));
    }

    private static @Nullable String strong(Inline run) {
        return run instanceof Inline.Text text && text.strong() ? "sheet-strong" : null;
    }
}
