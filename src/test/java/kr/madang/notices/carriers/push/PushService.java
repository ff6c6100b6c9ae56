package kr.madang.notices.carriers.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A push service of a few browsers, for all tests of a program: it takes what is theirs and opens it as they would. */
public final class PushService {
    /** What a browser got. @param text the JSON inside */
    public record Came(String subscription, String text, String urgency, String ttl) {}

    private static final class Holder {
        static final PushService ONE = new PushService();
    }

    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private PushService() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public static PushService running() {
        return Holder.ONE;
    }

    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Another browser. @return its subscription in one line */
    public String subscribe() {
        var path = "/push/" + number.incrementAndGet();
        var browser = new Browser(URI.create(origin() + path));
        browsers.put(path, browser);
        return browser.subscription().line();
    }

    private static String path(String subscription) {
        return Subscription.of(subscription).endpoint().getPath();
    }

    /** The browser took its subscription back. */
    public void end(String subscription) {
        gone.add(path(subscription));
    }

    /** The oldest first. */
    public List<Came> came(String subscription) {
        return came.stream().filter(c -> c.subscription().equals(subscription)).toList();
    }

    private void take(HttpExchange asked) throws IOException {
        var path = asked.getRequestURI().getPath();
        var browser = browsers.get(path);
        var body = asked.getRequestBody().readAllBytes();
        if (browser == null || gone.contains(path)) {
            asked.sendResponseHeaders(410, -1);
        } else {
            var heads = asked.getRequestHeaders();
            came.add(new Came(
                    browser.subscription().line(),
                    browser.open(body),
                    heads.getFirst("Urgency"),
                    heads.getFirst("TTL")));
            asked.getResponseHeaders().set("Location", origin() + "/message/" + came.size());
            asked.sendResponseHeaders(201, -1);
        }
        asked.close();
    }
}
