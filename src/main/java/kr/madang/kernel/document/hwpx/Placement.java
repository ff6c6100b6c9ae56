package kr.madang.kernel.document.hwpx;

/** Where a picture or table stands on the page (개체 위치): as large as it says, from the left edge of its paragraph. */
final class Placement {
    private Placement() {}

    /**
     * @param width in HWPUNIT
     * @param height in HWPUNIT
     * @param asChar whether it stands in the line like a letter
     */
    static void write(Xml xml, int width, int height, boolean asChar) {
        xml.empty(
                "hp:sz",
                "width",
                width,
                "widthRelTo",
                "ABSOLUTE",
                "height",
                height,
                "heightRelTo",
                "ABSOLUTE",
                "protect",
                0);
        xml.empty(
                "hp:pos",
                "treatAsChar",
                asChar ? 1 : 0,
                "affectLSpacing",
                0,
                "flowWithText",
                1,
                "allowOverlap",
                0,
                "holdAnchorAndSO",
                0,
                "vertRelTo",
                "PARA",
                "horzRelTo",
                "PARA",
                "vertAlign",
                "TOP",
                "horzAlign",
                "LEFT",
                "vertOffset",
                0,
                "horzOffset",
                0);
    }
}
