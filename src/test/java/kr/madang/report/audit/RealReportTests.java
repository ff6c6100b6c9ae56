package kr.madang.report.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kr.madang.report.audit.text.Extracted;
import kr.madang.report.audit.text.Limits;
import kr.madang.report.audit.text.UnreadableDocument;
import org.junit.jupiter.api.Test;

/** The two reports the office really made, where they are at hand. */
class RealReportTests {
    @Test
    void the2023ReportHasThreeOddRatesAndNothingElse() throws UnreadableDocument {
        assertThat(findings("report-2023.txt"))
                .extracting(Finding::line, Finding::printed, Finding::computed, Finding::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(219, "33.1", "34.0", Finding.Kind.WRONG),
                        org.assertj.core.groups.Tuple.tuple(221, "33.9", "33.8", Finding.Kind.WRONG),
                        org.assertj.core.groups.Tuple.tuple(291, "49.1", "49.2", Finding.Kind.TRUNCATED));
    }

    @Test
    void the2013ReportAddsUp() throws UnreadableDocument {
        assertThat(findings("report-2013.txt")).isEmpty();
    }

    private static List<Finding> findings(String name) throws UnreadableDocument {
        Path file = seeds().resolve(name);
        assumeThat(Files.isReadable(file)).as("the real report is at hand").isTrue();
        Extracted document = Audit.read(file, Limits.USUAL);
        return Audit.of(document);
    }

    /** The folder beside the clone, or beside one of the folders around it. */
    private static Path seeds() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared").resolve("seeds"))) {
                return folder.resolve("shared").resolve("seeds");
            }
        }
        return Path.of("shared", "seeds");
    }
}
