package kr.madang.report.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command prints and how it ends. */
class AuditCommandTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void cleanDocumentEndsWithZeroAndAnEmptyArray() throws IOException {
        Path file = write("보고.txt", "○ 구매: 664대(컴퓨터: 350, 모니터: 314)\n");
        assertThat(run("--format", "json", file.toString())).isZero();
        assertThat(new ObjectMapper().readTree(out.toString(UTF_8))).isEmpty();
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void wrongDocumentEndsWithOneAndPrintsFiveKeys() throws IOException {
        Path file = write("보고.txt", "\n\n○ \"역\\사\" 구매: 665대(컴퓨터: 350, 모니터: 314)\n");
        assertThat(run(file.toString(), "--format=json")).isEqualTo(1);
        JsonNode findings = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).propertyNames()).containsExactly("line", "place", "printed", "computed", "kind");
        assertThat(findings.get(0).get("line").asInt()).isEqualTo(3);
        assertThat(findings.get(0).get("place").asString()).contains("\"역\\사\" 구매");
        assertThat(findings.get(0).get("printed").asString()).isEqualTo("665");
        assertThat(findings.get(0).get("computed").asString()).isEqualTo("664");
        assertThat(findings.get(0).get("kind").asString()).isEqualTo("wrong");
    }

    @Test
    void aReaderGetsSentences() throws IOException {
        Path file = write("보고.txt", "○ 구매: 665대(컴퓨터: 350, 모니터: 314)\n");
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("1행", "665", "664", "틀림");
    }

    @Test
    void whatCannotBeReadEndsWithTwoAndAReason() throws IOException {
        assertThat(run(folder.resolve("없음.hwp").toString())).isEqualTo(2);
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("a", "--format", "xml")).isEqualTo(2);
        assertThat(run("a", "--format")).isEqualTo(2);
        assertThat(run("--loud", "a")).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8))
                .contains("파일을 찾을 수 없습니다", "폴더입니다", "사용법")
                .doesNotContain("Exception");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... args) {
        return AuditCommand.run(List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
