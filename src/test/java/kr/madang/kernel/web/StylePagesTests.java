package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import kr.madang.OfficeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OfficeTest
class StylePagesTests {
    @Autowired
    MockMvcTester web;

    @Test
    void everyTagIsOnTheStylePage() {
        var answer = web.get().uri("/style").exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyText().contains("<h1>", "집행률", "value=\"put\"", "120건 중 21–40");
    }

    @Test
    void frontPageNeedsNoSession() {
        var answer = web.get().uri("/").exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "madang.css",
                "madang.js",
                "madang.svg",
                "htmx.js",
                "pretendard/PretendardVariable.subset.0.woff2"
            })
    void whatEveryPageLoadsIsKeptForGood(String file) {
        var answer = web.get().uri("/assets/" + file).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
    }
}
