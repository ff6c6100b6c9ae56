package kr.madang.kernel.document.hwpx;

import java.util.List;

/** The head of the document: typefaces, letters, frames, paragraphs, outline and styles. */
final class Head {

    private static final List<String> SCRIPTS =
            List.of("HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER");

    private static final int LEVELS = 7;

    private Head() {}

    /** @param shapes paragraphs beyond those of the styles */
    static byte[] write(List<Shape> shapes) {
        Xml xml = new Xml(40_000);
        xml.root("hh:head", "version", "1.4", "secCnt", 1);
        xml.empty("hh:beginNum", "page", 1, "footnote", 1, "endnote", 1, "pic", 1, "tbl", 1, "equation", 1);
        xml.open("hh:refList");
        typefaces(xml);
        Borders.write(xml);
        Letters.write(xml);
        tabs(xml);
        outline(xml);
        Look.writeParagraphs(xml, shapes);
        Look.writeStyles(xml);
        xml.close("hh:refList");
        xml.open("hh:compatibleDocument", "targetProgram", "HWP201X").empty("hh:layoutCompatibility");
        xml.close("hh:compatibleDocument").open("hh:docOption");
        xml.empty("hh:linkinfo", "path", "", "pageInherit", 0, "footnoteInherit", 0);
        xml.close("hh:docOption").empty("hh:trackchageConfig", "flags", 56);
        return xml.close("hh:head").bytes();
    }

    private static void typefaces(Xml xml) {
        xml.open("hh:fontfaces", "itemCnt", SCRIPTS.size());
        for (String script : SCRIPTS) {
            xml.open("hh:fontface", "lang", script, "fontCnt", 2);
            typeface(xml, 0, "함초롬돋움");
            typeface(xml, 1, "함초롬바탕");
            xml.close("hh:fontface");
        }
        xml.close("hh:fontfaces");
    }

    private static void typeface(Xml xml, int id, String name) {
        xml.open("hh:font", "id", id, "face", name, "type", "TTF", "isEmbedded", 0);
        xml.empty(
                "hh:typeInfo",
                "familyType",
                "FCAT_GOTHIC",
                "weight",
                8,
                "proportion",
                4,
                "contrast",
                0,
                "strokeVariation",
                1,
                "armStyle",
                1,
                "letterform",
                1,
                "midline",
                1,
                "xHeight",
                1);
        xml.close("hh:font");
    }

    /** Tab 1 sends what follows to the right edge: the team in charge beside its task. */
    private static void tabs(Xml xml) {
        xml.open("hh:tabProperties", "itemCnt", 2);
        xml.empty("hh:tabPr", "id", 0, "autoTabLeft", 0, "autoTabRight", 0);
        xml.empty("hh:tabPr", "id", 1, "autoTabLeft", 0, "autoTabRight", 1);
        xml.close("hh:tabProperties");
    }

    /** The outline has levels but prints no marks of its own: □ ○ - · are typed, as the report gives them. */
    private static void outline(Xml xml) {
        xml.open("hh:numberings", "itemCnt", 1).open("hh:numbering", "id", 1, "start", 0);
        for (int level = 1; level <= LEVELS; level++) {
            xml.empty(
                    "hh:paraHead",
                    "start",
                    1,
                    "level",
                    level,
                    "align",
                    "LEFT",
                    "useInstWidth",
                    0,
                    "autoIndent",
                    0,
                    "widthAdjust",
                    0,
                    "textOffsetType",
                    "PERCENT",
                    "textOffset",
                    0,
                    "numFormat",
                    "DIGIT",
                    "charPrIDRef",
                    4294967295L,
                    "checkable",
                    0);
        }
        xml.close("hh:numbering").close("hh:numberings");
    }
}
