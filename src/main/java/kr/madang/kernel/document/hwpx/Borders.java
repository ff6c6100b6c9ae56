package kr.madang.kernel.document.hwpx;

/** The frames and grounds (테두리/배경) of a report; Hangul numbers them from 1. */
enum Borders {
    NONE("NONE", "NONE", "0.1 mm", "#000000", "none"),
    CELL("SOLID", "SOLID", "0.12 mm", "#000000", "none"),
    HEAD("SOLID", "SOLID", "0.12 mm", "#000000", "#E8EDF5"),
    LEAD("SOLID", "SOLID", "0.4 mm", "#1D3F72", "#F2F5FA"),
    CHAPTER("NONE", "NONE", "0.1 mm", "#1D3F72", "#1D3F72"),
    TASK("NONE", "SOLID", "0.7 mm", "#1D3F72", "none"),
    TITLE("NONE", "SOLID", "1.0 mm", "#1D3F72", "none"),
    UNDER("NONE", "SOLID", "0.6 mm", "#000000", "none");

    private final String sides;
    private final String bottom;
    private final String width;
    private final String color;
    private final String ground;

    Borders(String sides, String bottom, String width, String color, String ground) {
        this.sides = sides;
        this.bottom = bottom;
        this.width = width;
        this.color = color;
        this.ground = ground;
    }

    int id() {
        return ordinal() + 1;
    }

    static void write(Xml xml) {
        xml.open("hh:borderFills", "itemCnt", values().length);
        for (Borders borders : values()) {
            borders.writeOne(xml);
        }
        xml.close("hh:borderFills");
    }

    private void writeOne(Xml xml) {
        String top = this == TITLE ? bottom : sides;
        xml.open(
                "hh:borderFill",
                "id",
                id(),
                "threeD",
                0,
                "shadow",
                0,
                "centerLine",
                "NONE",
                "breakCellSeparateLine",
                0);
        xml.empty("hh:slash", "type", "NONE", "Crooked", 0, "isCounter", 0);
        xml.empty("hh:backSlash", "type", "NONE", "Crooked", 0, "isCounter", 0);
        xml.empty("hh:leftBorder", "type", sides, "width", width, "color", color);
        xml.empty("hh:rightBorder", "type", sides, "width", width, "color", color);
        xml.empty("hh:topBorder", "type", top, "width", width, "color", color);
        xml.empty("hh:bottomBorder", "type", bottom, "width", width, "color", color);
        xml.empty("hh:diagonal", "type", "SOLID", "width", "0.1 mm", "color", "#000000");
        xml.open("hc:fillBrush");
        xml.empty("hc:winBrush", "faceColor", ground, "hatchColor", "#999999", "alpha", 0);
        xml.close("hc:fillBrush").close("hh:borderFill");
    }
}
