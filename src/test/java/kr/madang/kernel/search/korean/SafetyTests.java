package kr.madang.kernel.search.korean;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The regression set of queries, with the dictionary an office begins with. */
public class SafetyTests {
    /** The words an office begins with, as its migration writes them. */
    public static Lexicon shipped() throws Exception {
        try (var in = SafetyTests.class.getResourceAsStream("/db/migration/kernel/V9__search.sql")) {
            return Lexicon.of(Pattern.compile("^    \\('([^']+)', '([^']*)'\\)", Pattern.MULTILINE)
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(row -> Lexicon.read(row.group(1), row.group(2)))
                    .toList());
        }
    }

    @Test
    void oppositesStayApartAndWordsOfTheOfficeAreFound() throws Exception {
        var analyser = new Analyser(shipped());
        for (var one : Safety.broken(analyser))
            System.out.println(one + " " + analyser.words(one.query()) + " " + analyser.words(one.text()));
        assertThat(Safety.cases()).hasSizeGreaterThan(50);
        assertThat(Safety.broken(analyser)).isEmpty();
    }

    @Test
    void oppositesStayApartWithoutAnyDictionaryToo() {
        var analyser = new Analyser(Lexicon.EMPTY);
        assertThat(analyser.words("비급여 진료비")).startsWith("비급여");
        assertThat(analyser.words("의료비급여")).containsExactly("의료", "비급여");
        assertThat(analyser.words("미지급금")).startsWith("미지급");
        assertThat(analyser.words("관리비부과")).doesNotContain("비부과");
    }

    /** What the usual filter does; without this the set above could not fail. */
    @Test
    void theSetSeesWhenPrefixesAreThrownAway() throws Exception {
        var careless = new Analyser(shipped()
                .minus("비급여")
                .minus("미지급")
                .plus(Lexicon.read("비급여", "비 급여"))
                .plus(Lexicon.read("업무상", "업 무상")));
        assertThat(Safety.broken(careless)).extracting(Safety.Case::query).contains("무상");
    }
}
