package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class VocabularyTests {
    private final Vocabulary words = new Vocabulary();

    @Test
    void aWordIsToldInTheLanguageAskedForAndInKoreanWhereNobodyWroteIt() {
        assertThat(words.find("accounts.login.title", Locale.KOREAN))
                .isEqualTo(words.find("accounts.login.title", Locale.KOREA));
        assertThat(words.find("accounts.login.title", Locale.ENGLISH))
                .isNotEqualTo(words.find("accounts.login.title", Locale.KOREAN))
                .isEqualTo(words.find("accounts.login.title", Locale.UK));
        assertThat(words.find("accounts.login.title", Locale.JAPANESE))
                .isNotEqualTo(words.find("accounts.login.title", Locale.KOREAN));
        assertThat(words.find("accounts.login.title", Locale.FRENCH))
                .isEqualTo(words.find("accounts.login.title", Locale.KOREAN));
    }

    @Test
    void whatNobodyWroteIsNotThere() {
        assertThat(words.find("nobody.wrote.this", Locale.KOREAN)).isNull();
        assertThat(words.find("", Locale.KOREAN)).isNull();
        assertThat(Words.find("nobody", Locale.KOREAN)).isEqualTo("nobody");
    }

    /** A visitor's cookie may name any language there is, and each would be a table of its own. */
    @Test
    void languagesThatVisitorsMakeUpTakeNoMemory() {
        var table = words.find("accounts.login.title", Locale.KOREAN);
        for (int n = 0; n < 1_000; n++)
            assertThat(words.find("accounts.login.title", Locale.of("q" + Integer.toString(n, 36))))
                    .isSameAs(table);
    }

    @Test
    void valuesAreFilledInAsTheLanguageWritesThem() {
        assertThat(words.getMessage("kernel.figure.key", new Object[] {1234}, Locale.KOREAN))
                .contains("1,234");
    }
}
