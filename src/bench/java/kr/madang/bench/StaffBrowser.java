package kr.madang.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody of the demo office at his desk, signed in. */
final class StaffBrowser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    private StaffBrowser(String address) {
        this.address = address;
    }

    static StaffBrowser signedIn(Office office, String login) throws Exception {
        var browser = new StaffBrowser(office.address());
        var form = browser.client.send(browser.request("/login").build(), HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(form.body());
        if (!token.find()) throw new IllegalStateException("no sign-in form");
        var body = "login=" + login + "&password=" + encode("madang-2026-open") + "&_csrf=" + encode(token.group(1));
        var answer = browser.client.send(
                browser.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() >= 400) throw new IllegalStateException("sign-in: " + answer.statusCode());
        return browser;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    URI at(String path) {
        return URI.create(address + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    /** Reads a page to its end. @return its status */
    int read(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        client.close();
    }
}
