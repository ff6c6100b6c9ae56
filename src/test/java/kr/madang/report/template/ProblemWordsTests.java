package kr.madang.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemWordsTests {
    private static final Pattern CODE = Pattern.compile(
            "(?:problems\\.(?:error|warn)\\([^;]*?|new Unreadable\\([^;]*?)\"([a-z]+(?:\\.[a-z]+)*)\"", Pattern.DOTALL);

    @Test
    void everyProblemIsSaidInWords() throws IOException {
        var words = new Properties();
        var bundle = Objects.requireNonNull(getClass().getResourceAsStream("/messages/report.properties"));
        words.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
        var codes = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/java/kr/madang/report/template"))) {
            for (var file : files.toList()) {
                var code = CODE.matcher(Files.readString(file));
                while (code.find()) codes.add(code.group(1));
            }
        }
        assertThat(codes).hasSizeGreaterThan(25);
        assertThat(codes).allSatisfy(code -> assertThat(words).containsKey("report.template." + code));
    }
}
