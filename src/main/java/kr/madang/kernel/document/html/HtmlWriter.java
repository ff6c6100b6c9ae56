package kr.madang.kernel.document.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import kr.madang.kernel.document.PrintedDocument;
import org.jspecify.annotations.Nullable;

/** Writes a report as a web page (웹 보고서), in which a reader clicks a figure to see the rows behind it. */
public final class HtmlWriter {
    /** The most room a heading may ask for, in centimeters: class {@code report-room-22}. */
    public static final int MOST_ROOM = 22;

    private static final String STYLE = "/static/assets/report-document.css";

    private HtmlWriter() {}

    /**
     * The report as one {@code article}, to be placed in a page that links {@code /assets/report-document.css}.
     *
     * @param links the address behind a figure's reference; null when the reader may not open it
     * @param topLevel 1 when the report's title is the page's h1, 2 when the page has its own
     */
    public static String fragment(PrintedDocument report, Function<String, @Nullable String> links, int topLevel) {
        Markup markup = new Markup();
        new Article(markup, links, topLevel).write(report);
        return markup.toString();
    }

    /** The fragment with the report's title as the page's h1. */
    public static String fragment(PrintedDocument report, Function<String, @Nullable String> links) {
        return fragment(report, links, 1);
    }

    /** A whole page to download and keep, with its own style; well formed as XML too, so that the PDF is made from it. */
    public static String page(PrintedDocument report, Function<String, @Nullable String> links) {
        return page(report, links, style(), "");
    }

    /**
     * A whole page with another style sheet in place of the usual one.
     *
     * @param head further elements for the page's head, well formed
     */
    public static String page(
            PrintedDocument report, Function<String, @Nullable String> links, String style, String head) {
        Markup markup = new Markup();
        markup.raw("<!DOCTYPE html>\n").open("html", "lang", "ko", "xmlns", "http://www.w3.org/1999/xhtml");
        markup.open("head").empty("meta", "charset", "UTF-8");
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.empty("meta", "name", "author", "content", report.section());
        markup.element("title", report.titleLine());
        markup.raw("<style>\n" + style + "</style>" + head).close("head").newLine();
        markup.open("body", "class", "report-page").newLine();
        new Article(markup, links, 1).write(report);
        markup.newLine().close("body").close("html").newLine();
        return markup.toString();
    }

    /** The style sheet of the fragment and the page. */
    public static String style() {
        try (InputStream in = HtmlWriter.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("The style sheet of the report is missing: " + STYLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
