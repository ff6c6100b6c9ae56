package kr.madang.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word the office says exists, in three languages. */
class WordsTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> LANGUAGES = List.of("", "_en", "_ja");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:page\\.t|Words\\.here|Refused\\.\\w+|\\.refuse)\\(\\s*(?:\"\\w+\",\\s*)?\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");
    private static final Pattern REFUSED = Pattern.compile("new Refused\\([\\w.]+,\\s*\"([^\"]+)\"");

    @ParameterizedTest
    @MethodSource("bundles")
    void theThreeLanguagesSayTheSameThings(String bundle) throws IOException {
        var korean = keys(bundle, "");
        assertThat(keys(bundle, "_en")).as(bundle + "_en").isEqualTo(korean);
        assertThat(keys(bundle, "_ja")).as(bundle + "_ja").isEqualTo(korean);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceCanBeFilledIn(String bundle) throws IOException {
        for (var language : LANGUAGES) {
            for (var entry : read(bundle, language).entrySet()) {
                var sentence = (String) entry.getValue();
                assertThat(sentence)
                        .as("%s%s %s", bundle, language, entry.getKey())
                        .isNotBlank();
                if (sentence.contains("{0")) new MessageFormat(sentence, Locale.KOREAN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theThreeLanguagesTakeTheSameArguments(String bundle) throws IOException {
        var korean = read(bundle, "");
        for (var language : LANGUAGES) {
            var other = read(bundle, language);
            for (var key : korean.stringPropertyNames()) {
                assertThat(arguments(other.getProperty(key, "")))
                        .as("%s%s %s", bundle, language, key)
                        .isEqualTo(arguments(korean.getProperty(key)));
            }
        }
    }

    @Test
    void everyWordOfATemplateExists() throws IOException {
        assertThat(missing(sources(Path.of("src/main/jte"), ".jte"))).isEmpty();
    }

    @Test
    void everyWordOfTheProgramExists() throws IOException {
        assertThat(missing(sources(Path.of("src/main/java"), ".java"))).isEmpty();
    }

    @Test
    void noTwoBundlesDefineTheSameKey() throws IOException {
        var all = bundles().flatMap(b -> keys(b, "").stream()).toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    private static Set<String> missing(List<Path> sources) throws IOException {
        var known = allKeys();
        var missing = new TreeSet<String>();
        for (var source : sources) {
            var text = Files.readString(source);
            for (var pattern : List.of(SAID, REFUSED)) {
                var said = pattern.matcher(text);
                while (said.find()) {
                    if (!said.group(1).endsWith(".") && !known.contains(said.group(1))) {
                        missing.add(said.group(1) + " in " + source.getFileName());
                    }
                }
            }
        }
        return missing;
    }

    private static Set<Integer> arguments(String sentence) {
        var found = Pattern.compile("\\{(\\d+)").matcher(sentence);
        return found.results().map(r -> Integer.parseInt(r.group(1))).collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".properties") && !f.matches(".*_(en|ja)\\.properties"))
                    .map(f -> f.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Set<String> allKeys() throws IOException {
        return bundles().flatMap(b -> keys(b, "").stream()).collect(Collectors.toSet());
    }

    private static Set<String> keys(String bundle, String language) {
        return new TreeSet<>(read(bundle, language).stringPropertyNames());
    }

    private static Properties read(String bundle, String language) {
        var words = new Properties();
        try (Reader in = Files.newBufferedReader(MESSAGES.resolve(bundle + language + ".properties"))) {
            words.load(in);
        } catch (IOException e) {
            throw new AssertionError(bundle + language + ": " + e);
        }
        return words;
    }

    private static List<Path> sources(Path root, String... endings) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(f -> Arrays.stream(endings).anyMatch(f.toString()::endsWith))
                    .toList();
        }
    }
}
