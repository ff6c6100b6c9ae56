package kr.madang.approvals.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.AtDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser without scripts at the drafting form, for the tests of its pages. */
abstract class DraftingBrowser {
    static final String PAPERS = "/desk/approvals/papers";
    private static final String TEXT = "1. 관련: 홍보미디어과-1234(2026. 11. 2.)\n2. 다음과 같이 알립니다.  끝.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    String person(String login) {
        return accounts.findByLogin(login).orElseThrow().id().toString();
    }

    String line() {
        return "review:" + person("planning") + " approve:" + person("chief");
    }

    MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(AtDesk.as(login)).exchange();
    }

    MvcTestResult post(String login, String uri, String... namesAndValues) {
        var request = mvc.post().uri(uri).with(AtDesk.as(login)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2)
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        return request.exchange();
    }

    static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static String to(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    /** What a filled form sends, with changes. */
    String[] form(String... changes) {
        var sent = new ArrayList<>(List.of(
                "title",
                "안내판 교체 계획",
                "text",
                TEXT,
                "summary",
                "안내판을 바꿈",
                "keywords",
                "안내판, 교체",
                "unittask",
                "A1000042",
                "unittasktitle",
                "홍보물 관리",
                "retention",
                "years_5",
                "disclosure",
                "open",
                "kind",
                "general",
                "line",
                line(),
                "attached",
                "",
                "do",
                "keep"));
        for (int i = 0; i < changes.length; i += 2) {
            int at = sent.indexOf(changes[i]);
            if (at >= 0 && at % 2 == 0) sent.set(at + 1, changes[i + 1]);
            else sent.addAll(Arrays.asList(changes[i], changes[i + 1]));
        }
        return sent.toArray(String[]::new);
    }

    String draft(String login, String... changes) {
        var at = to(post(login, PAPERS, form(changes)));
        return at.substring(at.lastIndexOf('/') + 1);
    }

    MvcTestResult put(String login, String id, String... namesAndValues) {
        var request = mvc.put()
                .uri(PAPERS + "/" + id + "/content")
                .with(AtDesk.as(login))
                .with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2)
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        return request.exchange();
    }
}
