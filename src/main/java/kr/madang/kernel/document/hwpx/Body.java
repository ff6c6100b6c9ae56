package kr.madang.kernel.document.hwpx;

import java.util.List;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.PrintedDocument;

/** The one section of the document: page, page heads, cover, contents and the blocks in order. */
final class Body {

    private final Xml xml = new Xml(1 << 18);
    private final Pictures pictures;
    private long paragraph;
    private int objects;
    private boolean started;

    Body(Pictures pictures) {
        this.pictures = pictures;
    }

    Xml xml() {
        return xml;
    }

    byte[] write(PrintedDocument report) {
        xml.root("hs:sec");
        cover(report);
        if (report.contents()) {
            contents(report.blocks());
        }
        boolean breakPage = true;
        for (Block block : report.blocks()) {
            if (block instanceof Block.PageBreak) {
                breakPage = true;
                continue;
            }
            boolean chapter = block instanceof Block.Heading heading && heading.level() <= 1;
            write(block, breakPage || chapter);
            breakPage = false;
        }
        return xml.close("hs:sec").bytes();
    }

    private void cover(PrintedDocument report) {
        startParagraph(Look.OCCASION, false);
        xml.open("hp:run", "charPrIDRef", Letters.OCCASION.ordinal());
        Page.write(xml, report, this::nextObject);
        xml.close("hp:run");
        run(Letters.OCCASION, report.session());
        xml.close("hp:p");
        line(Look.DATES, report.dates());
        line(Look.TITLE, report.title());
        line(Look.SECTION, report.section());
        line(
                Look.DAY,
                "(기준일: " + report.asOf().getYear() + ". " + report.asOf().getMonthValue() + ". "
                        + report.asOf().getDayOfMonth() + ".)");
    }

    /** Without page numbers: only the program that lays out the pages knows them. */
    private void contents(List<Block> blocks) {
        startParagraph(Look.CONTENTS_TITLE, true);
        xml.open("hp:run", "charPrIDRef", Letters.CONTENTS_TITLE.ordinal());
        Page.hideNumber(xml);
        xml.close("hp:run");
        run(Letters.CONTENTS_TITLE, "보 고 순 서");
        xml.close("hp:p");
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading && heading.level() <= 2) {
                line(heading.level() <= 1 ? Look.CONTENTS_1 : Look.CONTENTS_2, heading.label());
            }
        }
    }

    private void write(Block block, boolean breakPage) {
        switch (block) {
            case Block.Heading heading -> heading(heading, breakPage);
            case Block.Lead lead -> runs(Look.LEAD, "", lead.content(), breakPage);
            case Block.Line line -> runs(look(line.marker()), line.marker().sign(), line.content(), breakPage);
            case Block.Table table -> table(table, breakPage);
            case Block.Picture picture -> picture(picture, breakPage);
            case Block.PageBreak pageBreak -> {}
        }
    }

    private void heading(Block.Heading heading, boolean breakPage) {
        Look look = heading.level() <= 1 ? Look.CHAPTER : heading.level() == 2 ? Look.TASK : Look.SUBHEAD;
        startBlock(look, breakPage);
        xml.open("hp:run", "charPrIDRef", look.letters().ordinal()).open("hp:t").text(heading.label());
        String aside = PlainText.clean(heading.aside()).strip().replaceAll("\\s*\\n\\s*", "·");
        if (!aside.isEmpty()) {
            xml.empty("hp:tab", "width", 4000, "leader", 0, "type", 2).text(aside);
        }
        xml.close("hp:t").close("hp:run").close("hp:p");
    }

    private void table(Block.Table table, boolean breakPage) {
        boolean unit = !table.unit().isBlank();
        if (unit) {
            startBlock(Look.UNIT, breakPage);
            run(Letters.SMALL, PlainText.oneLine(table.unit()));
            xml.close("hp:p");
        }
        startBlock(Look.NORMAL, breakPage && !unit);
        xml.open("hp:run", "charPrIDRef", Letters.BODY.ordinal());
        new TableXml(xml, this).write(table, nextObject());
        xml.close("hp:run").close("hp:p");
    }

    private void picture(Block.Picture picture, boolean breakPage) {
        startBlock(Look.CENTER, breakPage);
        pictures.add(picture)
                .ifPresentOrElse(
                        drawn -> {
                            xml.open("hp:run", "charPrIDRef", Letters.BODY.ordinal());
                            drawn.write(xml, nextObject());
                            xml.close("hp:run");
                        },
                        () -> run(Letters.BODY, "[그림] " + picture.description()));
        xml.close("hp:p");
    }

    private void runs(Look look, String mark, List<Inline> content, boolean breakPage) {
        startBlock(look, breakPage);
        if (!mark.isEmpty()) {
            run(look.letters(), mark + " ");
        }
        runs(content, look.letters());
        xml.close("hp:p");
    }

    void runs(List<Inline> content, Letters letters) {
        for (Inline run : content) {
            Letters own =
                    switch (run) {
                        case Inline.Text text -> text.strong() && letters == Letters.BODY ? Letters.STRONG : letters;
                        case Inline.Number number -> letters;
                        case Inline.Gap gap -> Letters.GAP;
                    };
            run(own, run.printed());
        }
    }

    void run(Letters letters, String text) {
        xml.open("hp:run", "charPrIDRef", letters.ordinal()).open("hp:t").text(text);
        xml.close("hp:t").close("hp:run");
    }

    void startParagraph(Look look, boolean breakPage) {
        startParagraph(look, look.ordinal(), breakPage);
    }

    /** @param shape number of the paragraph's shape, its style's or another */
    void startParagraph(Look look, int shape, boolean breakPage) {
        xml.open(
                "hp:p",
                "id",
                paragraph++,
                "paraPrIDRef",
                shape,
                "styleIDRef",
                look.ordinal(),
                "pageBreak",
                breakPage ? 1 : 0,
                "columnBreak",
                0,
                "merged",
                0);
    }

    private void startBlock(Look look, boolean breakPage) {
        startParagraph(look, breakPage);
        if (!started) {
            started = true;
            xml.open("hp:run", "charPrIDRef", look.letters().ordinal()).open("hp:ctrl");
            xml.empty("hp:newNum", "num", 1, "numType", "PAGE").close("hp:ctrl").close("hp:run");
        }
    }

    private void line(Look look, String text) {
        startParagraph(look, false);
        run(look.letters(), text);
        xml.close("hp:p");
    }

    int nextObject() {
        return ++objects;
    }

    private static Look look(Block.Marker marker) {
        return switch (marker) {
            case SQUARE -> Look.SQUARE;
            case CIRCLE -> Look.CIRCLE;
            case DASH -> Look.DASH;
            case DOT -> Look.DOT;
            case NOTE -> Look.NOTE;
            case PLAIN -> Look.BODY;
        };
    }
}
