package kr.madang.kernel.document.hwpx;

/**
 * The styles (스타일) of a report: how a paragraph stands, with which letters, and on which level of the outline; the place in this list is
 * the number the document refers to.
 */
enum Look {
    NORMAL("바탕글", "Normal", Letters.BODY, "JUSTIFY", -1, 0, 0, 0, 160),
    BODY("본문", "Body", Letters.BODY, "JUSTIFY", -1, 0, 0, 200, 160),
    CHAPTER("개요 1", "Outline 1", Letters.CHAPTER, "LEFT", 0, 500, 0, 0, 150),
    TASK("개요 2", "Outline 2", Letters.TASK, "LEFT", 1, 0, 0, 1200, 150),
    SUBHEAD("개요 3", "Outline 3", Letters.SUBHEAD, "LEFT", 2, 0, 0, 800, 150),
    SQUARE("개요 4", "Outline 4", Letters.SQUARE, "JUSTIFY", 3, 1900, -1900, 900, 160),
    CIRCLE("개요 5", "Outline 5", Letters.BODY, "JUSTIFY", 4, 2600, -1700, 300, 160),
    DASH("개요 6", "Outline 6", Letters.BODY, "JUSTIFY", 5, 3400, -1000, 100, 160),
    DOT("개요 7", "Outline 7", Letters.BODY, "JUSTIFY", 6, 4200, -900, 100, 160),
    LEAD("사업 목적", "Lead", Letters.BODY, "JUSTIFY", -1, 600, 0, 600, 160),
    NOTE("비고", "Note", Letters.SMALL, "JUSTIFY", -1, 1600, -1600, 100, 150),
    UNIT("단위", "Unit", Letters.SMALL, "RIGHT", -1, 0, 0, 200, 130),
    CELL_LEFT("표 왼쪽", "Cell Left", Letters.CELL, "LEFT", -1, 0, 0, 0, 130),
    CELL_CENTER("표 가운데", "Cell Center", Letters.CELL, "CENTER", -1, 0, 0, 0, 130),
    CELL_RIGHT("표 오른쪽", "Cell Right", Letters.CELL, "RIGHT", -1, 0, 0, 0, 130),
    OCCASION("회기", "Occasion", Letters.OCCASION, "LEFT", -1, 0, 0, 0, 160),
    DATES("회기 기간", "Dates", Letters.OCCASION, "LEFT", -1, 0, 0, 0, 160),
    TITLE("제목", "Title", Letters.TITLE, "CENTER", -1, 0, 0, 0, 180),
    SECTION("부서", "Section", Letters.SECTION, "CENTER", -1, 0, 0, 18000, 160),
    DAY("기준일", "Day", Letters.SMALL, "CENTER", -1, 0, 0, 600, 160),
    CONTENTS_TITLE("차례 제목", "TOC Heading", Letters.CONTENTS_TITLE, "CENTER", -1, 0, 0, 0, 200),
    CONTENTS_1("차례 1", "TOC 1", Letters.SUBHEAD, "LEFT", -1, 0, 0, 1200, 160),
    CONTENTS_2("차례 2", "TOC 2", Letters.CONTENTS, "LEFT", -1, 2000, 0, 200, 160),
    HEADER("머리말", "Header", Letters.SMALL, "LEFT", -1, 0, 0, 0, 130),
    CENTER("그림", "Picture", Letters.BODY, "CENTER", -1, 0, 0, 600, 160);

    private final String korean;
    private final String english;
    private final Letters letters;
    private final String align;
    private final int outline;
    private final int left;
    private final int indent;
    private final int before;
    private final int line;

    Look(
            String korean,
            String english,
            Letters letters,
            String align,
            int outline,
            int left,
            int indent,
            int before,
            int line) {
        this.korean = korean;
        this.english = english;
        this.letters = letters;
        this.align = align;
        this.outline = outline;
        this.left = left;
        this.indent = indent;
        this.before = before;
        this.line = line;
    }

    Letters letters() {
        return letters;
    }

