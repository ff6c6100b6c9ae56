package kr.madang.press.coverage.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.pdf.SheetPdf;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** Pages of papers cut into articles, and files that are none. */
class CutsTests {
    private static byte[] paper() {
        return SheetPdf.write(new Sheet(
                "지면",
                "신문",
                LocalDate.of(2023, 5, 3),
                "",
                List.of(
                        Sheet.Line.of(Sheet.Style.MAST, "영등포구, 봄꽃축제 연다"),
                        Sheet.Line.of(Sheet.Style.BODY, "영등포구가 봄꽃축제를 연다고 밝혔다. 나들목 기자 news@paper.example"),
                        Sheet.Line.of(Sheet.Style.BODY, "축제는 닷새 동안 이어진다."),
                        Sheet.Line.of(Sheet.Style.MAST, "당산동에 새 도서관"),
                        Sheet.Line.of(Sheet.Style.BODY, "당산동에 도서관이 새로 문을 열었다."))));
    }

    private static UnreadablePages.Reason why(byte[] file) {
        try {
            Pages.cut(file);
        } catch (UnreadablePages e) {
            return e.reason();
        }
        throw new AssertionError("it was read");
    }

    @Test
    void aHeadlineBeginsAnArticle() throws Exception {
        var cuts = Pages.cut(paper());
        assertThat(cuts).extracting(Cut::title).containsExactly("영등포구, 봄꽃축제 연다", "당산동에 새 도서관");
        assertThat(cuts.getFirst().reporter()).isEqualTo("나들목");
        assertThat(cuts.getFirst().text()).contains("닷새 동안");
        assertThat(cuts.getLast().text()).contains("새로 문을 열었다").doesNotContain("닷새");
        assertThat(cuts.getLast().reporter()).isEmpty();
    }

    /** Without a headline everything is one article, and nothing of it is lost. */
    @Test
    void nothingIsLost() {
        var lines = List.of(new Lines.Line("첫 줄", 9), new Lines.Line("둘째 줄", 9), new Lines.Line("셋째 줄", 10));
        assertThat(Pages.cut(3, lines)).containsExactly(new Cut(3, "첫 줄", "첫 줄\n둘째 줄\n셋째 줄", ""));
        assertThat(Pages.cut(1, List.of())).isEmpty();
    }

    @Test
    void filesThatAreNoPagesAreRefused() throws Exception {
        assertThat(why(new byte[0])).isEqualTo(UnreadablePages.Reason.BROKEN);
        assertThat(why("%PDF-1.7\nnothing".getBytes())).isEqualTo(UnreadablePages.Reason.BROKEN);
        try (var empty = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            empty.addPage(new PDPage());
            empty.save(out);
            assertThat(why(out.toByteArray())).isEqualTo(UnreadablePages.Reason.WORDLESS);
        }
        try (var locked = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            locked.addPage(new PDPage());
            locked.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            locked.save(out);
            assertThat(why(out.toByteArray())).isEqualTo(UnreadablePages.Reason.LOCKED);
        }
        try (var book = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < 61; i++) book.addPage(new PDPage());
            book.save(out);
            assertThat(why(out.toByteArray())).isEqualTo(UnreadablePages.Reason.LONG);
        }
    }

    /** Bytes changed here and there make no other trouble than a file that cannot be read. */
    @Test
    void damagedFilesAreReadOrRefused() {
        var whole = paper();
        var random = new Random(5);
        for (int i = 0; i < 60; i++) {
            var damaged = whole.clone();
            for (int n = 0; n < 40; n++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(Pages.cut(damaged)).isNotNull();
            } catch (UnreadablePages e) {
                assertThat(e.reason()).isNotNull();
            }
        }
        assertThatExceptionOfType(UnreadablePages.class)
                .isThrownBy(() -> Pages.cut(java.util.Arrays.copyOf(whole, whole.length / 2)));
    }
}
