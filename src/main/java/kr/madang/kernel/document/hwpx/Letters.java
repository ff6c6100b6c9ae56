package kr.madang.kernel.document.hwpx;

/** The sets of letters (글자 모양) of a report; the place in this list is the number the document refers to. */
enum Letters {
    BODY(1200, false, "#000000"),
    STRONG(1200, true, "#000000"),
    GAP(1100, false, "#8A3800"),
    OCCASION(1400, true, "#000000"),
    TITLE(3200, true, "#000000"),
    SECTION(2400, true, "#000000"),
    SMALL(1000, false, "#444444"),
    CONTENTS_TITLE(2000, true, "#000000"),
    CONTENTS(1300, false, "#000000"),
    CHAPTER(2000, true, "#FFFFFF"),
    TASK(1600, true, "#1D3F72"),
    SUBHEAD(1300, true, "#000000"),
    SQUARE(1400, true, "#000000"),
    CELL(1050, false, "#000000"),
    CELL_HEAD(1050, true, "#000000"),
    NARROW(850, false, "#000000"),
    NARROW_HEAD(850, true, "#000000"),
    MAST(2200, true, "#000000"),
    SENDER(2000, true, "#000000"),
    REMARK(1200, true, "#A3271F");

    private final int height;
    private final boolean bold;
    private final String color;

    Letters(int height, boolean bold, String color) {
        this.height = height;
        this.bold = bold;
        this.color = color;
    }

    /** In hundredths of a point, which is also the unit of all lengths. */
    int height() {
        return height;
    }

    static void write(Xml xml) {
        xml.open("hh:charProperties", "itemCnt", values().length);
        for (Letters letters : values()) {
            letters.writeOne(xml);
        }
        xml.close("hh:charProperties");
    }

    private void writeOne(Xml xml) {
        xml.open(
                "hh:charPr",
                "id",
                ordinal(),
                "height",
                height,
                "textColor",
                color,
                "shadeColor",
                "none",
                "useFontSpace",
                0,
                "useKerning",
                0,
                "symMark",
                "NONE",
                "borderFillIDRef",
                Borders.NONE.id());
        each(xml, "hh:fontRef", this == CHAPTER || this == TITLE || this == TASK ? 0 : 1);
        each(xml, "hh:ratio", 100);
        each(xml, "hh:spacing", 0);
        each(xml, "hh:relSz", 100);
        each(xml, "hh:offset", 0);
        if (bold) {
            xml.empty("hh:bold");
        }
        xml.empty("hh:underline", "type", "NONE", "shape", "SOLID", "color", "#000000");
        xml.empty("hh:strikeout", "shape", "NONE", "color", "#000000");
        xml.empty("hh:outline", "type", "NONE");
        xml.empty("hh:shadow", "type", "NONE", "color", "#B2B2B2", "offsetX", 10, "offsetY", 10);
        xml.close("hh:charPr");
    }

    private static void each(Xml xml, String name, int value) {
        xml.empty(
                name,
                "hangul",
                value,
                "latin",
                value,
                "hanja",
                value,
                "japanese",
                value,
                "other",
                value,
                "symbol",
                value,
                "user",
                value);
    }
}
