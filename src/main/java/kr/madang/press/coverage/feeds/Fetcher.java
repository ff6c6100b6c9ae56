package kr.madang.press.coverage.feeds;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kr.madang.press.coverage.feeds.Unfetched.Reason;
import org.jspecify.annotations.Nullable;

/** The only way out into the web (수집기 통신): judges every server and every redirect before it connects, and bounds whatever comes back. */
final class Fetcher {
    static final String NAME = "MadangBot";
    private static final String AGENT = "Mozilla/5.0 (compatible; " + NAME + "/1.0; press office)";
    private static final int REDIRECTS = 5;

    private final Doors doors;
    private final Wire wire;

    Fetcher(Doors doors, Wire wire) {
        this.doors = doors;
        this.wire = wire;
    }

    /** What was known of the address before, so that nothing unchanged is sent again. */
    record Before(@Nullable String etag, @Nullable String modified) {
        static final Before NOTHING = new Before(null, null);
    }

    /**
     * What came back.
     *
     * @param changed false when the server says it is what was known before
     * @param at where it came from, after redirects
     */
    record Got(
            boolean changed,
            byte[] body,
            String type,
            URI at,
            @Nullable String etag,
            @Nullable String modified) {}

    Got get(URI address, Before before, Map<String, String> more) throws Unfetched {
        var been = new HashSet<URI>();
        var here = address;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            if (!been.add(here)) throw new Unfetched(Reason.REDIRECT_LOOP, here.toString());
            // keys of a service go to the service itself, never to where it sends us
            var reply = wire.get(doors.of(here), here, headers(before, sameServer(address, here) ? more : Map.of()));
            if (!redirects(reply.status())) return got(reply, here, before);
            here = next(here, reply);
        }
        throw new Unfetched(Reason.TOO_MANY_REDIRECTS, address.toString());
    }

    private static boolean sameServer(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getPort() == b.getPort()
                && String.valueOf(a.getHost()).equalsIgnoreCase(String.valueOf(b.getHost()));
    }

    private static boolean redirects(int status) {
        return Set.of(301, 302, 303, 307, 308).contains(status);
    }

    private static URI next(URI here, Wire.Reply reply) throws Unfetched {
        try {
            return here.resolve(URI.create(reply.header("Location").replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            throw new Unfetched(Reason.BAD_ADDRESS, reply.header("Location"));
        }
    }

    private static Map<String, String> headers(Before before, Map<String, String> more) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("User-Agent", AGENT);
        headers.put(
                "Accept",
                "application/rss+xml, application/atom+xml, application/xml, text/xml, application/json, */*;q=0.5");
        if (before.etag() != null) headers.put("If-None-Match", before.etag());
        if (before.modified() != null) headers.put("If-Modified-Since", before.modified());
        headers.putAll(more);
        return headers;
    }

    private static Got got(Wire.Reply reply, URI at, Before before) throws Unfetched {
        if (reply.status() == 304) return new Got(false, new byte[0], "", at, before.etag(), before.modified());
        if (reply.status() != 200) throw new Unfetched(Reason.REFUSED, "HTTP " + reply.status());
        return new Got(
                true,
                reply.body(),
                reply.header("Content-Type"),
                at,
                orNull(reply.header("ETag")),
                orNull(reply.header("Last-Modified")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() || text.length() > 500 ? null : text;
    }
}
