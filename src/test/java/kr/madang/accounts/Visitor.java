package kr.madang.accounts;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone at a browser of their own: keeps cookies, follows no redirects, fills in forms. */
public final class Visitor {
    /** The password all accounts of the demo office share. */
    public static final String DEMO_PASSWORD = "madang-2026-open";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies;
    private final HttpClient http;

    public Visitor(int port) {
        this(port, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Visitor(int port, CookieManager cookies) {
        this.port = port;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same browser at another node. */
    public Visitor at(int otherPort) {
        return new Visitor(otherPort, cookies);
    }

    /** Opens an address outside the house. */
    public HttpResponse<String> elsewhere(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /** Sends a form with the token of the login page. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token());
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(all)))
                .build());
    }

    public HttpResponse<String> signIn(String login, String password, String next) {
        return post("/login", Map.of("login", login, "password", password, "next", next));
    }

    /** The value of the session cookie; empty when there is none. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("madang-session"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    public CookieManager cookies() {
        return cookies;
    }

    public String token() {
        var page = get("/login").body();
        var found = TOKEN.matcher(page);
        if (!found.find()) throw new AssertionError("no token in " + page);
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
