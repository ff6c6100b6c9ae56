package kr.madang.kernel.document.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import kr.madang.kernel.document.Drawing;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A drawing as a picture of dots, set in the report's own typeface on any machine, whatever fonts it has. */
public final class DrawingImage {

    private static final float DOTS_PER_INCH = 200;

    /** How much the picture is made smaller on a screen of 96 dots per inch. */
    public static final double SCREEN_SCALE = 96 / DOTS_PER_INCH;

    private DrawingImage() {}

    /** The PNG file; empty when the drawing cannot be drawn. */
    public static Optional<byte[]> png(Drawing drawing) {
        double scale = drawing.onPage();
        String page = "<html><head><title>그림</title><style>@page { size: " + drawing.width() * scale + "px "
                + drawing.height() * scale
                + "px; margin: 0; } * { font-family: \"Pretendard\", \"Noto Sans KR\"; margin: 0; padding: 0; }"
                + " svg { display: block; }</style></head><body>" + drawing.labelled("") + "</body></html>";
        try (PdfBoxRenderer renderer = PdfWriter.renderer(Typeface.fit(page), false)) {
            renderer.createPDFWithoutClosing();
            BufferedImage image =
                    new PDFRenderer(renderer.getPdfDocument()).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            return ImageIO.write(image, "png", png) ? Optional.of(png.toByteArray()) : Optional.empty();
        } catch (IOException | RuntimeException | LinkageError cannotBeDrawn) {
            return Optional.empty();
        }
    }
}
