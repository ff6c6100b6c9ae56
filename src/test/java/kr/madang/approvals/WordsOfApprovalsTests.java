package kr.madang.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every code this room says has its sentence. */
class WordsOfApprovalsTests {
    private static final Pattern CODE = Pattern.compile("\"(approvals\\.[a-z]+(?:\\.[a-z]+)+)\"");

    @Test
    void everyCodeHasItsSentence() throws IOException {
        var said = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/kr/madang/approvals"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
                CODE.matcher(Files.readString(file)).results().forEach(r -> said.add(r.group(1)));
        }
        assertThat(words().stringPropertyNames()).containsAll(said);
    }

    private static Properties words() throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/approvals.properties"))) {
            words.load(in);
        }
        return words;
    }
}
