package kr.madang.kernel.document.hwpx;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.document.Sheet;

/** The one section of a document without a cover, and the shapes of paragraphs it asked for on its way. */
final class SheetBody {
    /** A quarter of a letter of the body, in hundredths of a point. */
    private static final int STEP = Letters.BODY.height() / 4;

    private final Pictures pictures = new Pictures();
    private final Body body = new Body(pictures);
    private final Xml xml = body.xml();
    private final List<Shape> shapes = new ArrayList<>();
    private boolean begun;

    byte[] write(Sheet sheet) {
        xml.root("hs:sec");
        for (var part : sheet.parts())
            switch (part) {
                case Sheet.Line line -> line(line);
                case Sheet.Table table -> table(table);
                case Sheet.Picture picture -> picture(picture);
            }
        if (sheet.parts().isEmpty()) line(Sheet.Line.of(Sheet.Style.BODY, ""));
        return xml.close("hs:sec").bytes();
    }

    List<Shape> shapes() {
        return List.copyOf(shapes);
    }

    List<Pictures.File> pictures() {
        return pictures.files();
    }

    private void line(Sheet.Line line) {
        begin(shape(line));
        if (!line.label().isEmpty()) body.run(Letters.STRONG, line.label() + "  ");
        body.run(letters(line.style()), line.words());
        xml.close("hp:p");
    }

    private void table(Sheet.Table table) {
        begin(Shape.plain("LEFT", new Shape.Margins(0, 0, 0, 0, 0, 130), Borders.NONE));
        xml.open("hp:run", "charPrIDRef", Letters.BODY.ordinal());
        new TableXml(xml, body).write(table.table(), body.nextObject());
        xml.close("hp:run").close("hp:p");
    }

    private void picture(Sheet.Picture picture) {
        begin(Shape.plain("CENTER", new Shape.Margins(0, 0, 0, 300, 300, 130), Borders.NONE));
        xml.open("hp:run", "charPrIDRef", Letters.BODY.ordinal());
        pictures.add(picture).write(xml, body.nextObject());
        xml.close("hp:run").close("hp:p");
    }

    /** The first paragraph carries the page. */
    private void begin(Shape shape) {
        if (!shapes.contains(shape)) shapes.add(shape);
        body.startParagraph(Look.BODY, Look.values().length + shapes.indexOf(shape), false);
        if (begun) return;
        begun = true;
        xml.open("hp:run", "charPrIDRef", Letters.BODY.ordinal());
        Page.write(xml);
        xml.close("hp:run");
    }

    private static Shape shape(Sheet.Line line) {
        int left = STEP * (line.indent() + line.hang());
        int indent = -STEP * line.hang();
        var frame = line.style() == Sheet.Style.TITLE ? Borders.UNDER : Borders.NONE;
        return Shape.plain(
                align(line.style()),
                new Shape.Margins(left, 0, indent, before(line.style()), after(line.style()), 160),
                frame);
    }

    private static String align(Sheet.Style style) {
        return switch (style) {
            case NOTE -> "RIGHT";
            case MAST, SENDER -> "CENTER";
            case FIELD, TITLE, BODY, FOOT -> "JUSTIFY";
        };
    }

    private static int before(Sheet.Style style) {
        return switch (style) {
            case SENDER -> 3_000;
            case NOTE, MAST, FIELD, TITLE, BODY, FOOT -> 0;
        };
    }

    private static int after(Sheet.Style style) {
        return switch (style) {
            case SENDER -> 2_400;
            case MAST -> 2_000;
            case TITLE -> 1_000;
            case NOTE -> 600;
            case FIELD, BODY, FOOT -> 0;
        };
    }

    private static Letters letters(Sheet.Style style) {
        return switch (style) {
            case NOTE -> Letters.REMARK;
            case MAST -> Letters.MAST;
            case TITLE -> Letters.STRONG;
            case SENDER -> Letters.SENDER;
            case FOOT -> Letters.SMALL;
            case FIELD, BODY -> Letters.BODY;
        };
    }
}
