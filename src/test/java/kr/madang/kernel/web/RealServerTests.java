package kr.madang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.DemoTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only the real server with its filters can show. */
@DemoTest
class RealServerTests {
    private static final String EDGE = "edge-of-a-part";
    private static final int TOO_LARGE = 36 * 1024 * 1024;

    @LocalServerPort
    int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void aFileThatIsTooLargeIsAnsweredAndTheConnectionHolds() throws Exception {
        var answer = upload(TOO_LARGE);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("32MB", "<html lang=\"ko\"").doesNotContain("Exception");
    }

    @Test
    void aFileThatIsNotArrives() throws Exception {
        assertThat(upload(1024).body()).isEqualTo("file");
    }

    @Test
    void aFormWithoutItsTokenIsExplainedAndHandedBack() throws Exception {
        var answer = post("/trouble/act", "application/x-www-form-urlencoded", "body=not+lost&password=hunter2");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("로그인이 끝났거나", "not lost").doesNotContain("hunter2");
    }

    @Test
    void anAddressNoBrowserWouldSendIsExplainedToo() throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/desk/%2e%2e%2fsecret;x=1"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>요청을 읽을 수 없습니다</h1>").doesNotContain("Rejected", "Exception");
    }

    @Test
    void aBrokenQueryIsExplained() throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/trouble/number?year=2023&x=%00%C3%28"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void everyAnswerCarriesThePolicy() throws Exception {
        for (var path : List.of("/", "/nowhere", "/assets/madang.css", "/trouble/bug")) {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    private HttpResponse<String> upload(int size) throws IOException, InterruptedException {
        var token = token();
        var head = "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--" + EDGE
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        var body = head + "x".repeat(size) + "\r\n--" + EDGE + "--\r\n";
        return post("/trouble/file", "multipart/form-data; boundary=" + EDGE, body);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        var page = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/style"))
                        .build(),
                BodyHandlers.ofString());
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
