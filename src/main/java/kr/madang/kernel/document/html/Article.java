package kr.madang.kernel.document.html;

import java.util.List;
import java.util.function.Function;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Drawing;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.PrintedDocument;
import org.jspecify.annotations.Nullable;

/** One report as an {@code article} element: cover, contents, then the blocks in order. */
final class Article {

    private final Markup markup;
    private final Function<String, @Nullable String> links;
    private final int topLevel;
    private final Outline outline;

    Article(Markup markup, Function<String, @Nullable String> links, int topLevel) {
        this.markup = markup;
        this.links = links;
        this.topLevel = topLevel;
        this.outline = new Outline(markup, this::inlines);
    }

    void write(PrintedDocument report) {
        markup.open("article", "class", "report", "lang", "ko").newLine();
        cover(report);
        if (report.contents()) {
            contents(report.blocks());
        }
        int heading = 0;
        boolean begun = false;
        markup.open("div", "class", "report-body").newLine();
        for (int at = 0; at < report.blocks().size(); at++) {
            Block block = report.blocks().get(at);
            String room = Room.classOf(report.blocks(), at);
            if (block instanceof Block.Heading title) {
                outline.end();
                heading(title, ++heading, room + (begun ? "" : " report-first"));
            } else {
                write(block, room);
            }
            begun = true;
        }
        outline.end();
        markup.close("div").close("article");
    }

    private void cover(PrintedDocument report) {
        markup.open("header", "class", "report-cover");
        markup.open("div", "class", "report-occasion");
        paragraph("report-session", report.session());
        paragraph("report-dates", report.dates());
        markup.close("div");
        markup.element(level(0), report.title(), "class", "report-title");
        paragraph("report-section", report.section());
        String day = report.asOf().getYear() + ". " + report.asOf().getMonthValue() + ". "
                + report.asOf().getDayOfMonth() + ".";
        markup.open("p", "class", "report-as-of").text("(기준일: ");
        markup.element("time", day, "datetime", report.asOf().toString());
        markup.text(")").close("p").close("header").newLine();
    }

    private void contents(List<Block> blocks) {
        markup.open("nav", "class", "report-contents", "aria-labelledby", "report-contents-title");
        markup.element(level(1), "보고 순서", "id", "report-contents-title", "class", "report-contents-title");
        markup.open("ol", "role", "list");
        int heading = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Heading title) {
                heading++;
                if (title.level() <= 2) {
                    markup.open("li", "class", "report-contents-" + Math.max(1, title.level()));
                    markup.element("a", title.label(), "href", "#" + anchor(heading));
                    markup.close("li");
                }
            }
        }
        markup.close("ol").close("nav").newLine();
    }

    private void heading(Block.Heading heading, int number, String room) {
        int level = Math.clamp(heading.level(), 1, 3);
        String kind = "report-heading report-heading-" + level + room;
        String aside = PlainText.clean(heading.aside()).strip();
        markup.open("div", "class", kind);
        markup.open(level(level), "id", anchor(number));
        String mark = PlainText.oneLine(heading.number());
        if (mark.isEmpty()) {
            markup.text(heading.label());
        } else {
            String label = heading.label();
            int rest = label.indexOf(' ') < 0 ? label.length() : Math.min(label.length(), numberEnd(label, mark));
            markup.element("span", label.substring(0, rest), "class", "report-number");
            markup.element("span", label.substring(rest));
        }
        markup.close(level(level));
        if (!aside.isEmpty()) {
            markup.element("p", aside, "class", "report-aside");
        }
        markup.close("div").newLine();
    }

    private static int numberEnd(String label, String mark) {
        return label.startsWith(mark + ".") ? mark.length() + 1 : mark.length();
    }

    private void write(Block block, String room) {
        if (!(block instanceof Block.Line)) {
            outline.end();
        }
        switch (block) {
            case Block.Heading heading -> throw new IllegalStateException("headings are written with their number");
            case Block.Lead lead -> {
                markup.open("p", "class", "report-lead");
                inlines(lead.content());
                markup.close("p").newLine();
            }
            case Block.Line line -> outline.line(line, room);
            case Block.Table table -> new TableMarkup(markup, this::inlines).write(table);
            case Block.Picture picture -> picture(picture);
            case Block.PageBreak pageBreak ->
                markup.open("div", "class", "report-break").close("div").newLine();
        }
    }

    private void picture(Block.Picture picture) {
        markup.open("figure", "class", "report-picture");
        Drawing.of(picture.svg())
                .ifPresentOrElse(
                        drawing -> markup.raw(drawing.labelled(picture.description())),
                        () -> markup.element("p", picture.description()));
        markup.element("figcaption", picture.description(), "class", "report-hidden");
        markup.close("figure").newLine();
    }

    /** Every run is an element of its own; the PDF engine draws loose words before the elements among them. */
    private void inlines(List<Inline> runs) {
        for (Inline run : runs) {
            switch (run) {
                case Inline.Text text -> {
                    if (text.strong()) {
                        markup.element("strong", text.value());
                    } else {
                        markup.element("span", text.value());
                    }
                }
                case Inline.Number number -> number(number);
                case Inline.Gap gap -> markup.element("span", gap.printed(), "class", "figure-gap");
            }
        }
    }

    private void number(Inline.Number number) {
        String reference = number.reference();
        String href = reference == null ? null : Links.safe(links.apply(reference));
        String negative = number.value().signum() < 0 ? "figure figure-negative" : "figure";
        if (href == null) {
            markup.element("span", number.printed(), "class", negative);
        } else {
            String label = PlainText.oneLine(number.printed()) + " 근거 보기";
            markup.element("a", number.printed(), "class", negative, "href", href, "aria-label", label);
        }
    }

    private void paragraph(String kind, String text) {
        if (!text.isBlank()) {
            markup.element("p", text, "class", kind);
        }
    }

    private String level(int below) {
        return "h" + Math.clamp((long) topLevel + below, 1, 6);
    }

    /** The id of the n-th heading, counted from 1. */
    static String anchor(int heading) {
        return "report-heading-" + heading;
    }
}
