package kr.madang.notices.carriers.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A relay that takes messages, and misbehaves as told. */
final class Relay implements AutoCloseable {
    /** Answers a request whose messages were taken already. */
    interface Behavior {
        void answer(HttpExchange exchange, List<String> references) throws IOException, InterruptedException;
    }

    final Map<String, Integer> taken = new ConcurrentHashMap<>();
    final List<String> keys = new CopyOnWriteArrayList<>();
    volatile Behavior behavior = Relay::accept;
    volatile boolean takes = true;
    private final HttpServer server;

    Relay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms/messages", this::handle);
        server.start();
    }

    HttpCarrier carrier(int bundle, Duration patience) {
        return new HttpCarrier(new HttpSettings(address(), "key", bundle, patience, true), Clock.systemUTC());
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/sms");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) asked(exchange);
            else posted(exchange);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void posted(HttpExchange exchange) throws IOException, InterruptedException {
        var messages = JsonMapper.shared()
                .readTree(exchange.getRequestBody().readAllBytes())
                .path("messages");
        var references =
                messages.valueStream().map(m -> m.path("reference").asString()).toList();
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (takes) references.forEach(reference -> taken.merge(reference, 1, Integer::sum));
        behavior.answer(exchange, references);
    }

    private void asked(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var reference = path.substring(path.lastIndexOf('/') + 1);
        if (taken.containsKey(reference)) reply(exchange, 200, result(reference));
        else reply(exchange, 404, "{\"reference\":\"" + reference + "\",\"status\":\"not_received\"}");
    }

    static void accept(HttpExchange exchange, List<String> references) throws IOException {
        reply(
                exchange,
                200,
                references.stream().map(Relay::result).collect(Collectors.joining(",", "{\"results\":[", "]}")));
    }

    static String result(String reference) {
        return "{\"reference\":\"" + reference + "\",\"status\":\"accepted\",\"id\":\"r" + reference + "\"}";
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
