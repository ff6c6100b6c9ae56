package kr.madang.kernel.document.hwpx;

import java.util.List;
import java.util.function.IntSupplier;
import kr.madang.kernel.document.PrintedDocument;

/** The page (편집 용지): A4 with 20 mm at the sides, the report's name at the head, the page number at the foot. */
final class Page {

    static final int WIDTH = 59_528;
    static final int HEIGHT = 84_188;
    static final int SIDE = 5_669;
    static final int TEXT_WIDTH = WIDTH - 2 * SIDE;

    private Page() {}

    /** What the first paragraph of a section carries besides its words: the cover has neither head nor number. */
    static void write(Xml xml, PrintedDocument report, IntSupplier objects) {
        section(xml, true);
        header(xml, report, objects.getAsInt());
        number(xml);
        hideNumber(xml);
    }

    /** The same for a document without a cover. */
    static void write(Xml xml) {
        section(xml, false);
        number(xml);
    }

    private static void number(Xml xml) {
        xml.open("hp:ctrl").empty("hp:pageNum", "pos", "BOTTOM_CENTER", "formatType", "DIGIT", "sideChar", "-");
        xml.close("hp:ctrl");
    }

    private static void section(Xml xml, boolean cover) {
        xml.open(
                "hp:secPr",
                "id",
                "",
                "textDirection",
                "HORIZONTAL",
                "spaceColumns",
                1134,
                "tabStop",
                8000,
                "tabStopVal",
                4000,
                "tabStopUnit",
                "HWPUNIT",
                "outlineShapeIDRef",
                1,
                "memoShapeIDRef",
                0,
                "textVerticalWidthHead",
                0,
                "masterPageCnt",
                0);
        xml.empty("hp:grid", "lineGrid", 0, "charGrid", 0, "wonggojiFormat", 0);
        xml.empty("hp:startNum", "pageStartsOn", "BOTH", "page", 0, "pic", 0, "tbl", 0, "equation", 0);
        xml.empty(
                "hp:visibility",
                "hideFirstHeader",
                cover ? 1 : 0,
                "hideFirstFooter",
                cover ? 1 : 0,
                "hideFirstMasterPage",
                0,
                "border",
                "SHOW_ALL",
                "fill",
                "SHOW_ALL",
                "hideFirstPageNum",
                cover ? 1 : 0,
                "hideFirstEmptyLine",
                0,
                "showLineNumber",
                0);
        xml.empty("hp:lineNumberShape", "restartType", 0, "countBy", 0, "distance", 0, "startNumber", 0);
        xml.open("hp:pagePr", "landscape", "WIDELY", "width", WIDTH, "height", HEIGHT, "gutterType", "LEFT_ONLY");
        xml.empty(
                "hp:margin",
                "header",
                2835,
                "footer",
                2835,
                "gutter",
                0,
                "left",
                SIDE,
                "right",
                SIDE,
                "top",
                4252,
                "bottom",
                4252);
        xml.close("hp:pagePr");
        notes(xml, "hp:footNotePr", "EACH_COLUMN");
        notes(xml, "hp:endNotePr", "END_OF_DOCUMENT");
        for (String pages : List.of("BOTH", "EVEN", "ODD")) {
            xml.open(
                    "hp:pageBorderFill",
                    "type",
                    pages,
                    "borderFillIDRef",
                    Borders.NONE.id(),
                    "textBorder",
                    "PAPER",
                    "headerInside",
                    0,
                    "footerInside",
                    0,
                    "fillArea",
                    "PAPER");
            xml.empty("hp:offset", "left", 1417, "right", 1417, "top", 1417, "bottom", 1417);
            xml.close("hp:pageBorderFill");
        }
        xml.close("hp:secPr");
        xml.open("hp:ctrl");
        xml.empty(
                "hp:colPr", "id", "", "type", "NEWSPAPER", "layout", "LEFT", "colCount", 1, "sameSz", 1, "sameGap", 0);
        xml.close("hp:ctrl");
    }

    /** On the cover and on the contents neither the head nor the number of the page is shown. */
    static void hideNumber(Xml xml) {
        xml.open("hp:ctrl");
        xml.empty(
                "hp:pageHiding",
                "hideHeader",
                1,
                "hideFooter",
                1,
                "hideMasterPage",
                0,
                "hideBorder",
                0,
                "hideFill",
                0,
                "hidePageNum",
                1);
        xml.close("hp:ctrl");
    }

    private static void header(Xml xml, PrintedDocument report, int id) {
        xml.open("hp:ctrl").open("hp:header", "id", id, "applyPageType", "BOTH");
        xml.open(
                "hp:subList",
                "id",
                "",
                "textDirection",
                "HORIZONTAL",
                "lineWrap",
                "BREAK",
                "vertAlign",
                "TOP",
                "linkListIDRef",
                0,
                "linkListNextIDRef",
                0,
                "textWidth",
                TEXT_WIDTH,
                "textHeight",
                2835,
                "hasTextRef",
                0,
                "hasNumRef",
                0);
        xml.open(
                "hp:p",
                "id",
                0,
                "paraPrIDRef",
                Look.HEADER.ordinal(),
                "styleIDRef",
                Look.HEADER.ordinal(),
                "pageBreak",
                0,
                "columnBreak",
                0,
                "merged",
                0);
        xml.open("hp:run", "charPrIDRef", Letters.SMALL.ordinal()).open("hp:t");
        xml.text(report.titleLine()).close("hp:t").close("hp:run").close("hp:p");
        xml.close("hp:subList").close("hp:header").close("hp:ctrl");
    }

    private static void notes(Xml xml, String name, String place) {
        xml.open(name);
        xml.empty(
                "hp:autoNumFormat",
                "type",
                "DIGIT",
                "userChar",
                "",
                "prefixChar",
                "",
                "suffixChar",
                ")",
                "supscript",
                0);
        xml.empty("hp:noteLine", "length", -1, "type", "SOLID", "width", "0.12 mm", "color", "#000000");
        xml.empty("hp:noteSpacing", "betweenNotes", 283, "belowLine", 567, "aboveLine", 850);
        xml.empty("hp:numbering", "type", "CONTINUOUS", "newNum", 1);
        xml.empty("hp:placement", "place", place, "beneathText", 0);
        xml.close(name);
    }
}
