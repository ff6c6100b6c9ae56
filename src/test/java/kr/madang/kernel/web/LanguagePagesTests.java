package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OfficeTest
class LanguagePagesTests {
    @Autowired
    MockMvcTester web;

    @Test
    void returnsToTheSamePageInTheLanguageChosen() {
        var answer = web.get()
                .uri("/language/ja")
                .param("to", "/style?page=2&q=%EA%B0%80")
                .exchange();
        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/style?page=2&q=%EA%B0%80");
        var page = web.get()
                .uri("/style")
                .cookie(new Cookie("madang-language", "ja"))
                .exchange();
        assertThat(page).bodyText().contains("<html lang=\"ja\"", "本文へ移動");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "/\t/elsewhere.example",
                "javascript:alert(1)",
                "/\r\nX: y",
                ""
            })
    void neverLeadsElsewhere(String to) {
        var answer = web.get().uri("/language/en").param("to", to).exchange();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void knowsThreeLanguages() {
        assertThat(web.get().uri("/language/tlh")).hasStatus(404);
    }
}
