package kr.madang.kernel.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Photographs of tests: red above, blue below, and if wanted with what a camera writes. */
public final class Photographs {
    private Photographs() {}

    public static byte[] of(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) image.setRGB(x, y, (y < height / 2 ? Color.RED : Color.BLUE).getRGB());
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG whose EXIF says how it is turned, and that it was taken north of the equator. */
    public static byte[] taken(int turn, int width, int height) throws IOException {
        var plain = of("jpeg", width, height);
        var exif = ByteBuffer.allocate(256);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        // a TIFF of two directories: the turn, and the place
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turn)
                .putShort((short) 0);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        exif.putInt(0);
        exif.putShort((short) 1);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put((byte) 'N').put(new byte[3]);
        exif.putInt(0);
        int length = exif.position();
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((length + 2) >> 8), (byte) (length + 2)});
        out.write(exif.array(), 0, length);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }
}
