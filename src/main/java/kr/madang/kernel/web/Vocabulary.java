package kr.madang.kernel.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every word of every room in one table for each language (낱말). A page asks for hundreds, a sheet for hundreds of thousands: looking
 * through the files of the rooms one after the other took longer than everything else such a sheet does.
 */
final class Vocabulary extends AbstractMessageSource {
    /** The languages something is written in besides Korean; whoever asks for another is answered in Korean. */
    private static final List<Locale> OTHERS = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private final List<Resource> files;
    private final Map<Locale, Map<String, String>> tables = new ConcurrentHashMap<>();
    private final Map<Phrase, MessageFormat> formats = new ConcurrentHashMap<>();

    private record Phrase(String words, Locale locale) {}

    Vocabulary() {
        files = files();
    }

    private static List<Resource> files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(Vocabulary::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    /** Null when nobody has written its words, in this language or in Korean. */
    @Nullable
    String find(String key, Locale locale) {
        return tables.computeIfAbsent(written(locale), this::table).get(key);
    }

    private static Locale written(Locale asked) {
        return OTHERS.stream()
                .filter(other -> other.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(Locale.KOREAN);
    }

    /** Korean first, and over it what is written in the language. */
    private Map<String, String> table(Locale language) {
        var table = new HashMap<String, String>();
        for (var file : files) if (OTHERS.stream().noneMatch(other -> in(file, other))) read(file, table);
        for (var file : files) if (in(file, language)) read(file, table);
        return Map.copyOf(table);
    }

    private static boolean in(Resource file, Locale language) {
        return name(file).endsWith("_" + language + ".properties");
    }

    private static void read(Resource file, Map<String, String> table) {
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            words.forEach((key, word) -> table.put((String) key, (String) word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return find(code, locale);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var words = find(code, locale);
        return words == null ? null : formats.computeIfAbsent(new Phrase(words, written(locale)), Vocabulary::format);
    }

    private static MessageFormat format(Phrase phrase) {
        return new MessageFormat(phrase.words, phrase.locale);
    }
}
