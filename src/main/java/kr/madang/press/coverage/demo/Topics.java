package kr.madang.press.coverage.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a district office has to tell (시연용 사업): its programs with sentences about each. */
final class Topics {
    /** @param act what is done with it, e.g. {@code 운영} @param whom for whom @param where kind of place */
    record Topic(String name, String act, String whom, String where, List<String> sentences) {}

    static final List<Topic> ALL = read();

    private Topics() {}

    private static List<Topic> read() {
        try (var in = Objects.requireNonNull(Topics.class.getResourceAsStream("topics.txt"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var topics = new ArrayList<Topic>();
            for (int i = 0; i + 3 < lines.size(); i += 4) {
                var head = lines.get(i).split("\\|");
                topics.add(new Topic(head[0], head[1], head[2], head[3], List.copyOf(lines.subList(i + 1, i + 4))));
            }
            return List.copyOf(topics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
