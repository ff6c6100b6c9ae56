package kr.madang.kernel.search.index;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An OpenSearch cluster as this program speaks with it: a dozen requests of its REST interface (검색 클러스터). */
public final class OpenSearch {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final String authorization;

    /** @param user empty when the cluster asks nobody who he is */
    public OpenSearch(String address, String user, String password) {
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.authorization = user.isEmpty()
                ? ""
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Without anything that must stay secret. */
    public String address() {
        return address.replaceAll("//[^/@]*@", "//");
    }

    public JsonNode get(String path) throws IOException {
        return ask("GET", path, "application/json", "");
    }

    /** Nothing when there is no such thing. */
    public JsonNode find(String path) throws IOException {
        var answer = send("GET", path, "application/json", "");
        return answer.statusCode() == 404 ? MissingNode.getInstance() : read("GET", path, answer);
    }

    public JsonNode put(String path, Object body) throws IOException {
        return ask("PUT", path, "application/json", JSON.writeValueAsString(body));
    }

    public JsonNode post(String path, Object body) throws IOException {
        return ask("POST", path, "application/json", JSON.writeValueAsString(body));
    }

    /** Lines of JSON. */
    JsonNode bulk(String path, String lines) throws IOException {
        return ask("POST", path, "application/x-ndjson", lines);
    }

    public void delete(String path) throws IOException {
        var answer = send("DELETE", path, "application/json", "");
        if (answer.statusCode() != 404) read("DELETE", path, answer);
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private JsonNode ask(String method, String path, String type, String body) throws IOException {
        return read(method, path, send(method, path, type, body));
    }

    private static JsonNode read(String method, String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2)
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + shortened(answer.body()));
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException(method + " " + path + ": no JSON", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", type);
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
