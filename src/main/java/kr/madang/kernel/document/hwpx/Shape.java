package kr.madang.kernel.document.hwpx;

/**
 * How a paragraph stands (문단 모양).
 *
 * @param align {@code LEFT}, {@code CENTER}, {@code RIGHT} or {@code JUSTIFY}
 * @param outline its level in the outline from 0; -1 when it has none
 * @param tab number of the tab stops
 * @param heads whether it stays with the next paragraph
 * @param inset between the frame and the words
 */
record Shape(String align, Margins margins, int outline, int tab, boolean heads, Borders frame, int inset) {
    /** In hundredths of a point; {@code line} in percent. */
    record Margins(int left, int right, int indent, int before, int after, int line) {}

    static Shape plain(String align, Margins margins, Borders frame) {
        return new Shape(align, margins, -1, 0, false, frame, 0);
    }

    void write(Xml xml, int id) {
        xml.open(
                "hh:paraPr",
                "id",
                id,
                "tabPrIDRef",
                tab,
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
        breaks(xml);
        xml.empty("hh:autoSpacing", "eAsianEng", 0, "eAsianNum", 0);
        xml.open("hp:switch");
        xml.open("hp:case", "hp:required-namespace", "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar");
        margin(xml, 1);
        xml.close("hp:case").open("hp:default");
        margin(xml, 2);
        xml.close("hp:default").close("hp:switch");
        border(xml);
        xml.close("hh:paraPr");
    }

    private void breaks(Xml xml) {
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
    }

    private void border(Xml xml) {
        xml.empty(
                "hh:border",
                "borderFillIDRef",
                frame.id(),
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
    }

    /** Older readers count the margins of a paragraph in half units. */
    private void margin(Xml xml, int times) {
        xml.open("hh:margin");
        xml.empty("hc:intent", "value", margins.indent * times, "unit", "HWPUNIT");
        xml.empty("hc:left", "value", margins.left * times, "unit", "HWPUNIT");
        xml.empty("hc:right", "value", margins.right * times, "unit", "HWPUNIT");
        xml.empty("hc:prev", "value", margins.before * times, "unit", "HWPUNIT");
        xml.empty("hc:next", "value", margins.after * times, "unit", "HWPUNIT");
        xml.close("hh:margin");
        xml.empty("hh:lineSpacing", "type", "PERCENT", "value", margins.line, "unit", "HWPUNIT");
    }
}
