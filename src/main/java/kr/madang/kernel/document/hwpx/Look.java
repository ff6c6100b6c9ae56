package kr.madang.kernel.document.hwpx;

import java.util.List;

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

    /** @param more shapes without a style of their own; the first of them gets the number after the last style */
    static void writeParagraphs(Xml xml, List<Shape> more) {
        xml.open("hh:paraProperties", "itemCnt", values().length + more.size());
        for (Look look : values()) {
            look.paragraph(xml);
        }
        for (int at = 0; at < more.size(); at++) {
            more.get(at).write(xml, values().length + at);
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
        int right = this == LEAD ? left : 0;
        int inset = this == LEAD ? 400 : this == CHAPTER ? 200 : 0;
        var margins = new Shape.Margins(left, right, indent, before, after(), line);
        int tab = this == TASK || this == CHAPTER ? 1 : 0;
        new Shape(align, margins, outline, tab, heads, frame(), inset).write(xml, ordinal());
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
