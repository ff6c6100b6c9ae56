package kr.madang.notices.web.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.madang.kernel.web.Words;
import kr.madang.notices.lines.Field;
import kr.madang.notices.lines.Health;
import kr.madang.notices.lines.LineChange;
import kr.madang.notices.lines.LineKind;
import org.junit.jupiter.api.Test;

/** Every word the pages of the lines put together exists in three languages. */
class WordsOfLinesTests {
    @Test
    void everyWordExists() {
        var keys = Stream.of(fields(), kinds(), changes(), states(), wrongs())
                .flatMap(all -> all)
                .toList();
        for (var locale : List.of(Locale.KOREAN, Locale.ENGLISH, Locale.JAPANESE))
            assertThat(keys).as(locale.toString()).allSatisfy(key -> assertThat(Words.find(key, locale))
                    .isNotEqualTo(key));
    }

    private static Stream<String> fields() {
        return Arrays.stream(LineKind.values()).flatMap(kind -> kind.fields().stream()
                .flatMap(field -> Stream.concat(
                        field.hinted()
                                ? Stream.of(field.code(kind), field.code(kind) + ".hint")
                                : Stream.of(field.code(kind)),
                        field.choices().stream().map(c -> field.choice(kind, c)))));
    }

    private static Stream<String> kinds() {
        return Arrays.stream(LineKind.values()).flatMap(kind -> Stream.of(kind.code(), kind.code() + ".about"));
    }

    private static Stream<String> changes() {
        return Arrays.stream(LineChange.What.values()).map(LineChange.What::code);
    }

    private static Stream<String> states() {
        return Arrays.stream(Health.Word.values())
                .map(word -> "notices.line.word." + word.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> wrongs() {
        return Stream.concat(
                        Arrays.stream(Field.Type.values())
                                .map(type -> type.name().toLowerCase(Locale.ROOT)),
                        Stream.of("missing", "long", "control"))
                .map(how -> "notices.line.wrong." + how);
    }
}
