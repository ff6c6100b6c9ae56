package kr.madang.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of photographs before they go out. */
class PhotographTests {
    private static BufferedImage shown(Photograph photograph) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(photograph.jpeg()));
        assertThat(image.getWidth()).isEqualTo(photograph.width());
        assertThat(image.getHeight()).isEqualTo(photograph.height());
        return image;
    }

    private static boolean red(BufferedImage image, double x, double y) {
        var rgb = image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y));
        return (rgb >> 16 & 255) > (rgb & 255);
    }

    /** Where the row that was written first, the red one, belongs. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.1",
        "2, 0.5, 0.1",
        "3, 0.5, 0.9",
        "4, 0.5, 0.9",
        "5, 0.1, 0.5",
        "6, 0.9, 0.5",
        "7, 0.9, 0.5",
        "8, 0.1, 0.5"
    })
    void standsUprightHoweverTheCameraWasHeld(int turn, double x, double y) throws Exception {
        var photograph = Photograph.of(Photographs.taken(turn, 80, 40), 1_000).orElseThrow();
        assertThat(photograph.width()).isEqualTo(turn >= 5 ? 40 : 80);
        var image = shown(photograph);
        assertThat(red(image, x, y)).isTrue();
        assertThat(red(image, 1 - x, 1 - y)).isFalse();
    }

    @Test
    void saysNothingOfPlaceAndCamera() throws Exception {
        var taken = Photographs.taken(6, 80, 40);
        assertThat(Photograph.tells(taken)).isTrue();
        assertThat(Photograph.tells(Photograph.of(taken, 1_000).orElseThrow().jpeg()))
                .isFalse();
        assertThat(Photograph.tells(Photographs.of("jpeg", 10, 10))).isFalse();
        assertThat(Photograph.tells(Photographs.of("png", 10, 10))).isFalse();
    }

    @Test
    void isAsLargeAsAskedAndNotLarger() throws Exception {
        var large = Photograph.of(Photographs.of("png", 5_000, 2_500), 1_600).orElseThrow();
        assertThat(large.width()).isEqualTo(1_600);
        assertThat(large.height()).isEqualTo(800);
        shown(large);
        assertThat(Photograph.of(Photographs.of("jpeg", 30, 20), 1_600)
                        .orElseThrow()
                        .width())
                .isEqualTo(30);
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws Exception {
        var clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        var png = new java.io.ByteArrayOutputStream();
        ImageIO.write(clear, "png", png);
        var image = shown(Photograph.of(png.toByteArray(), 100).orElseThrow());
        assertThat(image.getRGB(4, 4) & 0xFFFFFF).isGreaterThan(0xF0F0F0);
    }

    @Test
    void hostileFilesAreRefused() throws Exception {
        assertThat(Photograph.of(new byte[0], 100)).isEmpty();
        assertThat(Photograph.of("<svg/>".getBytes(), 100)).isEmpty();
        // a picture of 60,000 by 60,000 dots in a few bytes
        var bomb = Photographs.of("png", 4, 4);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(Photograph.of(bomb, 100)).isEmpty();
        var random = new Random(5);
        var whole = Photographs.taken(6, 64, 64);
        for (int i = 0; i < 300; i++) {
            var broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int j = 0; j < 6; j++) broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            Photograph.of(broken, 100);
            Photograph.tells(broken);
        }
    }
}
