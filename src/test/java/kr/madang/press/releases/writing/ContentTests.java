package kr.madang.press.releases.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import kr.madang.kernel.Refused;
import kr.madang.kernel.document.Photograph;
import kr.madang.kernel.document.Photographs;
import kr.madang.kernel.document.SheetText;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.pdf.SheetPdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release says, and what it looks like on paper. */
class ContentTests {
    private static final Instant NOW = Instant.parse("2023-05-03T01:00:00Z");

    static Content content(String text) {
        return new Content(
                "영등포구, 어르신 스마트폰 교실 연다",
                "문래동·당산동 경로당 12곳\n무료로 4주",
                text,
                "일시: 5월 8일부터 4주\n장소: 문래동 경로당 등 12곳\n무료",
                "어르신복지과",
                "김하늘 02-0000-1234",
                null,
                null,
                "");
    }

    private static Photo photo(boolean portraits, String consent) {
        return new Photo(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "image/jpeg",
                9,
                "교실 모습",
                "홍보미디어과",
                Photo.Rights.KOGL_1,
                portraits,
                consent);
    }

    @Test
    void quotesAreWhatPeopleSay() {
        var text = "구청장은 “누구나 쉽게 배울 수 있도록 돕겠다”라고 말했다.\n‘꿈 교실’과 “짧은 말”은 인용이 아니다.\n" + "담당자는 \"올해는 열두 곳으로 늘렸습니다\"라고 했다.";
        assertThat(Quotes.of(text)).containsExactly("누구나 쉽게 배울 수 있도록 돕겠다", "올해는 열두 곳으로 늘렸습니다");
        assertThat(Quotes.balanced(text)).isTrue();
    }

    /** A mark that is never closed takes nothing of the next paragraph with it. */
    @ParameterizedTest
    @ValueSource(strings = {"“닫지 않은 말이 길게 이어진다\n다음 문단은 다른 이야기다”", "\"홑 따옴표 하나만 있는 문단입니다", "”거꾸로 선 따옴표가 있는 문단“"})
    void brokenMarksAreNoQuotes(String text) {
        assertThat(Quotes.of(text)).isEmpty();
    }

    @Test
    void findingsSayWhatToLookAt() {
        var good = content("구청장은 “누구나 쉽게 배울 수 있도록 돕겠다”라고 말했다.");
        assertThat(Findings.of(good, List.of(photo(false, "")), NOW)).isEmpty();
        var bad = content("문의 010-1234-5678, 신청자 850101-1234567");
        assertThat(Findings.of(bad, List.of(photo(true, " ")), NOW))
                .extracting(Findings.Finding::code)
                .contains(
                        "press.finding.quotes",
                        "press.finding.resident",
                        "press.finding.mobile",
                        "press.finding.consent");
        assertThat(Findings.of(good, List.of(photo(true, "동의서 2023-4")), NOW)).isEmpty();
    }

    @Test
    void anyOtherWordHasAnotherSeal() {
        var photo = photo(false, "");
        var seal = ReleaseSeal.of(content("글"), List.of(photo), List.of("aa"));
        assertThat(ReleaseSeal.of(content("글"), List.of(photo), List.of("aa"))).isEqualTo(seal);
        assertThat(ReleaseSeal.of(content("글."), List.of(photo), List.of("aa"))).isNotEqualTo(seal);
        assertThat(ReleaseSeal.of(content("글"), List.of(photo), List.of("ab"))).isNotEqualTo(seal);
        assertThat(ReleaseSeal.of(content("글"), List.of(), List.of())).isNotEqualTo(seal);
    }

    @Test
    void whatIsMissingOrTooLongIsRefused() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> content(" \n "));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> content("가".repeat(Content.TEXT + 1)));
        assertThat(content("가\r\n\r\n나\u0000").paragraphs()).containsExactly("가", "나");
    }

    /** The paper, the file and the letter carry the same words. */
    @Test
    void everyFormSaysTheSame() {
        var content = content("첫 문단이다.\n\n구청장은 “누구나 쉽게 배울 수 있도록 돕겠다”라고 말했다.");
        var around = new ReleaseSheet.Around("마당구청", "2023-12", NOW, true, "https://www.example.kr/press/2023-12");
        var sheet = ReleaseSheet.of(content, List.of(photo(false, "")), Map.of(), around, "");
        var text = SheetText.write(sheet);
        assertThat(text)
                .contains("마당구청 보도자료", "2023-12", "첫 문단이다.", "장소", "교실 모습", "공공누리 제1유형", "어르신복지과", "2023. 5. 3. 10:00");
        assertThat(HwpxWriter.write(sheet)).startsWith('P', 'K');
        assertThat(new String(SheetPdf.write(sheet), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void picturesStandInEveryPaper() throws Exception {
        var photo = photo(false, "");
        var picture = Photograph.of(Photographs.of("png", 640, 480), Photograph.ON_PAPER);
        var around = new ReleaseSheet.Around("마당구청", "2023-12", NOW, false, "");
        var sheet = ReleaseSheet.of(
                content("첫 문단이다."), List.of(photo), Map.of(photo.id(), picture.orElseThrow()), around, "");
        var entries = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(HwpxWriter.write(sheet)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
                if (entry.getName().equals("BinData/image1.jpg"))
                    assertThat(zip.readAllBytes())
                            .isEqualTo(picture.orElseThrow().jpeg());
                if (entry.getName().equals("Contents/section0.xml"))
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("binaryItemIDRef=\"image1\"", "교실 모습");
            }
        }
        assertThat(entries).contains("BinData/image1.jpg");
        try (var pdf = Loader.loadPDF(SheetPdf.write(sheet))) {
            var shown = new PDFRenderer(pdf).renderImage(0);
            int middle = shown.getWidth() / 2;
            assertThat(IntStream.range(0, shown.getHeight()).map(y -> shown.getRGB(middle, y) & 0xFFFFFF))
                    .contains(0xFE0000, 0x0000FE);
        }
    }
}