    static void writeParagraphs(Xml xml) {
        xml.open("hh:paraProperties", "itemCnt", values().length);
        for (Look look : values()) {
            look.paragraph(xml);
        }
        xml.close("hh:paraProperties");
    }

    static void writeStyles(Xml xml) {
        xml.open("hh:styles", "itemCnt", values().length);
        for (Look look : values()) {
            xml.empty(
                    "hh:style",
                    "id",
                    look.ordinal(),
                    "type",
                    "PARA",
                    "name",
                    look.korean,
                    "engName",
                    look.english,
                    "paraPrIDRef",
                    look.ordinal(),
                    "charPrIDRef",
                    look.letters.ordinal(),
                    "nextStyleIDRef",
                    look.ordinal(),
                    "langID",
                    1042,
                    "lockForm",
                    0);
        }
        xml.close("hh:styles");
    }

    private void paragraph(Xml xml) {
        boolean heads = this == CHAPTER || this == TASK || this == SUBHEAD || this == SQUARE || this == UNIT;
        xml.open(
                "hh:paraPr",
                "id",
                ordinal(),
                "tabPrIDRef",
                this == TASK || this == CHAPTER ? 1 : 0,
                "condense",
                0,
                "fontLineHeight",
                0,
                "snapToGrid",
                1,
                "suppressLineNumbers",
                0,
                "checked",
                0);
        xml.empty("hh:align", "horizontal", align, "vertical", "BASELINE");
        xml.empty("hh:heading", "type", outline < 0 ? "NONE" : "OUTLINE", "idRef", 0, "level", Math.max(0, outline));
        xml.empty(
                "hh:breakSetting",
                "breakLatinWord",
                "KEEP_WORD",
                "breakNonLatinWord",
                "KEEP_WORD",
                "widowOrphan",
                0,
                "keepWithNext",
                heads ? 1 : 0,
                "keepLines",
                0,
                "pageBreakBefore",
                0,
                "lineWrap",
                "BREAK");
        xml.empty("hh:autoSpacing", "eAsianEng", 0, "eAsianNum", 0);
        xml.open("hp:switch");
        xml.open("hp:case", "hp:required-namespace", "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar");
        margin(xml, 1);
        xml.close("hp:case").open("hp:default");
        margin(xml, 2);
        xml.close("hp:default").close("hp:switch");
        int inset = this == LEAD ? 400 : this == CHAPTER ? 200 : 0;
        xml.empty(
                "hh:border",
                "borderFillIDRef",
                frame().id(),
                "offsetLeft",
                inset,
                "offsetRight",
                inset,
                "offsetTop",
                inset,
                "offsetBottom",
                inset,
                "connect",
                0,
                "ignoreMargin",
                0);
        xml.close("hh:paraPr");
    }

    /** Older readers count the margins of a paragraph in half units. */
    private void margin(Xml xml, int times) {
        xml.open("hh:margin");
        xml.empty("hc:intent", "value", indent * times, "unit", "HWPUNIT");
        xml.empty("hc:left", "value", left * times, "unit", "HWPUNIT");
        xml.empty("hc:right", "value", (this == LEAD ? left : 0) * times, "unit", "HWPUNIT");
        xml.empty("hc:prev", "value", before * times, "unit", "HWPUNIT");
        xml.empty("hc:next", "value", after() * times, "unit", "HWPUNIT");
        xml.close("hh:margin");
        xml.empty("hh:lineSpacing", "type", "PERCENT", "value", line, "unit", "HWPUNIT");
    }

    private int after() {
        return switch (this) {
            case LEAD, TASK, CHAPTER -> 600;
            case DATES -> 16_000;
            default -> 0;
        };
    }

    private Borders frame() {
        return switch (this) {
            case LEAD -> Borders.LEAD;
            case CHAPTER -> Borders.CHAPTER;
            case TASK -> Borders.TASK;
            case TITLE -> Borders.TITLE;
            default -> Borders.NONE;
        };
    }
}
