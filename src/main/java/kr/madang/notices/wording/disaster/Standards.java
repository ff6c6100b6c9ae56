package kr.madang.notices.wording.disaster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.madang.notices.wording.Template;

/** The library of standard sentences (표준문안 모음), read once from {@code standards.txt} beside this class. */
public final class Standards {
    private static final List<Standard> ALL = read();

    private Standards() {}

    /** In the order of the table: the loudest of a hazard first. */
    public static List<Standard> all() {
        return ALL;
    }

    public static List<Standard> of(Grade grade) {
        return ALL.stream().filter(standard -> standard.grade() == grade).toList();
    }

    public static Optional<Standard> find(String code) {
        return ALL.stream().filter(standard -> standard.code().equals(code)).findFirst();
    }

    public static List<String> hazards() {
        return ALL.stream().map(Standard::hazard).distinct().toList();
    }

    /** Sentences in which somebody looks for a word. */
    public static List<Standard> search(String word) {
        var wanted = word.strip();
        return ALL.stream()
                .filter(s -> s.hazard().contains(wanted)
                        || s.title().contains(wanted)
                        || s.template().text().contains(wanted))
                .toList();
    }

    private static List<Standard> read() {
        try (var in = Standards.class.getResourceAsStream("standards.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .map(Standards::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Standard row(String line) {
        var cells = line.split("\\|", 5);
        if (cells.length < 5) throw new IllegalStateException("standards.txt: " + line);
        return new Standard(
                cells[0].strip(),
                Grade.of(cells[1].strip()),
                cells[2].strip(),
                cells[3].strip(),
                Template.parse(cells[4].strip()));
    }
}
