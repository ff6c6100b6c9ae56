package kr.madang.approvals.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.document.hwpx.IndependentReaders;
import kr.madang.kernel.document.hwpx.Reread;
import kr.madang.kernel.document.pdf.SheetPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One paper, four files, the same words in the same order. */
class EqualFormsTests {
    @Test
    void anOfficialPaperReadsTheSameInEveryForm() throws Exception {
        equal(Papers.official());
        equal(Papers.draft(Papers.official()));
    }

    @Test
    void aLetterThatGoesOutReadsTheSameInEveryForm() throws Exception {
        var official = Papers.official();
        equal(new Letter(
                "마당구청",
                "",
                "공고 제2026-12호",
                "수신자 참조",
                List.of("가람시", "누리집 게시"),
                "행정안전부",
                official.title(),
                official.text(),
                official.boxes(),
                "마당구청장  〔관인생략〕",
                official.number(),
                "디지털정보과-7 (2026. 11. 22.)",
                "우 00000 가람도 마당시 한길 1",
                "02-0000-1234 · a@madang.example",
                "공개",
                official.day()));
    }

    @Test
    void sixtyPapersReadTheSameInEveryForm() throws Exception {
        for (long seed = 1; seed <= 60; seed++) equal(Papers.random(seed));
    }

    @Test
    void aWordWithoutEndIsBrokenAndNotCutOff() throws Exception {
        equal(text("가".repeat(3_000) + "\n" + "W".repeat(3_000) + "\n| " + "긴".repeat(500) + " | b |\n끝."));
    }

    @Test
    void itemsDeeperThanTheRuleKnowsAreKeptAsTheyWereTyped() throws Exception {
        var deep = new StringBuilder();
        for (int i = 0; i < 60; i++)
            deep.append(" ".repeat(2 * i)).append("- ").append(i).append("째 깊이의 항목\n");
        equal(text(deep.toString()));
    }

    @Test
    void markupAndControlCharactersAreWords() throws Exception {
        equal(text("<script>alert(1)</script> &amp; <b>굵게</b> \u0007 {{x}} ${y} ]]> <!-- --> \\u0041 %s {0}\n"
                + "| <td> | </table> |\n\t탭과　전각 빈칸\u202E뒤집기\u202C  끝."));
    }

    @Test
    void hanjaStandInEveryForm() throws Exception {
        var letter = text("大韓民國 憲法 제1조, 行政機關의 長은 韓國産業規格에 따른 漢字 4,888字  끝.");
        equal(letter);
        assertThat(SheetPdf.remarked(Layout.of(letter))).isEqualTo(Layout.of(letter));
        assertThat(Extracted.pdf(Form.PDF.write(letter)))
                .contains("大韓民國憲法", "漢字")
                .doesNotContain("□");
    }

    /** Only the glyphs used come along: a line of Hanja must not bring a whole typeface. */
    @Test
    void hanjaMakeTheFileLittleLarger() {
        int without = Form.PDF.write(text("한글만 있는 글  끝.")).length;
        int with = Form.PDF.write(text("大韓民國 憲法에 따른 글  끝.")).length;
        assertThat(with - without).isBetween(1, 40_000);
    }

    @Test
    void oldHangulAndEmojiStayInThreeFormsAndAreOwnedUpToInThePdf() throws Exception {
        var letter = text("헌법 제1조와 ᄒᆞᆫ글, 🏢 그림글자  끝.");
        var sheet = Layout.of(letter);
        equal(letter);
        assertThat(SheetPdf.remarked(sheet).parts()).hasSize(sheet.parts().size() + 1);
        assertThat(SheetPdf.remarked(sheet).words().getLast())
                .contains("글꼴에 없는 글자")
                .contains("□로");
        assertThat(Extracted.html(Form.HTML.write(letter))).contains("🏢");
        var plain = Layout.of(text("한글만 있는 글  끝."));
        assertThat(SheetPdf.remarked(plain)).isSameAs(plain);
    }

