package kr.madang.press.coverage.feeds;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kr.madang.press.coverage.feeds.Unfetched.Reason;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The polite way out (수집 예절): asks a site's robots.txt first and waits for its turn at a server. */
@Component
class Web {
    private static final long MOST = 100L << 20;
    private static final long MOST_OF_ROBOTS = 512L << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BELIEVED = Duration.ofHours(24);
    private static final int REMEMBERED = 2_000;

    private record Known(Robots robots, long at) {}

    private final Fetcher fetcher;
    private final Fetcher asking;
    private final Function<String, Duration> turns;
    private final Map<String, Known> robots = new HashMap<>();

    @org.springframework.beans.factory.annotation.Autowired
    Web(
            @Value("${madang.press.feeds.open:}") Set<String> open,
            Turns turns,
            @Value("${madang.press.feeds.most:-1}") long most) {
        this(new Doors(InetAddress::getAllByName, Set.copyOf(open)), turns::next, most < 0 ? MOST : most, PATIENCE);
    }

    /** @param turns takes the next turn at a server and says how long it is until then */
    Web(Doors doors, Function<String, Duration> turns, long most, Duration patience) {
        this.fetcher = new Fetcher(doors, new Wire(most, patience));
        this.asking = new Fetcher(doors, new Wire(Math.min(most, MOST_OF_ROBOTS), patience));
        this.turns = turns;
    }

    /** A page anybody may read, if the site lets robots read it. */
    Fetcher.Got page(URI address, Fetcher.Before before) throws Unfetched {
        var path = (address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath())
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        if (!robots(address).allows(path)) throw new Unfetched(Reason.ROBOTS, address.toString());
        await(address);
        return fetcher.get(address, before, Map.of());
    }

    /** A service the office has keys of: no robot's business, and paced by its budget. */
    Fetcher.Got service(URI address, Map<String, String> headers) throws Unfetched {
        return fetcher.get(address, Fetcher.Before.NOTHING, headers);
    }

    private Robots robots(URI address) throws Unfetched {
        var site = address.getScheme() + "://" + address.getRawAuthority();
        synchronized (robots) {
            var known = robots.get(site);
            if (known != null && System.nanoTime() - known.at() < BELIEVED.toNanos()) return known.robots();
        }
        var read = asked(site);
        synchronized (robots) {
            if (robots.size() > REMEMBERED) robots.clear();
            robots.put(site, new Known(read, System.nanoTime()));
        }
        return read;
    }

    /** A site without the file allows everything; one that cannot answer is left alone for now. */
    private Robots asked(String site) throws Unfetched {
        try {
            await(URI.create(site + "/"));
            var got = asking.get(URI.create(site + "/robots.txt"), Fetcher.Before.NOTHING, Map.of());
            return Robots.read(new String(got.body(), StandardCharsets.UTF_8), Fetcher.NAME);
        } catch (Unfetched e) {
            if (e.reason() == Reason.REFUSED && e.detail().startsWith("HTTP 4")) return Robots.ALLOW;
            if (e.reason() == Reason.TOO_LARGE || e.reason() == Reason.BAD_ANSWER) return Robots.ALLOW;
            throw e;
        }
    }

    private void await(URI address) {
        try {
            Thread.sleep(turns.apply(String.valueOf(address.getHost())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
