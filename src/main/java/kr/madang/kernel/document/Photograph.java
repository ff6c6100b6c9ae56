package kr.madang.kernel.document;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A photograph as documents carry it (사진): a JPEG in sRGB, upright, and without what the camera wrote into it, such as the place it was
 * taken at.
 *
 * @param width in dots
 * @param height in dots
 */
public record Photograph(byte[] jpeg, int width, int height) {
    /** Dots of the longer side that paper can show. */
    public static final int ON_PAPER = 1_600;
    /** Dots of the longer side that a newspaper asks for at most. */
    public static final int IN_PRINT = 6_000;

    private static final long MOST_DOTS = 200_000_000;
    private static final float QUALITY = 0.9f;
    /** Parts of a file in which cameras and programs write. */
    private static final Set<String> SPEAKING = Set.of(
            "com.drew.metadata.exif",
            "com.drew.metadata.exif.makernotes",
            "com.drew.metadata.iptc",
            "com.drew.metadata.photoshop",
            "com.drew.metadata.xmp");

    /** @param longest dots of its longer side at most; a smaller one stays as it is. Empty when it is no picture that can be read */
    public static Optional<Photograph> of(byte[] picture, int longest) {
        try {
            var image = read(picture, longest);
            if (image.isEmpty()) return Optional.empty();
            var upright = upright(image.get(), turn(picture), longest);
            return Optional.of(new Photograph(write(upright), upright.getWidth(), upright.getHeight()));
        } catch (IOException | RuntimeException hostile) {
            return Optional.empty();
        }
    }

    /** Whether somebody who gets the file could read more out of it than what it shows: when, where and with what it was taken. */
    public static boolean tells(byte[] picture) {
        try {
            var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
            for (var directory : metadata.getDirectories())
                if (SPEAKING.contains(directory.getClass().getPackageName())) return true;
            return false;
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return true;
        }
    }

    /** Read with as few dots as will do, so that a huge picture takes no huge memory. */
    private static Optional<BufferedImage> read(byte[] picture, int longest) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.ofNullable(read(reader, longest));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, int longest) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_DOTS) throw new IOException("too many dots");
        var how = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width, height) / (2L * longest));
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /** 1 to 8, as EXIF counts: where the first row and column of what was written belong. */
    private static int turn(byte[] picture) {
        try {
            var exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var turn = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return turn == null || turn < 1 || turn > 8 ? 1 : turn;
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage image, int turn, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        boolean lying = turn >= 5;
        var upright = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var brush = upright.createGraphics();
        try {
            // what is transparent lies on paper
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            brush.transform(turned(turn, width, height));
            brush.drawImage(image, 0, 0, width, height, null);
        } finally {
            brush.dispose();
        }
        return upright;
    }

    private static AffineTransform turned(int turn, int width, int height) {
        return switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = Objects.requireNonNull(ImageIO.createImageOutputStream(bytes))) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Photograph p && Arrays.equals(jpeg, p.jpeg);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(jpeg);
    }
}
