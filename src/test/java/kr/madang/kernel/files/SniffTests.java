package kr.madang.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SniffTests {
    private static String hex(String head) {
        return Sniff.mediaType(HexFormat.of().parseHex(head));
    }

    private static String text(String head) {
        return Sniff.mediaType(head.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knownTypesAreTold() {
        assertThat(text("%PDF-1.4\n")).isEqualTo("application/pdf");
        assertThat(hex("89504e470d0a1a0a0000")).isEqualTo("image/png");
        assertThat(hex("ffd8ffe000104a46")).isEqualTo("image/jpeg");
        assertThat(hex("504b0304" + "00".repeat(26)
                        + HexFormat.of().formatHex("mimetypeapplication/hwp+zip".getBytes())))
                .isEqualTo("application/hwp+zip");
        assertThat(hex("504b0304" + "00".repeat(26)
                        + HexFormat.of().formatHex("[Content_Types].xml…xl/workbook".getBytes())))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(hex("504b0304000000")).isEqualTo("application/zip");
        assertThat(hex("d0cf11e0a1b11ae1" + "00".repeat(40))).isEqualTo("application/x-ole-storage");
        assertThat(text("HWP Document File V3.00")).isEqualTo("application/x-hwp");
        assertThat(hex("4d5a9000")).isEqualTo("application/vnd.microsoft.portable-executable");
    }

    @Test
    void whatABrowserWouldRunIsCalledSo() {
        for (var page :
                new String[] {"<!DOCTYPE html><p>", "  \n<HTML>", "\uFEFF<!doctype HTML>", "<b><script>x</script>"})
            assertThat(text(page)).isEqualTo("text/html");
        assertThat(text("<?xml version='1.0'?><SVG onload=x>")).isEqualTo("image/svg+xml");
    }

    @Test
    void plainTextIsTextEvenWhereTheHeadCutsACharacter() {
        assertThat(text("번호,이름\n1,가")).isEqualTo("text/plain");
        assertThat(text("")).isEqualTo("text/plain");
        var korean = "가나다라".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++)
            assertThat(Sniff.mediaType(Arrays.copyOfRange(korean, 3 * i, 3 * i + Sniff.HEAD)))
                    .isEqualTo("text/plain");
    }

    @Test
    void noiseIsUnknownAndNeverFails() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var head = new byte[random.nextInt(64)];
            random.nextBytes(head);
            assertThat(Sniff.mediaType(head)).isNotEmpty();
        }
        assertThat(hex("00010203")).isEqualTo(Sniff.UNKNOWN);
        assertThat(hex("b0a1b3aa")).as("CP949 text is not UTF-8").isEqualTo(Sniff.UNKNOWN);
    }
}
