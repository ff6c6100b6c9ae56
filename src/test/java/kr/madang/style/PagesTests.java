package kr.madang.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the content policy and the house style ask of the sources of pages. */
class PagesTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path FRONTEND = Path.of("src/main/frontend");
    private static final int LONGEST = 350;

    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("<style\\b"),
            Pattern.compile("\\sstyle\\s*="),
            // what search engines read is no script: nothing of it runs
            Pattern.compile("<script(?![^>]*\\bsrc=)(?! type=\"application/ld\\+json\">)"),
            Pattern.compile("\\son[a-z]+\\s*=\\s*[\"']"),
            Pattern.compile("(?i)(href|src|action)\\s*=\\s*[\"']javascript:"),
            Pattern.compile("(?i)(src|href)\\s*=\\s*[\"']//"),
            Pattern.compile("(?i)<(script|link|img|iframe)\\b[^>]*(src|href)\\s*=\\s*[\"']https?:"),
            Pattern.compile("\\bhx-on"));

    @Test
    void templatesHoldNothingThePolicyForbids() throws IOException {
        var found = new ArrayList<String>();
        for (var template : files(TEMPLATES, ".jte")) {
            var text = Files.readString(template);
            for (var forbidden : FORBIDDEN) {
                var at = forbidden.matcher(text);
                if (at.find()) found.add(TEMPLATES.relativize(template) + ": " + at.group());
            }
        }
        assertThat(found).isEmpty();
    }

    /** Markup made by the program itself; each of these escapes what it is given, and its tests attack it. */
    private static final Set<String> MAKE_THEIR_OWN_MARKUP = Set.of(
            "office/web/organization.jte",
            "report/web/paper.jte",
            "report/web/preview.jte",
            "press/web/newsroom/release.jte");

    @Test
    void onlyPicturesAndPapersAreWrittenUnescaped() throws IOException {
        var found = files(TEMPLATES, ".jte").stream()
                .filter(t -> read(t).contains("$unsafe{"))
                .map(t -> TEMPLATES.relativize(t).toString())
                .toList();
        assertThat(MAKE_THEIR_OWN_MARKUP).containsAll(found);
    }

    @Test
    void postFormsAreWrittenWithTheTagThatCarriesTheTokens() throws IOException {
        var found = files(TEMPLATES, ".jte").stream()
                .filter(t -> !t.endsWith("kernel/tag/form.jte") && !t.endsWith("kernel/tag/person.jte"))
                // passkey forms are sent by their script, which carries the token itself
                .filter(t -> read(t).replaceAll("<form[^>]*data-passkey[^>]*>", "")
                        .matches("(?s).*<form[^>]*method=\"post\".*"))
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void noFileIsLongerThanAReaderCanHold() throws IOException {
        var sources = new ArrayList<>(files(Path.of("src/main/java"), ".java"));
        sources.addAll(files(TEMPLATES, ".jte"));
        sources.addAll(files(FRONTEND.resolve("css"), ".css"));
        sources.addAll(files(FRONTEND.resolve("js"), ".js"));
        var tooLong = sources.stream()
                .map(file -> file + ": " + read(file).lines().count())
                .filter(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)) > LONGEST)
                .toList();
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(ending)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
