package kr.madang.notices.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the engine says to a clerk. */
final class Sentences {
    static final Properties KOREAN = read();

    private static Properties read() {
        var words = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/notices-wording.properties"))) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private Sentences() {}
}
