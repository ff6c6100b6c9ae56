package kr.madang.approvals.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import kr.madang.kernel.document.Photograph;
import kr.madang.kernel.document.Photographs;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.pdf.SheetPdf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** veraPDF, which shares no code with the writer, finds every paper to be PDF/A-2a. */
class PdfATests {
    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void sixtyPapersAreFitToBeKept() throws Exception {
        for (long seed = 1; seed <= 60; seed++)
            assertThat(faults(Papers.random(seed))).as("paper %d", seed).isEmpty();
    }

    @Test
    void officialPapersAndDraftsAreFitToBeKept() throws Exception {
        assertThat(faults(Papers.official())).isEmpty();
        assertThat(faults(Papers.draft(Papers.official()))).isEmpty();
        assertThat(faults(Papers.letter("<제목> & \"인용\"", "大韓民國 🏢 ᄒᆞᆫ글", Papers.signed(12), "영등포구청장")))
                .isEmpty();
        assertThat(faults(Papers.letter("빈 문서", "", List.of(), ""))).isEmpty();
    }

    @Test
    void aSheetWithPhotographsIsFitToBeKept() throws Exception {
        var parts = new ArrayList<Sheet.Part>();
        for (var picture : List.of(
                Photographs.of("png", 900, 400), Photographs.taken(6, 300, 200), Photographs.of("jpeg", 50, 2_000)))
            parts.add(new Sheet.Picture(Photograph.of(picture, 800).orElseThrow(), "새로 연 <도서관>"));
        var file = SheetPdf.write(new Sheet("사진", "영등포구청", LocalDate.of(2023, 5, 3), "", parts));
        assertThat(faults(file)).isEmpty();
        assertThat(SheetPdf.write(new Sheet("사진", "영등포구청", LocalDate.of(2023, 5, 3), "", parts)))
                .isEqualTo(file);
    }

    @Test
    void theJudgeDoesFindFaults() throws Exception {
        var file = Form.PDF.write(Papers.official());
        var broken = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("<pdfaid:part>2<", "<pdfaid:part>1<")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(broken).isNotEqualTo(file);
        assertThat(faults(broken)).isNotEmpty();
    }

    private static TreeSet<String> faults(Letter letter) throws Exception {
        return faults(Form.PDF.write(letter));
    }

    private static TreeSet<String> faults(byte[] file) throws Exception {
        var faults = new TreeSet<String>();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFA_2_A);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false)) {
            var result = validator.validate(parser);
            result.getTestAssertions()
                    .forEach(fault -> faults.add(fault.getRuleId().getClause() + "-"
                            + fault.getRuleId().getTestNumber() + " " + fault.getMessage()));
            if (!result.isCompliant() && faults.isEmpty()) faults.add("not compliant");
        }
        return faults;
    }
}
