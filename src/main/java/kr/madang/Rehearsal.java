package kr.madang;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.seed.DemoOffice;
import org.springframework.boot.WebApplicationType;

/**
 * An opening nobody sees (예행), from which the Java machine learns what every opening needs; the script lets it write its start-up
 * cache meanwhile. Uses a data folder of its own.
 */
final class Rehearsal {
    private static final List<String> PAGES = List.of("/", "/login", "/desk", "/nowhere");

    private Rehearsal() {}

    static int run() throws IOException, InterruptedException, SQLException {
        try (var house = House.onGround(OpeningWish.dataFolder(), false);
                var browser = HttpClient.newHttpClient()) {
            var settings = new HashMap<String, Object>(Map.of("server.port", 0, "server.address", "127.0.0.1"));
            var rooms = house.furnish(WebApplicationType.SERVLET, settings);
            rooms.getBean(DemoOffice.class).exists();
            var port = rooms.getEnvironment().getRequiredProperty("local.server.port");
            for (var page : PAGES)
                browser.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
            return 0;
        }
    }
}
