package kr.madang.press.advertising;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import kr.madang.kernel.seed.Draw;

/** What stands for a scanned page of a newspaper in the demo office (시연 게재지): columns of gray, and the placement framed in blue. */
final class ProofSketch {
    private static final int WIDE = 300;
    private static final int HIGH = 420;
    private static final int COLUMNS = 5;
    private static final Color PAPER = new Color(0xF7F5EF);
    private static final Color PRINT = new Color(0xB9B6AE);
    private static final Color FRAME = new Color(0x0B50D0);

    private ProofSketch() {}

    static byte[] png(Draw draw) {
        var page = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
        var brush = page.createGraphics();
        try {
            brush.setColor(PAPER);
            brush.fillRect(0, 0, WIDE, HIGH);
            brush.setColor(PRINT);
            int column = WIDE / COLUMNS;
            for (int x = 0; x < COLUMNS; x++)
                for (int y = 40; y < HIGH - 20; y += 6)
                    brush.fillRect(x * column + 6, y, column - 12 - draw.between(0, 14), 3);
            brush.fillRect(6, 14, WIDE / 2, 14);
            int high = draw.between(60, 140);
            int wide = column * draw.between(2, COLUMNS) - 8;
            brush.setColor(Color.WHITE);
            brush.fillRect(4, HIGH - high - 8, wide, high);
            brush.setColor(FRAME);
            brush.drawRect(4, HIGH - high - 8, wide, high);
            brush.fillRect(16, HIGH - high + 6, wide / 2, 10);
        } finally {
            brush.dispose();
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
