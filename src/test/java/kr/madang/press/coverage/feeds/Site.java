package kr.madang.press.coverage.feeds;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A site of an outlet in this program, {@code news.test}, that answers as it is told. */
final class Site implements AutoCloseable {
    /** An answer. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer xml(String text) {
            return new Answer(
                    200,
                    Map.of("Content-Type", "application/xml; charset=utf-8"),
                    text.getBytes(StandardCharsets.UTF_8));
        }

        static Answer of(String type, byte[] body) {
            return new Answer(200, Map.of("Content-Type", type), body);
        }

        static Answer to(String location) {
            return new Answer(302, Map.of("Location", location), new byte[0]);
        }
    }

    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Site() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().toString();
            asked.add(path);
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            var answer = answers.getOrDefault(path, new Answer(404, Map.of(), new byte[0]));
            answer.headers().forEach((k, v) -> exchange.getResponseHeaders().set(k, v));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            try (var out = exchange.getResponseBody()) {
                out.write(answer.body());
            } catch (IOException whoAskedHasGone) {
                exchange.close();
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String at(String path) {
        return "http://news.test:" + port() + path;
    }

    URI uri(String path) {
        return URI.create(at(path));
    }

    Doors doors() {
        return new Doors(
                host -> host.equals("news.test")
                        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                        : InetAddress.getAllByName(host),
                Set.of("news.test:" + port()));
    }

    Web web(long most) {
        return new Web(doors(), host -> Duration.ZERO, most, Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