    @Test
    void syllablesInPartsAreSetTogether() throws Exception {
        var parted = java.text.Normalizer.normalize("한글 문서입니다.  끝.", java.text.Normalizer.Form.NFD);
        assertThat(Extracted.pdf(Form.PDF.write(text(parted)))).contains("한글문서입니다.끝.");
    }

    @Test
    void twoHundredThousandLettersAreAllThere() throws Exception {
        var line = "2. 위와 관련하여 청사 안내판을 다음과 같이 바꾸고자 하오니 검토하여 주시기 바랍니다.\n";
        equal(text(line.repeat(200_000 / line.length())));
    }

    @Test
    void tablesStandInTheHangulDocumentAsTables() throws Exception {
        var read = Reread.of(Form.HWPX.write(Papers.official()));
        assertThat(read.tables().getFirst()).contains(List.of("구분", "수량", "금액(원)"), List.of("종합안내판", "2", "80,000"));
        assertThat(read.tables()).hasSize(2);
    }

    @Test
    void anotherProgramDrawsTheHangulDocumentWithTheSameWords(@TempDir Path folder) throws Exception {
        var letters = List.of(Papers.official(), Papers.draft(Papers.official()), text("<b>&amp;</b> 가나다  끝."));
        var files = new ArrayList<Path>();
        for (var letter : letters)
            files.add(Files.write(folder.resolve(files.size() + ".hwpx"), Form.HWPX.write(letter)));
        var seen = IndependentReaders.read(files);
        for (int i = 0; i < letters.size(); i++) {
            var drawn = Extracted.squeezed(seen.get(i).drawn()).replaceAll("-\\d+-", "");
            same("drawn", drawn, Extracted.of(Layout.of(letters.get(i)).words()));
        }
    }

    @Test
    void equalPapersAreEqualFiles() {
        for (var form : Form.values())
            assertThat(form.write(Papers.official())).as(form.word()).isEqualTo(form.write(Papers.official()));
    }

    @Test
    void anotherWordIsAnotherFileInEveryForm() throws Exception {
        var other = text(Papers.OFFICIAL.replace("2. 배치도", "2. 도면"));
        for (var form : Form.values())
            assertThat(words(form, other)).contains("2.도면1부").doesNotContain("2.배치도");
    }

    @Test
    void everyEmptyPartIsPrintable() throws Exception {
        equal(text(""));
        equal(text("\n\n\n"));
        equal(text("||\n|||\n|---|\n| |"));
    }

    private static Letter text(String text) {
        return Papers.letter("시험 문서", text, Papers.signed(3), "");
    }

    private static void equal(Letter letter) throws IOException {
        var sheet = Layout.of(letter);
        var wanted = Extracted.of(sheet.words());
        same("html", Extracted.html(Form.HTML.write(letter)), wanted);
        same("hwpx", Extracted.hwpx(Form.HWPX.write(letter)), wanted);
        same("txt", Extracted.txt(Form.TXT.write(letter)), wanted);
        var printed = Extracted.printable(Extracted.of(SheetPdf.remarked(sheet).words()));
        same("pdf", Extracted.pdf(Form.PDF.write(letter)), printed);
    }

    /** Says where two long texts part. */
    private static void same(String form, String words, String wanted) {
        int at = 0;
        while (at < Math.min(words.length(), wanted.length()) && words.charAt(at) == wanted.charAt(at)) at++;
        assertThat(from(words, at))
                .as("%s from letter %d of %d", form, at, wanted.length())
                .isEqualTo(from(wanted, at));
    }

    private static String from(String words, int at) {
        return words.substring(Math.max(0, at - 20), Math.min(words.length(), at + 60));
    }

    private static String words(Form form, Letter letter) throws IOException {
        var file = form.write(letter);
        return switch (form) {
            case HTML -> Extracted.html(file);
            case PDF -> Extracted.pdf(file);
            case HWPX -> Extracted.hwpx(file);
            case TXT -> Extracted.txt(file);
        };
    }
}
