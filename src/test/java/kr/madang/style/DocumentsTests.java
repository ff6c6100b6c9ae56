package kr.madang.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.madang.Madang;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The documents say what the code is: generated ones are up to date, links lead somewhere, the script's words are explained. */
class DocumentsTests {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void generatedPagesAreUpToDate() throws IOException {
        var pages = new ModulePages(ApplicationModules.of(Madang.class)).all();
        if (Boolean.getBoolean("madang.update")) write(pages);
        for (var page : pages.entrySet())
            assertThat(Path.of(page.getKey()))
                    .as("run ./madang check --update")
                    .exists()
                    .hasContent(page.getValue());
        try (var files = Files.list(Path.of("docs/modules"))) {
            assertThat(files.map(Path::toString))
                    .as("run ./madang check --update")
                    .isSubsetOf(pages.keySet());
        }
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(Path.of("docs/modules"));
        try (var files = Files.list(Path.of("docs/modules"))) {
            for (var file : files.toList()) Files.delete(file);
        }
        for (var page : pages.entrySet()) Files.writeString(Path.of(page.getKey()), page.getValue());
    }

    @Test
    void linksOfTheDocumentsLeadSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            var links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                var target = links.group(1);
                if (target.contains("://")) continue;
                if (Files.notExists(document.resolveSibling(target))) broken.add(document + " → " + target);
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (var top = Files.list(Path.of("."));
                var docs = Files.walk(Path.of("docs"))) {
            return java.util.stream.Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @Test
    void bothReadmesExplainEveryWordOfTheScript() throws IOException {
        var words = Files.readAllLines(Path.of("madang")).stream()
                .filter(line -> line.startsWith("# DOC: "))
                .map(line -> line.split("\\s+")[2])
                .collect(Collectors.toSet());
        assertThat(words).contains("run", "test", "report", "figures", "audit", "fmt", "doctor", "bench");
        for (var readme : List.of("README.md", "README.ko.md")) {
            var text = Files.readString(Path.of(readme));
            assertThat(words).as(readme).allMatch(word -> text.contains("./madang " + word));
        }
    }

    @Test
    void roomsAndDesksStandInTheGlossary() throws IOException {
        var glossary = Files.readString(Path.of("docs/glossary.md"));
        assertThat(ApplicationModules.of(Madang.class).stream()
                        .filter(module -> !module.isRootModule())
                        .map(module -> module.getIdentifier().toString()))
                .allMatch(room -> glossary.contains("`" + room + "`"));
    }
}
