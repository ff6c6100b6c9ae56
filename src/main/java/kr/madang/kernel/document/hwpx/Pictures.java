package kr.madang.kernel.document.hwpx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Drawing;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.pdf.DrawingImage;

/** The pictures of a document as files within it: photographs as they are, drawings as PNG, because not every Hancom Office draws SVG. */
final class Pictures {

    /** Hundredths of a point in a CSS pixel. */
    private static final int PIXEL = 75;

    private final List<File> files = new ArrayList<>();

    /** @param name what the text calls it, e.g. {@code image1} */
    record File(String name, String type, byte[] bytes) {
        String fileName() {
            return name + (type.equals("image/jpeg") ? ".jpg" : ".png");
        }
    }

    /** A picture that is in the file under {@code name}. */
    record Drawn(String name, int width, int height, String description) {

        void write(Xml xml, int id) {
            xml.open(
                    "hp:pic",
                    "id",
                    id,
                    "zOrder",
                    id,
                    "numberingType",
                    "PICTURE",
                    "textWrap",
                    "TOP_AND_BOTTOM",
                    "textFlow",
                    "BOTH_SIDES",
                    "lock",
                    0,
                    "dropcapstyle",
                    "None",
                    "href",
                    "",
                    "groupLevel",
                    0,
                    "instid",
                    id,
                    "reverse",
                    0);
            xml.empty("hp:offset", "x", 0, "y", 0);
            xml.empty("hp:orgSz", "width", width, "height", height);
            xml.empty("hp:curSz", "width", width, "height", height);
            xml.empty("hp:flip", "horizontal", 0, "vertical", 0);
            xml.empty("hp:rotationInfo", "angle", 0, "centerX", width / 2, "centerY", height / 2, "rotateimage", 1);
            xml.open("hp:renderingInfo");
            for (String matrix : List.of("hc:transMatrix", "hc:scaMatrix", "hc:rotMatrix")) {
                xml.empty(matrix, "e1", 1, "e2", 0, "e3", 0, "e4", 0, "e5", 1, "e6", 0);
            }
            xml.close("hp:renderingInfo");
            xml.open("hp:imgRect").empty("hc:pt0", "x", 0, "y", 0).empty("hc:pt1", "x", width, "y", 0);
            xml.empty("hc:pt2", "x", width, "y", height)
                    .empty("hc:pt3", "x", 0, "y", height)
                    .close("hp:imgRect");
            xml.empty("hp:imgClip", "left", 0, "right", width, "top", 0, "bottom", height);
            xml.empty("hp:inMargin", "left", 0, "right", 0, "top", 0, "bottom", 0);
            xml.empty("hp:imgDim", "dimwidth", width, "dimheight", height);
            xml.empty("hc:img", "binaryItemIDRef", name, "bright", 0, "contrast", 0, "effect", "REAL_PIC", "alpha", 0);
            Placement.write(xml, width, height, true);
            xml.empty("hp:outMargin", "left", 0, "right", 0, "top", 0, "bottom", 0);
            xml.open("hp:shapeComment").text(PlainText.oneLine(description)).close("hp:shapeComment");
            xml.close("hp:pic");
        }
    }

    /** Draws the picture; empty when it cannot be drawn. */
    Optional<Drawn> add(Block.Picture picture) {
        return Drawing.of(picture.svg())
                .flatMap(drawing -> DrawingImage.png(drawing).map(png -> {
                    return placed("image/png", png, drawing.width(), drawing.height(), picture.description());
                }));
    }

    Drawn add(Sheet.Picture picture) {
        return placed(
                "image/jpeg",
                picture.photograph().jpeg(),
                picture.shownWidth(),
                picture.shownHeight(),
                picture.description());
    }

    /** As wide as the text at most. @param width in CSS pixels @param height likewise */
    private Drawn placed(String type, byte[] bytes, double width, double height, String description) {
        var file = new File("image" + (files.size() + 1), type, bytes);
        files.add(file);
        double scale = Math.min(1, Page.TEXT_WIDTH / (width * PIXEL));
        return new Drawn(
                file.name(),
                (int) Math.max(1, width * PIXEL * scale),
                (int) Math.max(1, height * PIXEL * scale),
                description);
    }

    List<File> files() {
        return files;
    }
}
