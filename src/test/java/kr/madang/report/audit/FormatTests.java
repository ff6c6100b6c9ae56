package kr.madang.report.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kr.madang.report.audit.text.Extracted;
import kr.madang.report.audit.text.Extracted.Format;
import kr.madang.report.audit.text.Limits;
import org.junit.jupiter.api.Test;

/** The same report in every format: silent when right, one finding when one digit is changed. */
class FormatTests {
    private interface Writer {
        byte[] write(List<String> lines) throws Exception;
    }

    @Test
    void docx() throws Exception {
        check(Format.DOCX, Formats::docx, 60, false);
    }

    @Test
    void xlsx() throws Exception {
        check(Format.XLSX, Formats::xlsx, 60, true);
    }

    @Test
    void hwpx() throws Exception {
        check(Format.HWPX, Formats::hwpx, 60, false);
    }

    @Test
    void hwp() throws Exception {
        check(Format.HWP, Formats::hwp, 60, false);
    }

    @Test
    void pdf() throws Exception {
        Optional<File> font = Formats.koreanFont();
        assumeThat(font).as("a font with Hangul").isPresent();
        check(Format.PDF, lines -> Formats.pdf(lines, font.orElseThrow()), 24, false);
    }

    @Test
    void plainTextInEveryEncoding() throws Exception {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("x-windows-949"),
                Charset.forName("EUC-KR"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16)) {
            List<String> lines = SampleReport.of(5, false).lines();
            Extracted read = Audit.read(String.join("\r\n", lines).getBytes(charset), Limits.USUAL);
            assertThat(read.format()).isEqualTo(Format.TXT);
            assertThat(read.lines()).as(charset.name()).isEqualTo(lines);
        }
    }

    private static void check(Format format, Writer writer, int mutations, boolean sameLines) throws Exception {
        SampleReport report = SampleReport.of(3, false);
        Extracted right = Audit.read(writer.write(report.lines()), Limits.USUAL);
        assertThat(right.format()).isEqualTo(format);
        if (sameLines) {
            assertThat(right.lines().stream().map(String::strip))
                    .isEqualTo(report.lines().stream().map(String::strip).toList());
        }
        assertThat(Audit.of(right)).as("false alarms in " + format).isEmpty();
        List<String> misses = new ArrayList<>();
        Random dice = new Random(99);
        for (int i = 0; i < mutations; i++) {
            SampleReport.Mutation mutation = report.mutated(dice.nextInt(report.marks()), dice);
            List<Finding> findings = findings(writer, mutation.lines());
            if (findings.size() != 1) {
                misses.add(mutation.was() + " → " + mutation.is() + " in '"
                        + mutation.lines().get(mutation.line() - 1) + "' " + findings);
            }
        }
        System.out.println(
                "audit of " + format + ": " + mutations + " mutations, " + misses.size() + " not found exactly once");
        assertThat(misses).isEmpty();
    }

    private static List<Finding> findings(Writer writer, List<String> lines) throws Exception {
        byte[] bytes = writer.write(lines);
        try {
            return Audit.of(Audit.read(bytes, Limits.USUAL));
        } catch (kr.madang.report.audit.text.UnreadableDocument e) {
            throw new IOException(e);
        }
    }
}
