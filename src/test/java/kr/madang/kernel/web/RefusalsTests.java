package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.regex.Pattern;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OfficeTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalsTests {
    @Autowired
    MockMvcTester web;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /trouble/refused              | 422 | 끝나는 날(2023-01-01)이 시작하는 날(2023-02-01)보다 빠릅니다.
            /trouble/day?on=2023-13-45    | 400 | ‘2023-13-45’은(는) 달력에 없는 날짜입니다.
            /trouble/day?on=2023-02-29    | 400 | 달력에 없는 날짜입니다.
            /trouble/day                  | 400 | ‘on’ 값이 빠졌습니다.
            /trouble/number?year=이천       | 400 | 숫자가 아닙니다
            /trouble/thing/not-an-id      | 404 | 주소에 있는 ‘not-an-id’을(를) 읽을 수 없습니다
            /trouble/act                  | 405 | 이 주소에서는 할 수 없는 일입니다.
            /nothing/here                 | 404 | 주소가 바뀌었거나 지워진 화면입니다.
            /trouble/database             | 503 | 지금은 자료를 읽을 수 없습니다.
            /trouble/bug                  | 500 | 프로그램이 이 요청을 처리하지 못했습니다.
            """)
    void saysWhatIsWrongInPlainKorean(String path, int status, String sentence) {
        var answer = web.get().uri(path).exchange();
        assertThat(answer).hasStatus(status);
        assertThat(answer)
                .bodyText()
                .contains(sentence, "<html lang=\"ko\"", "<main")
                .doesNotContain("Exception", "secret", "\tat ", "<script>x");
    }

    @Test
    void whatStandsInTheAddressIsNeverMarkup() {
        var answer = web.get()
                .uri(java.net.URI.create("/trouble/thing/%3Cscript%3Ex"))
                .exchange();
        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyText().contains("‘&lt;script&gt;x’").doesNotContain("<script>x");
    }

    @Test
    void logKnowsTheIncidentThePageNames(CapturedOutput output) {
        var body = text("/trouble/bug");
        var incident = Pattern.compile("<code>([0-9a-f]{8})</code>").matcher(body);
        assertThat(incident.find()).isTrue();
        assertThat(output).contains("incident " + incident.group(1), "secret detail");
    }

    @Test
    void aRefusalIsNotAnIncident(CapturedOutput output) {
        assertThat(text("/trouble/refused")).doesNotContain("<code>");
        assertThat(output.getAll()).doesNotContainPattern("incident [0-9a-f]{8}:");
    }

    @Test
    void answersAFragmentRequestWithAFragment() {
        var answer =
                web.get().uri("/trouble/refused").header("HX-Request", "true").exchange();
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("role=\"status\"", "끝나는 날").doesNotContain("<html", "<main");
    }

    @ParameterizedTest
    @CsvSource({"/api/trouble/refused, text/html", "/trouble/refused, application/json"})
    void answersProgramsWithAProblemDocument(String path, String accept) {
        var answer = web.get().uri(path).header("Accept", accept).exchange();
        assertThat(answer).hasStatus(422).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("kernel.period.reversed");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().startsWith("끝나는 날");
    }

    @Test
    void aMissingAddressOfTheApiIsAProblemDocumentToo() {
        assertThat(web.get().uri("/api/nothing"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void namesWhatMayBeAskedInstead() {
        var answer = web.get().uri("/trouble/act").exchange();
        assertThat(answer.getResponse().getHeader("Allow")).isEqualTo("POST");
    }

    @Test
    void handsBackWhatWasTypedButNoSecret() {
        var answer = web.post()
                .uri("/trouble/act")
                .with(csrf())
                .param("how", "refuse")
                .param("body", "길게 쓴 글 </textarea><b>")
                .param("new-password", "hunter2")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("길게 쓴 글 &lt;/textarea&gt;&lt;b&gt;")
                .doesNotContain("hunter2", "</textarea><b>");
    }

    @Test
    void aFileThatWasNotSentIsNamed() {
        assertThat(web.post().uri("/trouble/file").with(csrf())).hasStatus(400);
    }

    private String text(String path) {
        try {
            return web.get().uri(path).exchange().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
