package kr.madang.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.madang.report.audit.text.Extracted;
import org.junit.jupiter.api.Test;

/** Snippets as they occur in official documents: correct ones that look wrong, and wrong ones with the finding they must give. */
class CorpusTests {

    @Test
    void correctSnippetsStaySilent() throws IOException {
        Map<String, List<String>> snippets = snippets("correct.txt");
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(40);
        List<String> alarms = new ArrayList<>();
        snippets.forEach((name, lines) -> audit(lines).forEach(finding -> alarms.add(name + ": " + finding)));
        assertThat(alarms).isEmpty();
    }

    @Test
    void wrongSnippetsGiveExactlyTheirFinding() throws IOException {
        Map<String, List<String>> snippets = snippets("wrong.txt");
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(30);
        List<String> misses = new ArrayList<>();
        snippets.forEach((name, lines) -> {
            String[] expected = name.split(" ");
            List<Finding> findings = audit(lines);
            boolean right = findings.size() == 1
                    && findings.getFirst().printed().equals(expected[0])
                    && findings.getFirst().computed().equals(expected[1]);
            if (!right) {
                misses.add(name + ": " + findings);
            }
        });
        assertThat(misses).isEmpty();
    }

    private static List<Finding> audit(List<String> lines) {
        return Audit.of(new Extracted(Extracted.Format.TXT, lines, List.of()));
    }

    private static Map<String, List<String>> snippets(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CorpusTests.class.getResourceAsStream("/audit/" + name))) {
            Map<String, List<String>> snippets = new LinkedHashMap<>();
            List<String> current = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("### ")) {
                    current = new ArrayList<>();
                    snippets.put(line.substring(4), current);
                } else {
                    current.add(line);
                }
            }
            return snippets;
        }
    }
}
