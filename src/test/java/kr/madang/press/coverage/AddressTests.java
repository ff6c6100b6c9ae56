package kr.madang.press.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One article has one name, whichever link led to it. */
class AddressTests {
    private static final String ONE = "https://news.example/view?a=2&id=7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/view?id=7&a=2",
                "http://news.example/view?a=2&id=7",
                "https://www.news.example:443/view?id=7&a=2#top",
                "https://m.news.example/view/?id=7&a=2&utm_source=x&utm_medium=y",
                "https://AMP.News.Example/view?id=7&fbclid=Ab&a=2",
                "https://news.example//view/amp?id=7&a=2",
                "  https://news.example/./view?id=7&amp;a=2  ",
                "https://news.example/x/../view?a=2&&id=7&a=2",
            })
    void linksToOneArticleAreOne(String url) {
        assertThat(Address.of(url).orElseThrow().canonical()).isEqualTo(ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/view?a=2&id=8",
                "https://news.example/View?a=2&id=7",
                "https://other.example/view?a=2&id=7",
                "https://news.example:8443/view?a=2&id=7",
            })
    void othersAreOthers(String url) {
        assertThat(Address.of(url).orElseThrow().canonical()).isNotEqualTo(ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news.example/a",
                "ftp://news.example/a",
                "javascript:alert(1)",
                "https://",
                "https:///a",
                "https://u:p@news.example/",
                "http://[::1]/a",
                "file:///etc/passwd",
                "https://news.example/%zz",
                "data:text/html,x",
                "mailto:a@b.example"
            })
    void whatIsNoPageOfTheWebIsNone(String url) {
        assertThat(Address.of(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://한글.example/a, xn--bj0bj06e.example",
        "https://m.www.news.example/, news.example",
        "https://m.example/, m.example"
    })
    void hostsAreNamedInOneWay(String url, String host) {
        assertThat(Address.of(url).orElseThrow().host()).isEqualTo(host);
    }

    @Test
    void tooLongIsNone() {
        assertThat(Address.of("https://news.example/" + "a".repeat(3_000))).isEmpty();
    }

    @Test
    void theCanonicalFormOfACanonicalFormIsItself() {
        var again = Address.of(ONE).orElseThrow();
        assertThat(Address.of(again.canonical()).orElseThrow().canonical()).isEqualTo(again.canonical());
    }
}
